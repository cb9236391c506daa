package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.bilan.ActionItem;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** What is to be done, by whom and by when. Rule: R-BIL. */
final class ActionsView extends VBox {

    private final PlanViewModel plan;
    private final Phone phone;
    private final Messages messages;
    private final Section section;

    ActionsView(PlanViewModel plan, Phone phone) {
        this.plan = plan;
        this.phone = phone;
        this.messages = phone.messages();
        this.section = new Section(messages.get("bilan.actions"));
        getChildren().add(section);
        plan.actions().addListener((on, was, is) -> show());
        plan.writingAction().addListener((on, was, is) -> show());
        show();
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        for (ActionItem.Horizon horizon : ActionItem.Horizon.values()) {
            List<Entry<ActionItem>> toDo = plan.toDo(horizon);
            if (!toDo.isEmpty()) {
                nodes.add(Texts.strong(messages.of(horizon)));
                toDo.forEach(action -> nodes.add(card(action)));
            }
        }
        nodes.add(plan.writingAction()
                .get()
                .<Node>map(form -> new ActionFormView(form, messages, plan::addAction, plan::giveUpAction))
                .orElseGet(() -> Buttons.quiet(messages.get("bilan.action.add"), Material2AL.ADD, plan::beginAction)));
        List<Entry<ActionItem>> over = plan.over();
        if (!over.isEmpty()) {
            nodes.add(Texts.strong(messages.get("bilan.actions.over")));
            over.forEach(action -> nodes.add(card(action)));
        }
        section.contents(nodes);
    }

    private Card card(Entry<ActionItem> entry) {
        ActionItem action = entry.value();
        Card card = new Card(
                Texts.body(action.task().what()),
                Texts.small(messages.of(action.task().by()) + " · "
                        + messages.of(action.task().horizon())));
        if (action.progress().state() == ActionItem.State.TO_DO) {
            due(action).ifPresent(card.getChildren()::add);
            card.getChildren()
                    .add(new Flow(
                            Buttons.quiet(
                                    messages.get("bilan.action.done"),
                                    Material2AL.CHECK,
                                    () -> plan.progressAction(entry, ActionItem.State.DONE)),
                            Buttons.quiet(
                                    messages.get("bilan.goal.giveUp"),
                                    null,
                                    () -> plan.progressAction(entry, ActionItem.State.GIVEN_UP))));
        } else {
            card.getChildren()
                    .addAll(
                            new Mark(Tone.DONE, messages.of(action.progress().state())),
                            Buttons.quiet(
                                    messages.get("bilan.action.reopen"),
                                    Material2MZ.UNDO,
                                    () -> plan.progressAction(entry, ActionItem.State.TO_DO)));
        }
        return card;
    }

    private Optional<Node> due(ActionItem action) {
        LocalDate due = action.task().dueOn();
        if (due == null) {
            return Optional.empty();
        }
        boolean past = due.isBefore(plan.today());
        return Optional.of(new Mark(
                past ? Tone.LATE : Tone.NEUTRAL,
                Material2AL.EVENT,
                messages.get(
                        past ? "bilan.action.since" : "bilan.action.by",
                        DateTexts.of(phone).day(due))));
    }
}
