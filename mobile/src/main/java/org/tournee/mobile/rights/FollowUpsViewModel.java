package org.tournee.mobile.rights;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.reminder.ReminderKind;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsFigures;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The rights of a household that are being asked for, and what became of each. Rule: R-RDD. */
public final class FollowUpsViewModel {

    private final Phone phone;
    private final DossierId dossier;
    private final Discretion discretion;
    private final Executor screen;
    private final DossierWriter writer;
    private final Writing<OutcomeForm> writing = new Writing<>();
    private final ReadOnlyObjectWrapper<List<Entry<RightCheck>>> running = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<Entry<RightCheck>>> ended = new ReadOnlyObjectWrapper<>(List.of());
    private DossierContents contents;

    /**
     * Reads the dossier as the phone has it now, and goes on with an outcome that was left half written.
     *
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public FollowUpsViewModel(Phone phone, DossierId dossier, Discretion discretion, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.discretion = discretion;
        this.screen = screen;
        this.writer = new DossierWriter(phone, dossier, screen);
        this.contents = phone.store().dossier(dossier).orElseThrow();
        refresh();
        running.get().stream()
                .filter(check -> draft(check).kept().isPresent())
                .findFirst()
                .ifPresent(this::begin);
    }

    /** Reads the dossier again; where the phone does not hold it any more, the last view of it stays. */
    public void refresh() {
        phone.store().dossier(dossier).ifPresent(now -> contents = now);
        running.set(followed()
                .filter(check -> check.value().ending() == null)
                .sorted(Comparator.comparing(FollowUpsViewModel::dueOn))
                .toList());
        ended.set(followed()
                .filter(check -> check.value().ending() != null)
                .sorted(Comparator.comparing(FollowUpsViewModel::endedOn).reversed())
                .toList());
        readings.set(readings.get() + 1);
    }

    /** How often the dossier was read: a page is laid anew when it was. */
    public ReadOnlyIntegerProperty readings() {
        return readings.getReadOnlyProperty();
    }

    private Stream<Entry<RightCheck>> followed() {
        return contents.rightChecks().stream()
                .filter(discretion::shows)
                .filter(check -> check.value().followUp() != null);
    }

    private static LocalDate dueOn(Entry<RightCheck> check) {
        RightCheck.FollowUp followUp = check.value().followUp();
        return followUp == null ? LocalDate.MAX : followUp.dueOn();
    }

    private static LocalDate endedOn(Entry<RightCheck> check) {
        RightCheck.Ending ending = check.value().ending();
        return ending == null ? LocalDate.MAX : ending.endedOn();
    }

    private FormDraft<OutcomeDraft> draft(Entry<RightCheck> check) {
        DraftName name = DraftName.of(DraftName.Form.RIGHT_OUTCOME, dossier, check.id());
        return new FormDraft<>(phone, name, OutcomeDraft.class, screen);
    }

    private OutcomeForm form(Entry<RightCheck> check) {
        return new OutcomeForm(check, draft(check), phone.today());
    }

    /** Opens the form of an outcome, with its draft. */
    public void begin(Entry<RightCheck> check) {
        writing.begin(form(check));
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(open -> form(open.check()));
    }

    /** Ends the follow-up as written; what is wrong stands beside its field. */
    public void end() {
        writing.form()
                .get()
                .ifPresent(open -> open.ending(phone.today()).ifPresent(ending -> {
                    save(
                            current(open.check()),
                            ending,
                            "rights.ended." + ending.outcome().name(),
                            () -> writing.done(open));
                }));
    }

    /** Goes on with a follow-up that had ended. */
    public void reopen(Entry<RightCheck> check) {
        save(check, null, "rights.reopened", () -> {});
    }

    /**
     * A right whose resources are to be declared anew.
     *
     * @param dueOn the renewal that it is for
     */
    public record Declaration(Entry<RightCheck> check, LocalDate dueOn) {}

    /** Those that are told of now, the nearest first. Rule: R-RDD. Source: 004 §2.1.3. */
    public List<Declaration> declarations() {
        ReminderSetting setting = new ReminderSetting(
                phone.store().profile(),
                phone.store().catalogue(),
                phone.store().heads());
        return ReminderRules.of(contents, phone.today(), setting).stream()
                .filter(reminder -> reminder.kind() == ReminderKind.DECLARATION_DUE)
                .flatMap(reminder -> contents.rightChecks().stream()
                        .filter(check -> check.id().equals(reminder.record()) && discretion.shows(check))
                        .map(check -> new Declaration(check, reminder.dueOn())))
                .sorted(Comparator.comparing(Declaration::dueOn))
                .toList();
    }

    /** Resources were declared today. */
    public void declared(Declaration done) {
        RightCheck after = done.check().value().declared(phone.today());
        writer.saveUndoably(
                List.of(new Edit.Update(RecordKind.RIGHT_CHECK, done.check(), after)),
                phone.messages().get("rights.declared", rightName(after)),
                this::refresh);
    }

    /** How many rights of the last sweep were put off, and which sweep it was. */
    public Optional<Later> later() {
        return contents.rightsCheckups().stream()
                .filter(discretion::shows)
                .max(Comparator.comparing(entry -> entry.value().course().startedAt()))
                .map(sweep -> new Later(sweep.id(), putOff(sweep.id())))
                .filter(later -> later.rights() > 0);
    }

    private long putOff(RecordId sweep) {
        return contents.rightChecks().stream()
                .filter(check -> check.value().subject().checkup().equals(sweep))
                .filter(check -> check.value().finding().state() == RightState.NOT_LOOKED_AT)
                .count();
    }

    /** What was put off in a sweep. */
    public record Later(RecordId sweep, long rights) {}

    /** What became of those that were asked for, beside the reference points. */
    public RightsFigures figures() {
        return RightsFigures.of(
                contents,
                ended.get(),
                phone.store().catalogue(),
                phone.store().profile().zone());
    }

    private Entry<RightCheck> current(Entry<RightCheck> shown) {
        return running.get().stream()
                .filter(check -> check.id().equals(shown.id()))
                .findFirst()
                .orElse(shown);
    }

    private void save(Entry<RightCheck> check, RightCheck.@Nullable Ending ending, String said, Runnable then) {
        RightCheck was = check.value();
        RightCheck after = was.ended(ending);
        Edit.Change change = new Edit.Update(RecordKind.RIGHT_CHECK, check, after);
        writer.saveUndoably(List.of(change), phone.messages().get(said, rightName(was)), () -> {
            then.run();
            refresh();
        });
    }

    /** The name of a right in the catalogue; its id where the catalogue has it no more. */
    public String rightName(RightCheck check) {
        return phone.store().catalogue().nameOf(check.subject().rightId());
    }

    public DossierWriter writer() {
        return writer;
    }

    /** Those that go on, the nearest due first. */
    public ReadOnlyObjectProperty<List<Entry<RightCheck>>> running() {
        return running.getReadOnlyProperty();
    }

    /** Those that ended, the latest first. */
    public ReadOnlyObjectProperty<List<Entry<RightCheck>>> ended() {
        return ended.getReadOnlyProperty();
    }

    /** The outcome that is being written; empty while none is. */
    public ReadOnlyObjectProperty<Optional<OutcomeForm>> writing() {
        return writing.form();
    }
}
