package org.tournee.mobile.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.bilan.ActionDraft;
import org.tournee.mobile.bilan.ActionForm;
import org.tournee.mobile.bilan.ActionFormView;
import org.tournee.mobile.bilan.ItemDraft;
import org.tournee.mobile.bilan.ItemForm;
import org.tournee.mobile.bilan.ItemFormView;
import org.tournee.mobile.bilan.Side;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Texts;

/** What came up in the same visit, saved with the contact in one transaction: items of the bilan, and an action. */
final class VisitExtras extends VBox {

    private final ContactFields fields;
    private final Messages messages;
    private final VBox list = new VBox();
    private final VBox writing = new VBox();
    private final FormDraft<ItemDraft> itemDraft;
    private final FormDraft<ActionDraft> actionDraft;

    VisitExtras(
            ContactFields fields,
            Messages messages,
            FormDraft<ItemDraft> itemDraft,
            FormDraft<ActionDraft> actionDraft) {
        this.itemDraft = itemDraft;
        this.actionDraft = actionDraft;
        this.fields = fields;
        this.messages = messages;
        getStyleClass().add("section-body");
        list.getStyleClass().add("section-body");
        fields.noted().addListener((javafx.beans.Observable changed) -> show());
        fields.task().addListener((on, was, is) -> show());
        getChildren().addAll(list, writing);
        show();
        resume();
    }

    /** Goes on with what was being written when the page was left. */
    private void resume() {
        ItemForm.resume(itemDraft).ifPresentOrElse(this::writeItem, () -> {
            if (actionDraft.kept().isPresent()) {
                writeTask();
            }
        });
    }

    private void show() {
        List<Node> lines = new ArrayList<>();
        for (BilanItem.Statement statement : fields.noted()) {
            lines.add(line(
                    messages.of(statement.dimension()) + " · " + messages.of(statement.effect()),
                    statement.text(),
                    () -> fields.noted().remove(statement)));
        }
        ActionItem.Task task = fields.task().get();
        if (task != null) {
            lines.add(line(
                    messages.get("contact.extra.action") + " · " + messages.of(task.by()),
                    task.what(),
                    () -> fields.task().set(null)));
        }
        list.getChildren().setAll(lines);
        offer();
    }

    private Node line(String kind, String text, Runnable remove) {
        return new Card(
                Texts.small(kind),
                Texts.body(text),
                Buttons.quiet(messages.get("contact.extra.remove"), Material2AL.CLOSE, remove));
    }

    private void offer() {
        writing.getChildren().clear();
        VisitRoom room = VisitRoom.beside(fields.noted());
        if (!room.isFull()) {
            writing.getChildren()
                    .add(Buttons.quiet(messages.get("contact.extra.addItem"), Material2AL.ADD, this::place));
        }
        if (room.isTold()) {
            writing.getChildren().add(Texts.small(messages.get("contact.extra.room", room.left())));
        }
        if (fields.task().get() == null) {
            writing.getChildren()
                    .add(Buttons.quiet(messages.get("contact.extra.addAction"), Material2AL.ADD, this::writeTask));
        }
    }

    /** First where on the balances, then the words. */
    private void place() {
        ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.WEIGHS);
        ChipGroup<Dimension> dimensions = ChipGroup.one(Arrays.asList(Dimension.values()), messages::of);
        dimensions.selectedProperty().addListener((on, was, is) -> {
            if (!is.isEmpty()) {
                writeItem(ItemForm.begin(itemDraft, is.get(0), side.get()));
            }
        });
        writing.getChildren()
                .setAll(new Card(
                        Texts.strong(messages.get("contact.extra.where")),
                        Choices.one(List.of(Side.values()), side, messages),
                        dimensions,
                        Buttons.quiet(messages.get("app.close"), Material2AL.CLOSE, this::offer)));
    }

    private void writeItem(ItemForm form) {
        Runnable giveUp = () -> {
            offer();
            itemDraft.discard(this::resume);
        };
        Runnable add = () -> form.statement().ifPresent(statement -> {
            fields.noted().add(statement);
            itemDraft.forget();
        });
        writing.getChildren().setAll(ItemFormView.withoutAudience(form, messages, add, giveUp));
    }

    private void writeTask() {
        ActionForm form = new ActionForm(actionDraft);
        Runnable giveUp = () -> {
            offer();
            actionDraft.discard(this::resume);
        };
        Runnable keep = () -> form.task().ifPresent(task -> {
            fields.task().set(task);
            actionDraft.forget();
        });
        writing.getChildren().setAll(new ActionFormView(form, messages, keep, giveUp));
    }
}
