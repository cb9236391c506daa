package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tournee.bilan.ActionItem;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** One action being written. Rule: R-BIL. */
public final class ActionForm implements DraftedForm {

    private final FormDraft<ActionDraft> draft;
    private final RecordId id;
    private final StringProperty what = new SimpleStringProperty();
    private final ObjectProperty<ActionItem.By> by = new SimpleObjectProperty<>();
    private final ObjectProperty<ActionItem.Horizon> horizon = new SimpleObjectProperty<>();
    private final StringProperty due = new SimpleStringProperty();
    private final ReadOnlyStringWrapper wrongWhat = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wrongDue = new ReadOnlyStringWrapper("");

    /** The form as it was left, or an empty one. */
    public ActionForm(FormDraft<ActionDraft> draft) {
        ActionDraft begun = draft.kept()
                .orElseGet(
                        () -> new ActionDraft(NewRecord.id(), "", ActionItem.By.SERVICE, ActionItem.Horizon.SHORT, ""));
        this.draft = draft;
        this.id = begun.id();
        what.set(begun.what());
        by.set(begun.by());
        horizon.set(begun.horizon());
        due.set(begun.due());
        what.addListener((on, was, is) -> wrongWhat.set(""));
        due.addListener((on, was, is) -> wrongDue.set(""));
        draft.follow(this::worthKeeping, what, by, horizon, due);
    }

    private Optional<ActionDraft> worthKeeping() {
        return what.get().isBlank() && due.get().isBlank()
                ? Optional.empty()
                : Optional.of(new ActionDraft(id, what.get(), by.get(), horizon.get(), due.get()));
    }

    /** What was written; empty with the reasons in {@link #wrongWhat()} and {@link #wrongDue()}. */
    public Optional<ActionItem.Task> task() {
        String written = what.get().strip();
        Optional<LocalDate> day = TypedDay.of(due.get());
        boolean wrongText = written.isEmpty() || written.length() > RecordRules.LONGEST_TEXT;
        boolean wrongDay = !due.get().isBlank() && day.isEmpty();
        wrongWhat.set(wrongText ? "contact.wrong.task" : "");
        wrongDue.set(wrongDay ? "contact.wrong.day" : "");
        return wrongText || wrongDay
                ? Optional.empty()
                : Optional.of(new ActionItem.Task(written, by.get(), horizon.get(), day.orElse(null)));
    }

    @Override
    public FormDraft<ActionDraft> draft() {
        return draft;
    }

    /** The id that the action will have. */
    public RecordId id() {
        return id;
    }

    public StringProperty what() {
        return what;
    }

    public ObjectProperty<ActionItem.By> by() {
        return by;
    }

    public ObjectProperty<ActionItem.Horizon> horizon() {
        return horizon;
    }

    /** The day as people write it. */
    public StringProperty due() {
        return due;
    }

    /** The key of what is wrong with the words; empty where nothing is. */
    public ReadOnlyStringProperty wrongWhat() {
        return wrongWhat.getReadOnlyProperty();
    }

    /** The key of what is wrong with the day; empty where nothing is. */
    public ReadOnlyStringProperty wrongDue() {
        return wrongDue.getReadOnlyProperty();
    }
}
