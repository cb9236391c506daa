package org.tournee.mobile.round;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.organisation.WorkerId;
import org.tournee.outreach.SafetyNote;
import org.tournee.sync.RecordId;

/** A fact to know before one goes there, being written. Rule: R-OUT. */
public final class SafetyForm implements DraftedForm {

    /** Months for which a note may be shown, as one chooses. */
    public static final List<Integer> MONTHS = List.of(1, 3, 6, SafetyNote.MOST_MONTHS);

    private static final int USUAL_MONTHS = 3;

    private final FormDraft<SafetyDraft> draft;
    private final RecordId id;
    private final TypedText fact;
    private final ObjectProperty<Integer> months;

    /** As it was left, or an empty one. */
    SafetyForm(FormDraft<SafetyDraft> draft) {
        SafetyDraft begun = draft.kept().orElseGet(() -> new SafetyDraft(null, "", USUAL_MONTHS));
        RecordId kept = begun.id();
        this.draft = draft;
        this.id = kept == null ? NewRecord.id() : kept;
        this.fact = new TypedText(begun.fact());
        this.months = new SimpleObjectProperty<>(begun.months());
        draft.follow(
                () -> fact.isBlank()
                        ? Optional.empty()
                        : Optional.of(new SafetyDraft(id, fact.property().get(), months.get())),
                fact.property(),
                months);
    }

    /** What was noted; empty with what is wrong beside the field. */
    Optional<SafetyNote> note(WorkerId author, LocalDate today) {
        boolean said = fact.check(!fact.isBlank(), "bilan.wrong.empty")
                && fact.checkAtMost(SafetyNote.LONGEST_FACT, "safety.wrong.long");
        return said
                ? Optional.of(new SafetyNote(
                        new SafetyNote.Note(fact.stripped(), author, today, today.plusMonths(months.get()))))
                : Optional.empty();
    }

    @Override
    public FormDraft<SafetyDraft> draft() {
        return draft;
    }

    /** The id that it will have, so that a second tap makes no second note. */
    RecordId id() {
        return id;
    }

    public TypedText fact() {
        return fact;
    }

    /** For how long it is shown. */
    public ObjectProperty<Integer> months() {
        return months;
    }
}
