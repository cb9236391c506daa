package org.tournee.mobile.question;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** A question being written. Rule: R-ASK. */
public final class QuestionForm implements DraftedForm {

    private final FormDraft<QuestionDraft> draft;
    private final RecordId begunAbout;
    private final RecordId id;
    private final ObjectProperty<RecordId> about;
    private final TypedText text;

    /**
     * As it was left, or an empty one.
     *
     * @param record what it was begun about
     */
    QuestionForm(FormDraft<QuestionDraft> draft, RecordId record, Optional<QuestionDraft> kept) {
        QuestionDraft begun = kept.orElseGet(() -> new QuestionDraft(NewRecord.id(), record, ""));
        this.draft = draft;
        this.begunAbout = record;
        this.id = begun.id();
        this.about = new SimpleObjectProperty<>(begun.about());
        this.text = new TypedText(begun.text());
        draft.follow(
                () -> text.isBlank()
                        ? Optional.empty()
                        : Optional.of(new QuestionDraft(
                                id, about.get(), text.property().get())),
                about,
                text.property());
    }

    /** What was asked; empty with what is wrong beside the field. */
    public Optional<String> asked() {
        return text.checkSaid(RecordRules.LONGEST_NOTE, "question.wrong.text", "question.wrong.long")
                ? Optional.of(text.stripped())
                : Optional.empty();
    }

    @Override
    public FormDraft<QuestionDraft> draft() {
        return draft;
    }

    /** The id that the question will have. */
    public RecordId id() {
        return id;
    }

    /** The record that the form was opened for, under which its draft is kept. */
    RecordId begunAbout() {
        return begunAbout;
    }

    /** The record that is asked about. */
    public ObjectProperty<RecordId> about() {
        return about;
    }

    public TypedText text() {
        return text;
    }
}
