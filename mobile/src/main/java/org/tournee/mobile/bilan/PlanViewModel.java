package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What is aimed at with the person's agreement, and what is to be done. Rule: R-BIL. */
public final class PlanViewModel {

    /** A goal is looked at again after so long (choice): an old project is never shown as binding. */
    static final int REVISIT_MONTHS = 6;

    private final Phone phone;
    private final DossierId dossier;
    private final Discretion discretion;
    private final DossierWriter writer;
    private final ChangeListener<Boolean> onDiscretion = (on, was, is) -> refresh();
    private final ReadOnlyObjectWrapper<List<Entry<Goal>>> goals = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Entry<ActionItem>>> actions = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * Reads the dossier as the phone has it now.
     *
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public PlanViewModel(Phone phone, DossierId dossier, Discretion discretion, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.discretion = discretion;
        this.writer = new DossierWriter(phone, dossier, screen);
        discretion.onProperty().addListener(onDiscretion);
        refresh();
    }

    /** Stops listening: the over-the-shoulder switch outlives the page. */
    public void leave() {
        discretion.onProperty().removeListener(onDiscretion);
    }

    /** Reads the dossier again. */
    public void refresh() {
        DossierContents contents = phone.store().dossier(dossier).orElseThrow();
        goals.set(contents.goals().stream()
                .filter(discretion::shows)
                .sorted(Comparator.comparing(entry -> entry.value().progress().state()))
                .toList());
        actions.set(contents.actionItems().stream()
                .filter(discretion::shows)
                .sorted(Comparator.<Entry<ActionItem>, ActionItem.State>comparing(
                                entry -> entry.value().progress().state())
                        .thenComparing(PlanViewModel::dueOrNever))
                .toList());
    }

    private static LocalDate dueOrNever(Entry<ActionItem> entry) {
        LocalDate due = entry.value().task().dueOn();
        return due == null ? LocalDate.MAX : due;
    }

    /** Adds a goal; {@code agreed} when the person agrees to it today. Blank texts are passed over. */
    public void addGoal(Dimension dimension, String text, boolean agreed) {
        if (text.isBlank()) {
            return;
        }
        LocalDate today = phone.today();
        Goal goal = new Goal(
                new Goal.Aim(dimension, text.strip()),
                new Goal.Agreement(agreed ? today : null, today.plusMonths(REVISIT_MONTHS)),
                new Goal.Progress(Goal.State.OPEN));
        save(new Edit.Create(RecordKind.GOAL, NewRecord.id(), Audience.SERVICE, goal));
    }

    /** The person agrees to it today. */
    public void agree(Entry<Goal> goal) {
        LocalDate today = phone.today();
        Goal.Agreement agreement = new Goal.Agreement(today, today.plusMonths(REVISIT_MONTHS));
        save(new Edit.Update(
                RecordKind.GOAL,
                goal,
                new Goal(goal.value().aim(), agreement, goal.value().progress())));
    }

    /** Says where the goal stands now. */
    public void progressGoal(Entry<Goal> goal, Goal.State state) {
        Goal after = new Goal(goal.value().aim(), goal.value().agreement(), new Goal.Progress(state));
        save(new Edit.Update(RecordKind.GOAL, goal, after));
    }

    /** Adds an action. Blank texts are passed over. */
    public void addAction(String what, ActionItem.By by, ActionItem.Horizon horizon, @Nullable LocalDate dueOn) {
        if (what.isBlank()) {
            return;
        }
        ActionItem action = new ActionItem(
                new ActionItem.Task(what.strip(), by, horizon, dueOn),
                new ActionItem.Progress(ActionItem.State.TO_DO, null));
        save(new Edit.Create(RecordKind.ACTION_ITEM, NewRecord.id(), Audience.SERVICE, action));
    }

    /** Says where the action stands now; done ones get today's date. */
    public void progressAction(Entry<ActionItem> action, ActionItem.State state) {
        LocalDate doneOn = state == ActionItem.State.DONE ? phone.today() : null;
        ActionItem after = new ActionItem(action.value().task(), new ActionItem.Progress(state, doneOn));
        save(new Edit.Update(RecordKind.ACTION_ITEM, action, after));
    }

    private void save(Edit.Change change) {
        writer.save(List.of(change), this::refresh);
    }

    public LocalDate today() {
        return phone.today();
    }

    public DossierWriter writer() {
        return writer;
    }

    /** Open ones first. */
    public ReadOnlyObjectProperty<List<Entry<Goal>>> goals() {
        return goals.getReadOnlyProperty();
    }

    /** Those to do first, the nearest date on top. */
    public ReadOnlyObjectProperty<List<Entry<ActionItem>>> actions() {
        return actions.getReadOnlyProperty();
    }
}
