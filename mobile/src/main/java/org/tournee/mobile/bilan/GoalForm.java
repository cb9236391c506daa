package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** One goal being written. Rule: R-BIL. */
public final class GoalForm implements DraftedForm {

    /** A goal is looked at again after so long (choice): an old project is never shown as binding. */
    static final int REVISIT_MONTHS = 6;

    private final FormDraft<GoalDraft> draft;
    private final RecordId id;
    private final ObjectProperty<Dimension> dimension = new SimpleObjectProperty<>();
    private final StringProperty text = new SimpleStringProperty();
    private final BooleanProperty agreed = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper wrong = new ReadOnlyStringWrapper("");

    /** The form as it was left, or an empty one. */
    public GoalForm(FormDraft<GoalDraft> draft) {
        GoalDraft begun = draft.kept().orElseGet(() -> new GoalDraft(NewRecord.id(), Dimension.INCOME, "", false));
        this.draft = draft;
        this.id = begun.id();
        dimension.set(begun.dimension());
        text.set(begun.text());
        agreed.set(begun.agreed());
        text.addListener((on, was, is) -> wrong.set(""));
        draft.follow(this::worthKeeping, dimension, text, agreed);
    }

    private Optional<GoalDraft> worthKeeping() {
        return text.get().isBlank()
                ? Optional.empty()
                : Optional.of(new GoalDraft(id, dimension.get(), text.get(), agreed.get()));
    }

    /** What was written, agreed to on {@code today} or not yet; empty with the reason in {@link #wrong()}. */
    public Optional<Goal> goal(LocalDate today) {
        String written = text.get().strip();
        if (written.isEmpty() || written.length() > RecordRules.LONGEST_TEXT) {
            wrong.set(written.isEmpty() ? "bilan.wrong.empty" : "bilan.wrong.long");
            return Optional.empty();
        }
        return Optional.of(new Goal(
                new Goal.Aim(dimension.get(), written),
                new Goal.Agreement(agreed.get() ? today : null, today.plusMonths(REVISIT_MONTHS)),
                new Goal.Progress(Goal.State.OPEN)));
    }

    @Override
    public FormDraft<GoalDraft> draft() {
        return draft;
    }

    /** The id that the goal will have. */
    public RecordId id() {
        return id;
    }

    public ObjectProperty<Dimension> dimension() {
        return dimension;
    }

    public StringProperty text() {
        return text;
    }

    public BooleanProperty agreed() {
        return agreed;
    }

    /** The key of what is wrong; empty where nothing is. */
    public ReadOnlyStringProperty wrong() {
        return wrong.getReadOnlyProperty();
    }
}
