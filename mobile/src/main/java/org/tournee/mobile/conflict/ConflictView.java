package org.tournee.mobile.conflict;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.MarkedText;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.SideBySide;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Two cards: who, when, and the difference marked in the text. Rule: R-REC. */
final class ConflictView extends VBox {

    /** Longer values are written in a field of several lines. */
    private static final int LONG_TEXT = 60;

    private final Messages messages;
    private final DateTexts dates;
    private final ConflictViewModel model;
    private final Page page = new Page();
    private boolean writing;

    ConflictView(Phone phone, ConflictViewModel model) {
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.model = model;
        this.writing = model.resumed();
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        show();
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Texts.title(model.householdName()));
        nodes.add(Texts.body(messages.get("conflict.intro", model.subject())));
        nodes.add(new RefusalNotice(model.writer().refused(), messages));
        if (model.settled().get()) {
            nodes.add(new Notice(Tone.DONE, messages.get("conflict.isSettled")));
        }
        boolean may = !model.settled().get() && model.mayNot().isEmpty();
        List<Node> cards = new ArrayList<>();
        model.cards().forEach(card -> cards.add(card(card, cards.size() + 1, may)));
        nodes.add(new SideBySide(cards));
        model.mayNot()
                .filter(reason -> !model.settled().get())
                .ifPresent(reason ->
                        nodes.add(new Notice(Tone.NEUTRAL, messages.get("conflict.refusal." + reason.name()))));
        if (may && !model.writing().isEmpty()) {
            nodes.add(writing ? form() : write());
        }
        page.contents(nodes);
    }

    private Button write() {
        Button write = Buttons.quiet(messages.get("conflict.write"), Material2AL.EDIT, () -> {
            writing = true;
            show();
        });
        write.setId("conflict-write");
        return write;
    }

    private Node card(VariantCard card, int number, boolean may) {
        Card box = new Card(Texts.strong(card.author()), Texts.small(when(card)));
        if (card.current()) {
            box.getChildren().add(new Mark(Tone.NEUTRAL, Material2MZ.VISIBILITY, messages.get("conflict.current")));
        }
        if (card.fields().isEmpty()) {
            box.getChildren().add(Texts.body(messages.get("conflict.takenAway")));
        }
        for (VariantCard.Field field : card.fields()) {
            if (field.differs()) {
                box.getChildren().add(differing(field));
            }
        }
        String same = card.fields().stream()
                .filter(field -> !field.differs()
                        && !field.line().inner()
                        && !field.line().value().isBlank())
                .map(field -> field.line().value())
                .collect(Collectors.joining(" · "));
        if (!same.isEmpty()) {
            box.getChildren().add(Texts.small(messages.get("conflict.same", same)));
        }
        if (may) {
            Button keep = Buttons.secondary(
                    messages.get(number == 1 ? "conflict.keepThis" : "conflict.keepOther"),
                    Material2AL.CHECK,
                    () -> model.keep(card));
            keep.setId("conflict-keep-" + number);
            keep.setAccessibleText(messages.get("conflict.keepOf", card.author()));
            box.getChildren().add(keep);
        }
        return box.toned(Tone.CONFLICT);
    }

    private String when(VariantCard card) {
        String received = messages.get("conflict.received", dates.moment(card.receivedAt()));
        return card.occurredAt() == null
                ? received
                : messages.get("conflict.written", dates.moment(card.occurredAt())) + " · " + received;
    }

    private Node differing(VariantCard.Field field) {
        GroupText.Line line = field.line();
        Node value = line.value().isEmpty()
                ? Texts.muted(messages.get("conflict.nothing"))
                : new MarkedText(line.name(), field.value());
        return new VBox(4, Texts.small(line.name()), value);
    }

    private Node form() {
        Section section = new Section(messages.get("conflict.write"));
        List<Node> nodes = new ArrayList<>();
        for (VariantCard.Field field : model.template().fields()) {
            StringProperty text = model.writing().get(field.line().field());
            if (text != null) {
                Field input = field.line().value().length() > LONG_TEXT
                        ? Field.area(field.line().name(), 4)
                        : Field.text(field.line().name());
                input.keepIn(text);
                input.input().setId("conflict-field-" + field.line().field());
                nodes.add(input);
            }
        }
        Button keep = Buttons.primary(messages.get("conflict.keepWritten"), Material2AL.CHECK, model::keepWritten);
        keep.setId("conflict-keep-written");
        nodes.add(new DraftMark(model.keeper(), messages));
        nodes.add(keep);
        section.contents(nodes);
        return section;
    }
}
