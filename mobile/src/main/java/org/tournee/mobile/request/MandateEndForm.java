package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.Optional;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;

/** The end of a mandate being prepared. Rule: R-MAN. */
public final class MandateEndForm implements DraftedForm {

    private final FormDraft<MandateEndDraft> draft;
    private final Entry<Mandate> mandate;
    private final TypedText lastDay;

    /** As it was left, or today as the last day; about the mandate as it was when one began. Rule: R-REC. */
    MandateEndForm(FormDraft<MandateEndDraft> draft, Entry<Mandate> mandate, LocalDate today) {
        String usual = draft.typed(today);
        this.draft = draft;
        this.mandate = draft.begunFrom(mandate);
        this.lastDay = new TypedText(draft.kept().map(MandateEndDraft::lastDay).orElse(usual));
        draft.follow(
                () -> Optional.of(new MandateEndDraft(lastDay.property().get()))
                        .filter(now -> !now.lastDay().equals(usual)),
                lastDay.property());
    }

    /**
     * What is to be asked for; empty with what is wrong, or why not, beside the day.
     *
     * @param now the mandate as it stands now
     */
    public Optional<MandateEnd> end(Mandate now) {
        Optional<LocalDate> last = lastDay.day("mandate.wrong.end");
        if (last.isEmpty()) {
            return Optional.empty();
        }
        MandateEnd end = MandateEnd.of(mandate.value(), last.get());
        MandateEnd.Result result = end.carry(now);
        boolean fits = lastDay.check(!(result instanceof MandateEnd.Stale), "mandate.wrong.stale")
                && lastDay.check(!(result instanceof MandateEnd.Refused), "mandateEnd.BEFORE_START");
        return fits ? Optional.of(end) : Optional.empty();
    }

    @Override
    public FormDraft<MandateEndDraft> draft() {
        return draft;
    }

    /** The mandate that ends, as it was seen. */
    public Entry<Mandate> mandate() {
        return mandate;
    }

    /** The last day with it. */
    public TypedText lastDay() {
        return lastDay;
    }
}
