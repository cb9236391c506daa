package org.tournee.mobile.contact;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.segment.PaceText;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Texts;
import org.tournee.segment.Pace;

/** What the contact does to the segment's pace: before, after, and in words. Rule: R-SEG-4. */
final class PaceEffectView extends VBox {

    private final Messages messages;
    private final PaceText text;

    PaceEffectView(Messages messages, DateTexts dates) {
        this.messages = messages;
        this.text = new PaceText(messages, dates);
        getStyleClass().add("pace-effect");
    }

    /** One line that stays above the button while one types. */
    void preview(PaceEffect effect) {
        getChildren().setAll(effect.after().map(after -> line(effect, after)).orElseGet(List::of));
    }

    private List<Node> line(PaceEffect effect, Pace after) {
        Label words =
                Texts.small(messages.get("contact.preview." + effect.kind().name(), after.counted(), after.minimum()));
        VBox line = new VBox(text.dots(after), words);
        line.getStyleClass().add("pace-line");
        return List.of(line);
    }

    /** Before and after, one above the other, once it is saved. */
    void whole(PaceEffect effect) {
        List<Node> nodes = new ArrayList<>();
        effect.before().ifPresent(before -> nodes.add(row("pace.before", before)));
        if (effect.after().isPresent()) {
            nodes.add(Icons.of(Material2AL.ARROW_DOWNWARD));
            nodes.add(row("pace.after", effect.after().get()));
        }
        nodes.add(Texts.body(said(effect)));
        getChildren().setAll(nodes);
    }

    private Node row(String key, Pace pace) {
        VBox row = new VBox(Texts.small(messages.get(key)), text.dots(pace), Texts.strong(text.words(pace)));
        row.getStyleClass().add("pace-row");
        return row;
    }

    private String said(PaceEffect effect) {
        return messages.get("contact.pace." + effect.kind().name());
    }
}
