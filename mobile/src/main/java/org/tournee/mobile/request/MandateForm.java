package org.tournee.mobile.request;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.sync.RecordId;

/** A mandate being written down. Rule: R-MAN. */
public final class MandateForm implements DraftedForm {

    private final FormDraft<MandateDraft> draft;
    private final RecordId id;
    private final ObjectProperty<Mandate.Kind> kind;
    private final TypedText authority;
    private final TypedText whatIsDue;
    private final TypedText start;
    private final TypedText lastDay;

    /** As it was left, or a new one that begins today. */
    MandateForm(FormDraft<MandateDraft> draft, LocalDate today) {
        MandateDraft untouched = new MandateDraft(
                draft.kept().map(MandateDraft::id).orElseGet(NewRecord::id),
                Mandate.Kind.OTHER,
                "",
                "",
                draft.typed(today),
                "");
        MandateDraft begun = draft.kept().orElse(untouched);
        this.draft = draft;
        this.id = begun.id();
        this.kind = new SimpleObjectProperty<>(begun.kind());
        this.authority = new TypedText(begun.authority());
        this.whatIsDue = new TypedText(begun.whatIsDue());
        this.start = new TypedText(begun.start());
        this.lastDay = new TypedText(begun.lastDay());
        draft.follow(
                () -> Optional.of(typed()).filter(now -> !now.equals(untouched)),
                kind,
                authority.property(),
                whatIsDue.property(),
                start.property(),
                lastDay.property());
    }

    private MandateDraft typed() {
        return new MandateDraft(
                id,
                kind.get(),
                authority.property().get(),
                whatIsDue.property().get(),
                start.property().get(),
                lastDay.property().get());
    }

    /** What was written; empty with what is wrong beside its field. */
    public Optional<Mandate> mandate() {
        Optional<Mandate.Mission> mission = MissionForm.mission(kind.get(), authority, whatIsDue);
        Optional<LocalDate> first = start.day("mandate.wrong.start");
        Optional<LocalDate> last = lastDay.isBlank() ? Optional.empty() : lastDay.day("mandate.wrong.lastDay");
        boolean ends = first.isEmpty()
                || lastDay.check(
                        lastDay.isBlank()
                                || last.filter(day -> !day.isBefore(first.get()))
                                        .isPresent(),
                        "mandate.wrong.lastDay");
        if (mission.isEmpty() || first.isEmpty() || !ends) {
            return Optional.empty();
        }
        return Optional.of(new Mandate(
                mission.get(),
                new Mandate.Term(first.get(), last.map(day -> day.plusDays(1)).orElse(null))));
    }

    @Override
    public FormDraft<MandateDraft> draft() {
        return draft;
    }

    /** The id that it will have. */
    public RecordId id() {
        return id;
    }

    public ObjectProperty<Mandate.Kind> kind() {
        return kind;
    }

    /** Who charges the service with it. */
    public TypedText authority() {
        return authority;
    }

    /** What is expected of the service; may stay empty. */
    public TypedText whatIsDue() {
        return whatIsDue;
    }

    public TypedText start() {
        return start;
    }

    /** The last day with it; empty while none is set. */
    public TypedText lastDay() {
        return lastDay;
    }
}
