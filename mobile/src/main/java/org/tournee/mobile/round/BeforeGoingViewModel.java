package org.tournee.mobile.round;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftKeeper;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.store.Edit;
import org.tournee.outreach.Opposition;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What to know before one goes to a household, and whether it wants to be approached. Rule: R-OUT. */
public final class BeforeGoingViewModel {

    /** Months for which a note may be shown, as one chooses. */
    static final List<Integer> MONTHS = List.of(1, 3, 6, SafetyNote.MOST_MONTHS);

    private static final int USUAL_MONTHS = 3;
    private static final int MOST_VISITS = 10;

    private final Phone phone;
    private final DossierId dossier;
    private final DossierWriter writer;
    private final FormDraft<SafetyDraft> draft;
    private final Runnable changed;
    private final StringProperty fact = new SimpleStringProperty();
    private final IntegerProperty months = new SimpleIntegerProperty();
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");

    /**
     * The form as it was left, or an empty one.
     *
     * @param changed called once something was saved
     */
    public BeforeGoingViewModel(Phone phone, DossierId dossier, Executor screen, Runnable changed) {
        this.phone = phone;
        this.dossier = dossier;
        this.changed = changed;
        this.writer = new DossierWriter(phone, dossier, screen);
        this.draft =
                new FormDraft<>(phone, DraftName.of(DraftName.Form.SAFETY_NOTE, dossier), SafetyDraft.class, screen);
        SafetyDraft begun = draft.kept().orElseGet(() -> new SafetyDraft("", USUAL_MONTHS));
        fact.set(begun.fact());
        months.set(begun.months());
        fact.addListener((on, was, is) -> wrong.set(""));
        draft.follow(
                () -> fact.get().isBlank() ? Optional.empty() : Optional.of(new SafetyDraft(fact.get(), months.get())),
                fact,
                months);
    }

    private DossierContents contents() {
        return phone.store().dossier(dossier).orElseThrow();
    }

    public String household() {
        return contents().dossier().value().household().name();
    }

    /** The notes that are shown today. */
    public List<Entry<SafetyNote>> notes() {
        return contents().safetyNotes().stream()
                .filter(entry -> entry.value().holdsOn(phone.today()))
                .toList();
    }

    /** The visits of the past, the latest first: what was tried and what one found. */
    public List<Visit> visits() {
        return contents().visits().stream()
                .map(Entry::value)
                .filter(visit -> visit.ending() != null && visit.ending().state() != Visit.State.LEFT_OUT)
                .sorted(Comparator.comparing((Visit visit) -> visit.plan().day())
                        .reversed())
                .limit(MOST_VISITS)
                .toList();
    }

    /** What stands of what they said about being approached. */
    public Optional<Entry<Opposition>> opposition() {
        return contents().oppositions().stream()
                .filter(entry -> entry.value().stands())
                .findFirst();
    }

    /** Saves the note that was written; or says beside the field what is wrong. */
    public void note() {
        String written = fact.get().strip();
        if (written.isEmpty() || written.length() > SafetyNote.LONGEST_FACT) {
            wrong.set(written.isEmpty() ? "bilan.wrong.empty" : "safety.wrong.long");
            return;
        }
        LocalDate today = phone.today();
        SafetyNote note = new SafetyNote(
                new SafetyNote.Note(written, phone.store().worker(), today, today.plusMonths(months.get())));
        save(new Edit.Create(RecordKind.SAFETY_NOTE, NewRecord.id(), Audience.SERVICE, note), "safety.noted", () -> {
            fact.set("");
            draft.forget();
        });
    }

    /** The fact is over: the note is not shown any more. One of today was a mistake, and is taken away. */
    public void end(Entry<SafetyNote> entry) {
        SafetyNote.Note said = entry.value().note();
        LocalDate yesterday = phone.today().minusDays(1);
        Edit.Change change = yesterday.isBefore(said.notedOn())
                ? new Edit.Delete(RecordKind.SAFETY_NOTE, entry)
                : new Edit.Update(
                        RecordKind.SAFETY_NOTE,
                        entry,
                        new SafetyNote(new SafetyNote.Note(said.fact(), said.author(), said.notedOn(), yesterday)));
        save(change, "safety.ended", () -> {});
    }

    /** They do not want to be approached. */
    public void oppose() {
        Opposition opposition = new Opposition(new Opposition.Stated(phone.today(), null), null);
        save(
                new Edit.Create(RecordKind.OPPOSITION, NewRecord.id(), Audience.SERVICE, opposition),
                "opposition.noted",
                () -> {});
    }

    /** They take it back. */
    public void withdraw(Entry<Opposition> entry) {
        Opposition after = new Opposition(entry.value().stated(), new Opposition.Withdrawal(phone.today()));
        save(new Edit.Update(RecordKind.OPPOSITION, entry, after), "opposition.withdrawn", () -> {});
    }

    private void save(Edit.Change change, String said, Runnable then) {
        writer.saveUndoably(List.of(change), phone.messages().get(said), () -> {
            then.run();
            changed.run();
        });
    }

    public StringProperty fact() {
        return fact;
    }

    public IntegerProperty months() {
        return months;
    }

    /** The key of what is wrong; empty where nothing is. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    public DraftKeeper keeper() {
        return draft.keeper();
    }

    public DossierWriter writer() {
        return writer;
    }
}
