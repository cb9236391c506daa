package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** The goals, each with the date of the person's agreement; an old one is not shown as binding. Rule: R-BIL. */
final class GoalsView extends VBox {

    private final PlanViewModel plan;
    private final Messages messages;
    private final DateTexts dates;
    private final Section section;

    GoalsView(PlanViewModel plan, Phone phone) {
        this.plan = plan;
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.section = new Section(messages.get("bilan.goals"));
        getChildren().add(section);
        plan.goals().addListener((on, was, is) -> show());
        plan.writingGoal().addListener((on, was, is) -> show());
        show();
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        for (Entry<Goal> goal : plan.goals().get()) {
            nodes.add(card(goal));
        }
        nodes.add(plan.writingGoal()
                .get()
                .map(this::form)
                .orElseGet(() -> Buttons.quiet(messages.get("bilan.goal.add"), Material2AL.ADD, plan::beginGoal)));
        section.contents(nodes);
    }

    private Card card(Entry<Goal> entry) {
        Goal goal = entry.value();
        Card card = new Card(
                Texts.small(messages.of(goal.aim().dimension()) + " · "
                        + messages.of(goal.progress().state())),
                Texts.body(goal.aim().text()),
                agreement(goal));
        card.getChildren()
                .add(
                        goal.progress().state() == Goal.State.OPEN
                                ? steps(entry)
                                : Buttons.quiet(
                                        messages.get("bilan.goal.reopen"),
                                        Material2MZ.UNDO,
                                        () -> plan.progressGoal(entry, Goal.State.OPEN)));
        return card;
    }

    private Node agreement(Goal goal) {
        LocalDate agreed = goal.agreement().agreedOn();
        if (agreed == null) {
            return new Mark(Tone.DUE, messages.get("bilan.goal.notAgreed"));
        }
        if (isOld(goal)) {
            return new Mark(Tone.DUE, messages.get("bilan.goal.old", dates.day(agreed)));
        }
        return new Mark(Tone.DONE, messages.get("bilan.goal.agreed", dates.day(agreed)));
    }

    /** An old project is not binding until the person agrees to it again (003 th. 4). */
    private boolean isOld(Goal goal) {
        LocalDate revisit = goal.agreement().revisitOn();
        return goal.progress().state() == Goal.State.OPEN && revisit != null && revisit.isBefore(plan.today());
    }

    private Flow steps(Entry<Goal> entry) {
        Flow steps = new Flow();
        boolean old = isOld(entry.value());
        if (entry.value().agreement().agreedOn() == null || old) {
            steps.add(Buttons.quiet(
                    messages.get(old ? "bilan.goal.agreeAgain" : "bilan.goal.agree"),
                    Material2AL.CHECK,
                    () -> plan.agree(entry)));
        }
        return steps.add(
                Buttons.quiet(
                        messages.get("bilan.goal.reached"),
                        Material2AL.FLAG,
                        () -> plan.progressGoal(entry, Goal.State.REACHED)),
                Buttons.quiet(
                        messages.get("bilan.goal.giveUp"), null, () -> plan.progressGoal(entry, Goal.State.GIVEN_UP)));
    }

    private Node form(GoalForm form) {
        Field text = Field.area(messages.get("bilan.goal.text"), 2);
        text.input().setId("goal-text");
        text.keepIn(form.text());
        text.errorKey(form.wrong(), messages::get);
        return new Card(
                text,
                Choices.one(Arrays.asList(Dimension.values()), form.dimension(), messages),
                Choices.box(messages.get("bilan.goal.personAgrees"), form.agreed()),
                new DraftMark(form.draft().keeper(), messages),
                Buttons.secondary(messages.get("bilan.goal.keep"), Material2AL.CHECK, plan::addGoal),
                Buttons.quiet(messages.get("bilan.item.giveUp"), Material2AL.CLOSE, plan::giveUpGoal));
    }
}
