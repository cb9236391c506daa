package org.tournee.mobile.permanence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.Attendance;
import org.tournee.reception.DeskDay;
import org.tournee.reception.RegisterContents;
import org.tournee.reception.WalkIn;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** One desk today: opens it, keeps its queue and closes it. Rule: R-PER. */
public final class PermanenceViewModel {

    /**
     * The desk as the screen shows it.
     *
     * @param days what whoever opened it found
     * @param at the moment up to which the waiting wait
     */
    public record Today(
            List<Entry<DeskDay>> days,
            List<Entry<WalkIn>> queue,
            List<Entry<WalkIn>> gone,
            Attendance attendance,
            List<Entry<Conflict>> conflicts,
            Instant at) {

        /** Whether people are received now. */
        public boolean isOpen() {
            return days.stream().anyMatch(day -> day.value().isOpen());
        }
    }

    private final Phone phone;
    private final MyDesks.Place place;
    private final DossierId register;
    private final DossierWriter writer;
    private final ReadOnlyObjectWrapper<Today> today = new ReadOnlyObjectWrapper<>();

    private PermanenceViewModel(Phone phone, MyDesks.Place place, DossierId register, Executor screen) {
        this.phone = phone;
        this.place = place;
        this.register = register;
        this.writer = new DossierWriter(phone, register, screen);
        refresh();
    }

    /**
     * The desk of that id; empty where the phone holds no register of its site.
     *
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     */
    public static Optional<PermanenceViewModel> of(Phone phone, RecordId desk, Executor screen) {
        return MyDesks.find(phone, desk)
                .flatMap(place -> MyDesks.register(phone, place.desk().place().site(), phone.today())
                        .map(register -> new PermanenceViewModel(phone, place, register.id(), screen)));
    }

    public ReadOnlyObjectProperty<Today> today() {
        return today.getReadOnlyProperty();
    }

    public MyDesks.Place place() {
        return place;
    }

    /** Says why, where the disk refused. */
    public DossierWriter writer() {
        return writer;
    }

    /** Reads it again. */
    public void refresh() {
        phone.store().register(register).ifPresent(held -> today.set(read(held)));
    }

    private Today read(RegisterContents held) {
        return new Today(
                held.daysOf(place.id(), phone.today()),
                held.queue(place.id(), phone.today()),
                held.gone(place.id(), phone.today()),
                held.attendance(place.id(), phone.today()),
                held.openConflicts(),
                phone.clock().instant());
    }

    /** Colleagues of the site who may receive there too, by name. */
    public List<WorkerId> colleagues() {
        String site = place.desk().place().siteName();
        return phone.store().colleagues().entrySet().stream()
                .filter(colleague -> site.equals(colleague.getValue().profile().siteName()))
                .filter(colleague -> !colleague.getKey().equals(phone.store().worker()))
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(worker -> worker.profile().name())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Opens it for today under these conditions; opened again after it was closed, the day goes on. A second tap finds it
     * open.
     */
    public void open(DeskDay.Conditions conditions) {
        DeskDay day = new DeskDay(new DeskDay.Session(place.id(), phone.today()), conditions, null);
        writer.save(
                () -> isOpenNow()
                        ? List.of()
                        : List.of(new Edit.Create(RecordKind.DESK_DAY, NewRecord.id(), Audience.SERVICE, day)),
                this::refresh);
    }

    private boolean isOpenNow() {
        return phone.store()
                .register(register)
                .map(this::read)
                .filter(Today::isOpen)
                .isPresent();
    }

    /**
     * Somebody came: they are in the queue at once, whatever is said of them later; a second tap before they are there is
     * the same tap. Source: 004 §2.1.1.
     */
    public void arrive() {
        RecordId id = NewRecord.id();
        WalkIn arrived = WalkIn.arrived(place.id(), phone.today(), now());
        writer.saveOnce(() -> List.of(new Edit.Create(RecordKind.WALK_IN, id, Audience.SERVICE, arrived)), () -> {
            refresh();
            phone.navigator().open(new Destination.ReceptionSheet(register, id));
        });
    }

    /** This worker sits down with them. */
    public void receive(Entry<WalkIn> entry) {
        write(entry, entry.value().course().received(phone.store().worker(), now()));
    }

    /** It is settled, or they went; undone for a moment by what it was before. */
    public void end(Entry<WalkIn> entry, WalkIn.State state) {
        WalkIn.Course before = entry.value().course();
        save(
                List.of(update(entry, before.ended(state, phone.store().worker(), now()))),
                () -> phone.navigator()
                        .say(
                                phone.messages().get("walkIn.said." + state.name()),
                                phone.messages().get("undo"),
                                () -> back(entry.id(), before)));
    }

    private void back(RecordId walkIn, WalkIn.Course before) {
        phone.store().register(register).stream()
                .flatMap(held -> held.walkIns().stream())
                .filter(entry -> entry.id().equals(walkIn))
                .findFirst()
                .ifPresent(entry -> write(entry, before));
    }

    /** Opens their sheet. */
    public void sheet(Entry<WalkIn> entry) {
        phone.navigator().open(new Destination.ReceptionSheet(register, entry.id()));
    }

    /** Nobody is received any more today; who still waits stays in the queue. */
    public void close() {
        Instant now = now();
        save(
                today.get().days().stream()
                        .filter(day -> day.value().isOpen())
                        .<Edit.Change>map(day -> new Edit.Update(
                                RecordKind.DESK_DAY, day, day.value().closed(now)))
                        .toList(),
                () -> {});
    }

    /** What two wrote differently: whom, which desk or which sheet it is of. */
    String about(Entry<Conflict> conflict) {
        return phone.store()
                .register(register)
                .map(held ->
                        DeskNames.of(phone, held, conflict.value().subject().recordId()))
                .orElse("");
    }

    /** That value stands. Rule: R-REC. */
    void settle(Edit.Settle settled) {
        save(List.of(settled), () -> {});
    }

    private Instant now() {
        return phone.clock().instant();
    }

    private void write(Entry<WalkIn> entry, WalkIn.Course course) {
        save(List.of(update(entry, course)), () -> {});
    }

    private static Edit.Update update(Entry<WalkIn> entry, WalkIn.Course course) {
        return new Edit.Update(RecordKind.WALK_IN, entry, entry.value().with(course));
    }

    private void save(List<Edit.Change> changes, Runnable then) {
        writer.save(changes, () -> {
            refresh();
            then.run();
        });
    }
}
