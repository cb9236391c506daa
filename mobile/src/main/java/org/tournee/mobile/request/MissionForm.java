package org.tournee.mobile.request;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.sync.RecordRules;

/** What a mandate is, who charges with it and what is due, being corrected. Rule: R-MAN. */
public final class MissionForm implements DraftedForm {

    private final FormDraft<MissionDraft> draft;
    private final Entry<Mandate> mandate;
    private final ObjectProperty<Mandate.Kind> kind;
    private final TypedText authority;
    private final TypedText whatIsDue;

    /** As it was left, or as the mandate says; laid over the mandate as it was when one began. Rule: R-REC. */
    MissionForm(FormDraft<MissionDraft> draft, Entry<Mandate> mandate) {
        this.draft = draft;
        this.mandate = draft.begunFrom(mandate);
        Mandate.Mission said = this.mandate.value().mission();
        MissionDraft untouched =
                new MissionDraft(said.kind(), said.authority(), Objects.requireNonNullElse(said.whatIsDue(), ""));
        MissionDraft begun = draft.kept().orElse(untouched);
        this.kind = new SimpleObjectProperty<>(begun.kind());
        this.authority = new TypedText(begun.authority());
        this.whatIsDue = new TypedText(begun.whatIsDue());
        draft.follow(
                () -> Optional.of(new MissionDraft(
                                kind.get(),
                                authority.property().get(),
                                whatIsDue.property().get()))
                        .filter(now -> !now.equals(untouched)),
                kind,
                authority.property(),
                whatIsDue.property());
    }

    /** The mandate after it; empty with what is wrong beside its field. */
    public Optional<Mandate> corrected() {
        return mission(kind.get(), authority, whatIsDue).map(mandate.value()::charged);
    }

    /** What was typed of a mission; empty with what is wrong beside its field. */
    static Optional<Mandate.Mission> mission(Mandate.Kind kind, TypedText authority, TypedText whatIsDue) {
        boolean charged =
                authority.checkSaid(RecordRules.LONGEST_NAME, "mandate.wrong.authority", "mandate.wrong.longName");
        boolean due = whatIsDue.checkAtMost(RecordRules.LONGEST_NOTE, "demand.wrong.long");
        return charged && due
                ? Optional.of(new Mandate.Mission(
                        kind, authority.stripped(), whatIsDue.isBlank() ? null : whatIsDue.stripped()))
                : Optional.empty();
    }

    @Override
    public FormDraft<MissionDraft> draft() {
        return draft;
    }

    /** The mandate that is corrected, as it was seen. */
    public Entry<Mandate> mandate() {
        return mandate;
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
}
