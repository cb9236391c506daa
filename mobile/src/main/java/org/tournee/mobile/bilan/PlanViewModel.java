package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Goal;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What is aimed at with the person's agreement, and what is to be done. Rule: R-BIL. */
public final class PlanViewModel {

    private final Phone phone;
    private final DossierId dossier;
    private final Discretion discretion;
    private final Executor screen;
    private final DossierWriter writer;
    private final Writing<GoalForm> writingGoal;
    private final Writing<ActionForm> writingAction;
    private final ChangeListener<Boolean> onDiscretion = (on, was, is) -> refresh();
    private final ReadOnlyObjectWrapper<List<Entry<Goal>>> goals = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Entry<ActionItem>>> actions = new ReadOnlyObjectWrapper<>(List.of());
    private DossierContents contents;

    /**
     * Reads the dossier as the phone has it now.
     *
     * @throws java.util.NoSuchElementException when the phone does not hold the dossier
     */
    public PlanViewModel(Phone phone, DossierId dossier, Discretion discretion, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.discretion = discretion;
        this.screen = screen;
        this.writer = new DossierWriter(phone, dossier, screen);
        this.writingGoal = new Writing<>();
        this.writingAction = new Writing<>();
        this.contents = phone.store().dossier(dossier).orElseThrow();
        discretion.onProperty().addListener(onDiscretion);
        refresh();
        resume();
    }

    /** Offers what was being written when the page was left, unless it was saved just before the app was killed. */
    private void resume() {
        if (goalDraft()
                .kept()
                .filter(kept -> goals.get().stream().noneMatch(goal -> goal.id().equals(kept.id())))
                .isPresent()) {
            beginGoal();
        }
        if (actionDraft()
                .kept()
                .filter(kept ->
                        actions.get().stream().noneMatch(action -> action.id().equals(kept.id())))
                .isPresent()) {
            beginAction();
        }
    }

    private FormDraft<GoalDraft> goalDraft() {
        return new FormDraft<>(phone, DraftName.of(DraftName.Form.GOAL, dossier), GoalDraft.class, screen);
    }

    private FormDraft<ActionDraft> actionDraft() {
        return new FormDraft<>(phone, DraftName.of(DraftName.Form.ACTION, dossier), ActionDraft.class, screen);
    }

    /** Stops listening: the over-the-shoulder switch outlives the page. */
    public void leave() {
        discretion.onProperty().removeListener(onDiscretion);
    }

    /** Reads the dossier again; where the phone does not hold it any more, the last view of it stays. */
    public void refresh() {
        phone.store().dossier(dossier).ifPresent(now -> contents = now);
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

    /** The plan within that time: by whom, then the nearest date first. */
    public List<Entry<ActionItem>> toDo(ActionItem.Horizon horizon) {
        return actions.get().stream()
                .filter(entry -> entry.value().progress().state() == ActionItem.State.TO_DO)
                .filter(entry -> entry.value().task().horizon() == horizon)
                .sorted(Comparator.<Entry<ActionItem>, ActionItem.By>comparing(
                                entry -> entry.value().task().by())
                        .thenComparing(PlanViewModel::dueOrNever))
                .toList();
    }

    /** What was done or given up. */
    public List<Entry<ActionItem>> over() {
        return actions.get().stream()
                .filter(entry -> entry.value().progress().state() != ActionItem.State.TO_DO)
                .toList();
    }

    /** Opens the form of a goal, with its draft. */
    public void beginGoal() {
        writingGoal.begin(new GoalForm(goalDraft()));
    }

    /** Closes the form of the goal and throws its draft away; can be undone for a moment. */
    public void giveUpGoal() {
        writingGoal.giveUp(open -> new GoalForm(goalDraft()));
    }

    /** Adds the goal that is being written; what is wrong stands beside the form. */
    public void addGoal() {
        writingGoal
                .form()
                .get()
                .ifPresent(form -> form.goal(phone.today())
                        .ifPresent(goal -> save(
                                new Edit.Create(RecordKind.GOAL, form.id(), Audience.SERVICE, goal),
                                "bilan.goal.added",
                                () -> writingGoal.done(form))));
    }

    /** The person agrees to it today. */
    public void agree(Entry<Goal> goal) {
        LocalDate today = phone.today();
        Goal.Agreement agreement = new Goal.Agreement(today, today.plusMonths(GoalForm.REVISIT_MONTHS));
        save(
                new Edit.Update(
                        RecordKind.GOAL,
                        goal,
                        new Goal(goal.value().aim(), agreement, goal.value().progress())),
                "bilan.goal.isAgreed");
    }

    /** Says where the goal stands now. */
    public void progressGoal(Entry<Goal> goal, Goal.State state) {
        Goal after = new Goal(goal.value().aim(), goal.value().agreement(), new Goal.Progress(state));
        save(new Edit.Update(RecordKind.GOAL, goal, after), "bilan.goal.is." + state.name());
    }

    /** Opens the form of an action, with its draft. */
    public void beginAction() {
        writingAction.begin(new ActionForm(actionDraft()));
    }

    /** Closes the form of the action and throws its draft away; can be undone for a moment. */
    public void giveUpAction() {
        writingAction.giveUp(open -> new ActionForm(actionDraft()));
    }

    /** Adds the action that is being written; what is wrong stands beside the form. */
    public void addAction() {
        writingAction
                .form()
                .get()
                .ifPresent(form -> form.task()
                        .ifPresent(task -> save(
                                new Edit.Create(
                                        RecordKind.ACTION_ITEM,
                                        form.id(),
                                        Audience.SERVICE,
                                        new ActionItem(task, new ActionItem.Progress(ActionItem.State.TO_DO, null))),
                                "bilan.action.added",
                                () -> writingAction.done(form))));
    }

    /** Says where the action stands now; done ones get today's date. */
    public void progressAction(Entry<ActionItem> action, ActionItem.State state) {
        LocalDate doneOn = state == ActionItem.State.DONE ? phone.today() : null;
        ActionItem after = new ActionItem(action.value().task(), new ActionItem.Progress(state, doneOn));
        save(new Edit.Update(RecordKind.ACTION_ITEM, action, after), "bilan.action.is." + state.name());
    }

    private void save(Edit.Change change, String said) {
        save(change, said, () -> {});
    }

    private void save(Edit.Change change, String said, Runnable then) {
        writer.saveUndoably(List.of(change), phone.messages().get(said), () -> {
            then.run();
            refresh();
        });
    }

    /** The goal that is being written; empty while none is. */
    public ReadOnlyObjectProperty<Optional<GoalForm>> writingGoal() {
        return writingGoal.form();
    }

    /** The action that is being written; empty while none is. */
    public ReadOnlyObjectProperty<Optional<ActionForm>> writingAction() {
        return writingAction.form();
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
