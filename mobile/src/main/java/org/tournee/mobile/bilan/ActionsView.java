package org.tournee.mobile.bilan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.bilan.ActionItem;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.contact.ContactCheck;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
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
    private boolean writing;

    ActionsView(PlanViewModel plan, Phone phone) {
        this.plan = plan;
        this.phone = phone;
        this.messages = phone.messages();
        this.section = new Section(messages.get("bilan.actions"));
        getChildren().add(section);
        plan.actions().addListener((on, was, is) -> show());
        show();
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        for (Entry<ActionItem> action : plan.actions().get()) {
            nodes.add(card(action));
        }
        nodes.add(writing ? form() : Buttons.quiet(messages.get("bilan.action.add"), Material2AL.ADD, this::write));
        section.contents(nodes);
    }

    private void write() {
        writing = !writing;
        show();
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
                    .add(Buttons.quiet(messages.get("bilan.action.done"), Material2AL.CHECK, () -> done(entry)));
        } else {
            card.getChildren()
                    .add(new Mark(Tone.DONE, messages.of(action.progress().state())));
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

    private void done(Entry<ActionItem> entry) {
        plan.progressAction(entry, ActionItem.State.DONE);
        phone.navigator()
                .say(
                        messages.get("bilan.action.isDone"),
                        messages.get("undo"),
                        () -> plan.actions().get().stream()
                                .filter(now -> now.id().equals(entry.id()))
                                .findFirst()
                                .ifPresent(now -> plan.progressAction(now, ActionItem.State.TO_DO)));
    }

    private Node form() {
        Field what = Field.area(messages.get("bilan.action.what"), 2);
        Field due = Field.text(messages.get("bilan.action.due")).hint(messages.get("contact.day.hint"));
        ObjectProperty<ActionItem.By> by = new SimpleObjectProperty<>(ActionItem.By.SERVICE);
        ObjectProperty<ActionItem.Horizon> horizon = new SimpleObjectProperty<>(ActionItem.Horizon.SHORT);
        return new Card(
                what,
                Choices.one(Arrays.asList(ActionItem.By.values()), by, messages),
                Choices.one(Arrays.asList(ActionItem.Horizon.values()), horizon, messages),
                due,
                Buttons.secondary(messages.get("bilan.action.keep"), Material2AL.CHECK, () -> {
                    Optional<LocalDate> day = ContactCheck.day(due.text());
                    boolean wrongDay = !due.text().isBlank() && day.isEmpty();
                    what.error(what.text().isBlank() ? messages.get("contact.wrong.task") : null);
                    due.error(wrongDay ? messages.get("contact.wrong.day") : null);
                    if (!what.text().isBlank() && !wrongDay) {
                        writing = false;
                        plan.addAction(what.text(), by.get(), horizon.get(), day.orElse(null));
                    }
                }),
                Buttons.quiet(messages.get("bilan.item.giveUp"), Material2MZ.UNDO, this::write));
    }
}
