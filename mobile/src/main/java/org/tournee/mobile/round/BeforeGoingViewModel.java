package org.tournee.mobile.round;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.outreach.Opposition;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What to know before one goes to a household, and whether it wants to be approached. Rule: R-OUT. */
public final class BeforeGoingViewModel {

    private static final int MOST_VISITS = 10;

    private final DossierDesk desk;
    private final Writing<SafetyForm> writing;

    /** Goes on with a note that was left half written. */
    public BeforeGoingViewModel(DossierDesk desk) {
        this.desk = desk;
        this.writing = desk.writing();
        if (draft().kept().isPresent()) {
            begin();
        }
    }

    private FormDraft<SafetyDraft> draft() {
        return desk.draft(DraftName.Form.SAFETY_NOTE, SafetyDraft.class);
    }

    public String household() {
        return desk.contents().dossier().value().household().name();
    }

    /** The notes that are shown today; none while one may look over the shoulder, for they speak of others. */
    public List<Entry<SafetyNote>> notes() {
        return desk.contents().safetyNotes().stream()
                .filter(entry -> !desk.discretion().on()
                        && entry.value().holdsOn(desk.phone().today()))
                .toList();
    }

    /** The visits of the past, the latest first: what was tried and what one found. */
    public List<Visit> visits() {
        return desk.shown(desk.contents().visits()).stream()
                .map(Entry::value)
                .filter(visit -> visit.ending() != null && visit.ending().state() != Visit.State.LEFT_OUT)
                .sorted(Comparator.comparing((Visit visit) -> visit.plan().day())
                        .reversed())
                .limit(MOST_VISITS)
                .toList();
    }

    /** What stands of what they said about being approached. */
    public Optional<Entry<Opposition>> opposition() {
        return desk.contents().oppositions().stream()
                .filter(entry -> entry.value().stands())
                .findFirst();
    }

    /** Opens the form of a note, with its draft. */
    public void begin() {
        writing.begin(new SafetyForm(draft()));
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUp() {
        writing.giveUp(open -> new SafetyForm(draft()));
    }

    /** Saves the note that was written; what is wrong stands beside the field. */
    public void note() {
        writing.form()
                .get()
                .ifPresent(form -> form.note(
                                desk.phone().store().worker(), desk.phone().today())
                        .ifPresent(note -> save(
                                new Edit.Create(RecordKind.SAFETY_NOTE, form.id(), Audience.SERVICE, note),
                                "safety.noted",
                                () -> writing.done(form))));
    }

    /** The fact is over: the note is not shown any more. One of today was a mistake, and is taken away. */
    public void end(Entry<SafetyNote> entry) {
        SafetyNote.Note said = entry.value().note();
        LocalDate yesterday = desk.phone().today().minusDays(1);
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
        Opposition opposition = Opposition.statedOn(desk.phone().today());
        save(
                new Edit.Create(RecordKind.OPPOSITION, NewRecord.id(), Audience.SERVICE, opposition),
                "opposition.noted",
                () -> {});
    }

    /** They take it back. */
    public void withdraw(Entry<Opposition> entry) {
        Opposition after = entry.value().withdrawnOn(desk.phone().today());
        save(new Edit.Update(RecordKind.OPPOSITION, entry, after), "opposition.withdrawn", () -> {});
    }

    private void save(Edit.Change change, String said, Runnable then) {
        desk.save(desk.phone().messages().get(said), then, change);
    }

    /** The note that is being written; empty while none is. */
    public Optional<SafetyForm> open() {
        return writing.form().get();
    }
}
