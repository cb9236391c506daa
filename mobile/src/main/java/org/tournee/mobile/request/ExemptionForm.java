package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Exemption;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** An exemption being asked for: the head grants it, or says why not. Rule: R-SEG-10. */
public final class ExemptionForm implements DraftedForm {

    private final FormDraft<ExemptionDraft> draft;
    private final RecordId id;
    private final ObjectProperty<Exemption.Reason> reason;
    private final TypedText from;
    private final TypedText lastDay;
    private final TypedText why;

    /** As it was left, or one from today on. */
    ExemptionForm(FormDraft<ExemptionDraft> draft, LocalDate today) {
        ExemptionDraft untouched = new ExemptionDraft(
                draft.kept().map(ExemptionDraft::id).orElseGet(NewRecord::id),
                Exemption.Reason.HOSPITAL,
                draft.typed(today),
                "",
                "");
        ExemptionDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.id = begun.id();
        this.reason = new SimpleObjectProperty<>(begun.reason());
        this.from = new TypedText(begun.from());
        this.lastDay = new TypedText(begun.lastDay());
        this.why = new TypedText(begun.why());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                reason,
                from.property(),
                lastDay.property(),
                why.property());
    }

    private ExemptionDraft typed() {
        return new ExemptionDraft(
                id,
                reason.get(),
                from.property().get(),
                lastDay.property().get(),
                why.property().get());
    }

    /** What is asked for; empty with what is wrong beside its field. */
    public Optional<Exemption> exemption(WorkerId by, LocalDate today) {
        boolean said = why.checkSaid(RecordRules.LONGEST_NOTE, "exemption.wrong.why", "demand.wrong.long");
        Optional<LocalDate> first = from.day("exemption.wrong.from");
        Optional<LocalDate> last = lastDay.day("exemption.wrong.lastDay");
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        LocalDate until = last.get().plusDays(1);
        boolean bounded = lastDay.check(first.get().isBefore(until), "exemption.wrong.lastDay")
                && lastDay.check(!Exemption.isTooLong(first.get(), until), "exemption.wrong.tooLong");
        return said && bounded
                ? Optional.of(
                        new Exemption(new Exemption.Asked(reason.get(), first.get(), until, by, today, why.stripped())))
                : Optional.empty();
    }

    @Override
    public FormDraft<ExemptionDraft> draft() {
        return draft;
    }

    /** The id that it will have. */
    public RecordId id() {
        return id;
    }

    public ObjectProperty<Exemption.Reason> reason() {
        return reason;
    }

    public TypedText from() {
        return from;
    }

    /** The last day on which no contact is expected. */
    public TypedText lastDay() {
        return lastDay;
    }

    /** What the head reads. */
    public TypedText why() {
        return why;
    }
}
