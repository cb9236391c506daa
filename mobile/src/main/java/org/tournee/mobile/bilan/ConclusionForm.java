package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.BilanConclusion;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.sync.RecordRules;

/** What the bilan concludes to, being written. Rule: R-BIL. */
public final class ConclusionForm implements DraftedForm {

    private final FormDraft<ConclusionDraft> draft;
    private final ObjectProperty<BilanConclusion.Orientation> orientation = new SimpleObjectProperty<>();
    private final StringProperty reason = new SimpleStringProperty();
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");

    /**
     * The form as it was left, or with what stands now.
     *
     * @param standing null where nothing was concluded yet
     */
    public ConclusionForm(FormDraft<ConclusionDraft> draft, BilanConclusion.@Nullable Conclusion standing) {
        ConclusionDraft begun = draft.kept().orElseGet(() -> begin(standing));
        this.draft = draft;
        orientation.set(begun.orientation());
        reason.set(begun.reason());
        reason.addListener((on, was, is) -> wrong.set(""));
        draft.follow(() -> Optional.of(new ConclusionDraft(orientation.get(), reason.get())), orientation, reason);
    }

    private static ConclusionDraft begin(BilanConclusion.@Nullable Conclusion standing) {
        return standing == null
                ? new ConclusionDraft(BilanConclusion.Orientation.SOCIAL_FOLLOW_UP_EQUITY, "")
                : new ConclusionDraft(standing.orientation(), standing.reason());
    }

    /** What was written; empty with the reason in {@link #wrong()}. */
    public Optional<BilanConclusion> conclusion(LocalDate today) {
        String written = reason.get().strip();
        if (written.isEmpty() || written.length() > RecordRules.LONGEST_NOTE) {
            wrong.set(written.isEmpty() ? "bilan.wrong.empty" : "bilan.wrong.longReason");
            return Optional.empty();
        }
        return Optional.of(new BilanConclusion(new BilanConclusion.Conclusion(orientation.get(), today, written)));
    }

    @Override
    public FormDraft<ConclusionDraft> draft() {
        return draft;
    }

    public ObjectProperty<BilanConclusion.Orientation> orientation() {
        return orientation;
    }

    public StringProperty reason() {
        return reason;
    }

    /** The key of what is wrong; empty where nothing is. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }
}
