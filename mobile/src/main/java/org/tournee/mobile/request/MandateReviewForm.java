package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.Optional;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordRules;

/** The review of a mandate being written. Rule: R-MAN. */
public final class MandateReviewForm implements DraftedForm {

    private final FormDraft<MandateReviewDraft> draft;
    private final Entry<Mandate> mandate;
    private final TypedText heldOn;
    private final TypedText conclusion;

    /** As it was left, or one of today; laid over the mandate as it was when one began. Rule: R-REC. */
    MandateReviewForm(FormDraft<MandateReviewDraft> draft, Entry<Mandate> mandate, LocalDate today) {
        MandateReviewDraft untouched = new MandateReviewDraft(draft.typed(today), "");
        MandateReviewDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.mandate = draft.begunFrom(mandate);
        this.heldOn = new TypedText(begun.heldOn());
        this.conclusion = new TypedText(begun.conclusion());
        draft.follow(
                () -> Optional.of(new MandateReviewDraft(
                                heldOn.property().get(), conclusion.property().get()))
                        .filter(now -> !now.equals(untouched)),
                heldOn.property(),
                conclusion.property());
    }

    /** The mandate after it; empty with what is wrong beside its field. */
    public Optional<Mandate> reviewed(WorkerId by, LocalDate today) {
        boolean said = conclusion.checkSaid(RecordRules.LONGEST_NOTE, "mandate.wrong.conclusion", "demand.wrong.long");
        Optional<LocalDate> held =
                heldOn.day("mandate.wrong.heldOn").filter(day -> mandate.value().mayBeReviewed(day, today));
        boolean dated = heldOn.check(held.isPresent(), "mandate.wrong.heldOn");
        return said && dated
                ? Optional.of(mandate.value().reviewed(held.orElseThrow(), by, conclusion.stripped()))
                : Optional.empty();
    }

    @Override
    public FormDraft<MandateReviewDraft> draft() {
        return draft;
    }

    /** The mandate that is reviewed, as it was seen. */
    public Entry<Mandate> mandate() {
        return mandate;
    }

    public TypedText heldOn() {
        return heldOn;
    }

    /** What came of it. */
    public TypedText conclusion() {
        return conclusion;
    }
}
