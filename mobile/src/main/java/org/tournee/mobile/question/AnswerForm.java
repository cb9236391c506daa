package org.tournee.mobile.question;

import java.util.Optional;
import org.tournee.dossier.Entry;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.question.Question;
import org.tournee.sync.RecordRules;

/** An answer being written. Rule: R-ASK. */
public final class AnswerForm implements DraftedForm {

    private final FormDraft<AnswerDraft> draft;
    private final Entry<Question> question;
    private final TypedText text;

    /** As it was left, or what was answered so far. */
    AnswerForm(FormDraft<AnswerDraft> draft, Entry<Question> question) {
        Question.Answer answered = question.value().answer();
        AnswerDraft standing = new AnswerDraft(answered == null ? "" : answered.text());
        AnswerDraft begun = draft.kept().orElse(standing);
        this.draft = draft;
        this.question = question;
        this.text = new TypedText(begun.text());
        draft.follow(
                () -> Optional.of(new AnswerDraft(text.property().get())).filter(now -> !now.equals(standing)),
                text.property());
    }

    /** What was answered; empty with what is wrong beside the field. */
    public Optional<String> answered() {
        return text.checkSaid(RecordRules.LONGEST_NOTE, "question.wrong.answer", "question.wrong.long")
                ? Optional.of(text.stripped())
                : Optional.empty();
    }

    @Override
    public FormDraft<AnswerDraft> draft() {
        return draft;
    }

    public Entry<Question> question() {
        return question;
    }

    public TypedText text() {
        return text;
    }
}
