package org.tournee.mobile.appointment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tournee.appointment.Appointment;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.request.Request;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * The appointments of a household: planned, moved, held, missed, called off. The reminder of the day before and the one
 * to call back after a no-show follow from the record. Rule: R-APP.
 */
public final class AppointmentsViewModel {

    private static final Comparator<Entry<Appointment>> BY_TIME =
            Comparator.comparing(entry -> entry.value().plan().startsAt());

    private final DossierDesk desk;
    private final Writing<AppointmentForm> writing;

    /** Goes on with a form that was left half written. */
    public AppointmentsViewModel(DossierDesk desk) {
        this.desk = desk;
        this.writing = desk.writing();
        if (draft().kept().filter(kept -> find(kept.id()).isEmpty()).isPresent()) {
            begin();
        } else {
            coming().stream()
                    .filter(entry -> draft(entry.id()).kept().isPresent())
                    .findFirst()
                    .ifPresent(this::change);
        }
    }

    private FormDraft<AppointmentDraft> draft(Object... about) {
        return desk.draft(DraftName.Form.APPOINTMENT, AppointmentDraft.class, about);
    }

    private Optional<Entry<Appointment>> find(RecordId id) {
        return DossierDesk.current(desk.contents().appointments(), id);
    }

    private ZoneId zone() {
        return desk.phone().store().profile().zone();
    }

    /** Those that are planned, the nearest first; one whose hour is past waits to be told how it went. */
    public List<Entry<Appointment>> coming() {
        return appointments()
                .filter(entry -> state(entry) == Appointment.State.PLANNED)
                .sorted(BY_TIME)
                .toList();
    }

    /** Those that are over, the latest first. */
    public List<Entry<Appointment>> over() {
        return appointments()
                .filter(entry -> state(entry) != Appointment.State.PLANNED)
                .sorted(BY_TIME.reversed())
                .toList();
    }

    private Stream<Entry<Appointment>> appointments() {
        return desk.shown(desk.contents().appointments()).stream();
    }

    private static Appointment.State state(Entry<Appointment> entry) {
        return entry.value().attendance().state();
    }

    /** The day on which it is. */
    public LocalDate day(Entry<Appointment> entry) {
        return LocalDate.ofInstant(entry.value().plan().startsAt(), zone());
    }

    /** Whether its hour has come. */
    public boolean hasBegun(Entry<Appointment> entry) {
        return !entry.value().plan().startsAt().isAfter(desk.phone().clock().instant());
    }

    /** The latest request for which nobody offered an appointment yet. The delay is counted from it (002 fiche 4). */
    public Optional<Entry<Request>> waitingRequest() {
        return desk.shown(desk.contents().requests()).stream()
                .filter(entry -> entry.value().handling().appointmentOfferedFor() == null
                        && entry.value().handling().decidedOn() == null)
                .max(Comparator.comparing(entry -> entry.value().demand().receivedOn()));
    }

    /** Opens the form of a new one, with its draft. */
    public void begin() {
        writing.begin(fresh());
    }

    private AppointmentForm fresh() {
        return AppointmentForm.fresh(
                draft(), desk.phone().store().worker(), waitingRequest().isPresent(), zone());
    }

    /** Opens the form of one that stands. */
    public void change(Entry<Appointment> entry) {
        writing.begin(form(entry));
    }

    private AppointmentForm form(Entry<Appointment> entry) {
        return AppointmentForm.of(draft(entry.id()), entry, zone());
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(open -> open.seen().map(this::form).orElseGet(this::fresh));
    }

    /** Keeps what was written; what is wrong stands beside its field. */
    public void keep() {
        writing.form().get().ifPresent(form -> form.plan().ifPresent(plan -> keep(form, plan)));
    }

    private void keep(AppointmentForm form, Appointment.Plan plan) {
        List<Edit.Change> changes = new ArrayList<>();
        changes.add(form.seen()
                .<Edit.Change>map(entry -> new Edit.Update(
                        RecordKind.APPOINTMENT,
                        entry,
                        new Appointment(plan, entry.value().attendance())))
                .orElseGet(() -> new Edit.Create(
                        RecordKind.APPOINTMENT,
                        form.id(),
                        Audience.SERVICE,
                        new Appointment(plan, new Appointment.Attendance(Appointment.State.PLANNED)))));
        if (form.answersRequest().get()) {
            LocalDate offered = LocalDate.ofInstant(plan.startsAt(), zone());
            waitingRequest().ifPresent(request -> changes.add(offered(request, offered)));
        }
        desk.save(
                desk.phone().messages().get("appointment.kept"),
                () -> writing.done(form),
                changes.toArray(Edit.Change[]::new));
    }

    private static Edit.Change offered(Entry<Request> request, LocalDate day) {
        Request.Handling was = request.value().handling();
        Request.Handling handling = new Request.Handling(
                was.acknowledgedOn(), day, was.decision(), was.decidedOn(), was.notifiedOn(), was.appealedOn());
        return new Edit.Update(
                RecordKind.REQUEST, request, new Request(request.value().demand(), handling));
    }

    /** Says how it went, or that it is planned again; the rest is done by {@code then}. */
    public void tell(Entry<Appointment> shown, Appointment.State state, Runnable then) {
        Entry<Appointment> entry = find(shown.id()).orElse(shown);
        Appointment after = new Appointment(entry.value().plan(), new Appointment.Attendance(state));
        desk.save(
                desk.phone().messages().get("appointment.is." + state.name()),
                then,
                new Edit.Update(RecordKind.APPOINTMENT, entry, after));
    }

    /** The form that is open; empty while none is. */
    public Optional<AppointmentForm> open() {
        return writing.form().get();
    }
}
