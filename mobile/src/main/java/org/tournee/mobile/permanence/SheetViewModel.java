package org.tournee.mobile.permanence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.store.Edit;
import org.tournee.reception.WalkIn;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Writes a reception sheet, and says what became of whoever came: one tap does both. Rule: R-PER. */
public final class SheetViewModel {

    private final Phone phone;
    private final DossierId register;
    private final RecordId id;
    private final DossierWriter writer;
    private final SheetForm form;
    private final Visitors visitors;

    private SheetViewModel(Phone phone, DossierId register, Entry<WalkIn> seen, Executor screen) {
        this.phone = phone;
        this.register = register;
        this.id = seen.id();
        this.writer = new DossierWriter(phone, register, screen);
        DraftName name = DraftName.of(DraftName.Form.RECEPTION_SHEET, register, seen.id());
        this.form = new SheetForm(new FormDraft<>(phone, name, SheetDraft.class, screen), seen);
        this.visitors = Visitors.of(phone);
    }

    /**
     * The sheet of that id; empty where the phone does not hold it any more.
     *
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     */
    public static Optional<SheetViewModel> of(Phone phone, DossierId register, RecordId walkIn, Executor screen) {
        return find(phone, register, walkIn).map(seen -> new SheetViewModel(phone, register, seen, screen));
    }

    static Optional<Entry<WalkIn>> find(Phone phone, DossierId register, RecordId walkIn) {
        return phone.store().register(register).stream()
                .flatMap(held -> held.walkIns().stream())
                .filter(entry -> entry.id().equals(walkIn))
                .findFirst();
    }

    public SheetForm form() {
        return form;
    }

    /** Says why, where the disk refused. */
    public DossierWriter writer() {
        return writer;
    }

    /** Whether something may still become of them. */
    public boolean isOpen() {
        return state().filter(state -> !state.isEnd()).isPresent();
    }

    /** Who may be meant by the name that is typed. */
    List<Visitors.Known> like() {
        return visitors.like(form.name().property().get());
    }

    /** Whether the sheet says them already, as far as they are known. */
    boolean isTyped(Visitors.Known known) {
        return known.dossier() == null
                && known.name().equals(form.name().stripped())
                && (known.phone() == null || !form.phone().isBlank());
    }

    /** They are this one. */
    void choose(Visitors.Known known) {
        form.name().property().set(known.name());
        form.dossier().set(known.dossier());
        String reach = known.phone();
        if (form.phone().isBlank() && reach != null) {
            form.phone().property().set(reach);
        }
    }

    /** The dossier of whoever is known, where the phone holds it. */
    Optional<DossierContents> dossier() {
        DossierId known = form.dossier().get();
        return known == null ? Optional.empty() : phone.store().dossier(known);
    }

    /** What was written is kept; they wait, or sit there, as before. */
    public void keep() {
        save(course -> course, () -> back("walkIn.kept"));
    }

    /** Settled here, or gone; what a colleague said of it meanwhile stands, and is told. Rule: R-REC. */
    public void end(WalkIn.State end) {
        save(
                course -> course.state().isEnd()
                        ? course
                        : course.ended(end, phone.store().worker(), now()),
                () -> {
                    if (state().filter(end::equals).isPresent()) {
                        back("walkIn.said." + end.name());
                    } else {
                        meanwhile();
                    }
                });
    }

    /** This worker received them, and passes on what cannot be settled here. */
    public void passOn() {
        save(
                course -> course.state() == WalkIn.State.WAITING
                        ? course.received(phone.store().worker(), now())
                        : course,
                () -> {
                    if (isOpen()) {
                        phone.navigator().back();
                        phone.navigator().open(new Destination.Liaison(register, id));
                    } else {
                        meanwhile();
                    }
                });
    }

    private Optional<WalkIn.State> state() {
        return find(phone, register, id).map(entry -> entry.value().course().state());
    }

    private void meanwhile() {
        Messages messages = phone.messages();
        phone.navigator().back();
        state().ifPresent(is ->
                phone.navigator().say(messages.get("walkIn.meanwhile", messages.get("walkIn.is." + is.name()))));
    }

    /** Records a contact in the dossier of whoever is known: it begins with what the desk knows. Rule: R-CON. */
    public void contact(DossierId dossier) {
        save(
                course -> course.state() == WalkIn.State.WAITING
                        ? course.received(phone.store().worker(), now())
                        : course,
                () -> phone.navigator().open(new Destination.ContactForm(dossier, null)));
    }

    private void back(String said) {
        phone.navigator().back();
        phone.navigator().say(phone.messages().get(said));
    }

    private Instant now() {
        return phone.clock().instant();
    }

    private void save(UnaryOperator<WalkIn.Course> becomes, Runnable then) {
        form.written()
                .ifPresent(written -> writer.saveOnce(
                        () -> find(phone, register, id)
                                .map(now -> changes(now, written, becomes))
                                .orElseGet(List::of),
                        () -> {
                            if (state().isPresent()) {
                                form.draft().forget();
                                then.run();
                            } else { // taken away meanwhile: the draft stays
                                phone.navigator().say(phone.messages().get("walkIn.gone"));
                            }
                        }));
    }

    /** What was written is laid over what one began from, where they are over how they stand now. Rule: R-REC. */
    private List<Edit.Change> changes(Entry<WalkIn> now, WalkIn written, UnaryOperator<WalkIn.Course> becomes) {
        List<Edit.Change> changes = new ArrayList<>();
        if (!written.equals(form.seen().value())) {
            changes.add(new Edit.Update(RecordKind.WALK_IN, form.seen(), written));
        }
        WalkIn.Course course = becomes.apply(now.value().course());
        if (!course.equals(now.value().course())) {
            changes.add(new Edit.Update(RecordKind.WALK_IN, now, now.value().with(course)));
        }
        return changes;
    }
}
