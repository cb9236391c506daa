package org.tournee.mobile.rights;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightCheck;

/** How the follow-up of a right ended, being written. Rule: R-RDD. */
public final class OutcomeForm implements DraftedForm {

    private final Entry<RightCheck> check;
    private final FormDraft<OutcomeDraft> draft;
    private final ObjectProperty<@Nullable FollowUpOutcome> outcome = new SimpleObjectProperty<>();
    private final StringProperty day = new SimpleStringProperty();
    private final ReadOnlyStringWrapper wrongOutcome = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper wrongDay = new ReadOnlyStringWrapper("");

    /** The form as it was left, or with {@code today} as the day. */
    public OutcomeForm(Entry<RightCheck> check, FormDraft<OutcomeDraft> draft, LocalDate today) {
        this.check = check;
        this.draft = draft;
        OutcomeDraft begun = draft.kept().orElseGet(() -> new OutcomeDraft(null, draft.typed(today)));
        outcome.set(begun.outcome());
        day.set(begun.day());
        outcome.addListener((on, was, is) -> wrongOutcome.set(""));
        day.addListener((on, was, is) -> wrongDay.set(""));
        draft.follow(() -> Optional.of(new OutcomeDraft(outcome.get(), day.get())), outcome, day);
    }

    /**
     * What was written; empty with what is wrong beside its field.
     *
     * @param today the last day on which it can have ended
     */
    public Optional<RightCheck.Ending> ending(LocalDate today) {
        FollowUpOutcome chosen = outcome.get();
        Optional<LocalDate> endedOn = TypedDay.of(day.get()).filter(typed -> !typed.isAfter(today));
        wrongOutcome.set(chosen == null ? "rights.wrong.outcome" : "");
        wrongDay.set(endedOn.isEmpty() ? "rights.wrong.endedOn" : "");
        return chosen == null ? Optional.empty() : endedOn.map(on -> new RightCheck.Ending(chosen, on));
    }

    /** The right whose follow-up ends. */
    public Entry<RightCheck> check() {
        return check;
    }

    @Override
    public FormDraft<OutcomeDraft> draft() {
        return draft;
    }

    /** Null while none is chosen. */
    public ObjectProperty<@Nullable FollowUpOutcome> outcome() {
        return outcome;
    }

    /** The day as people write it. */
    public StringProperty day() {
        return day;
    }

    /** The key of what is wrong with the outcome; empty where nothing is. */
    public ReadOnlyStringProperty wrongOutcome() {
        return wrongOutcome.getReadOnlyProperty();
    }

    /** The key of what is wrong with the day; empty where nothing is. */
    public ReadOnlyStringProperty wrongDay() {
        return wrongDay.getReadOnlyProperty();
    }
}
