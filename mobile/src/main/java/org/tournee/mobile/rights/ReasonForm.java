package org.tournee.mobile.rights;

import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.sync.RecordRules;

/** The reason of a refusal, in the person's own words; without one the refusal is not written. Rule: R-RDD. */
public final class ReasonForm implements DraftedForm {

    private final FormDraft<ReasonDraft> draft;
    private final StringProperty text = new SimpleStringProperty();
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");

    /** The form as it was left, or an empty one. */
    public ReasonForm(FormDraft<ReasonDraft> draft) {
        this.draft = draft;
        text.set(draft.kept().map(ReasonDraft::reason).orElse(""));
        text.addListener((on, was, is) -> wrong.set(""));
        draft.follow(
                () -> Optional.of(new ReasonDraft(text.get()))
                        .filter(typed -> !typed.reason().isBlank()),
                text);
    }

    /** What was written; empty with what is wrong in {@link #wrong()}. */
    public Optional<String> reason() {
        String written = text.get().strip();
        if (written.isEmpty() || written.length() > RecordRules.LONGEST_NOTE) {
            wrong.set(written.isEmpty() ? "rights.wrong.reason" : "bilan.wrong.longReason");
            return Optional.empty();
        }
        return Optional.of(written);
    }

    @Override
    public FormDraft<ReasonDraft> draft() {
        return draft;
    }

    public StringProperty text() {
        return text;
    }

    /** The key of what is wrong; empty where nothing is. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }
}
