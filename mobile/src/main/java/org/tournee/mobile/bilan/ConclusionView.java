package org.tournee.mobile.bilan;

import java.util.Arrays;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.bilan.BilanConclusion;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** What the bilan concludes to. Rule: R-BIL. */
final class ConclusionView extends VBox {

    private final BilanViewModel model;
    private final Phone phone;
    private final Messages messages;
    private final Section section;
    private boolean writing;

    ConclusionView(BilanViewModel model, Phone phone) {
        this.model = model;
        this.phone = phone;
        this.messages = phone.messages();
        this.section = new Section(messages.get("bilan.conclusion"));
        getChildren().add(section);
        model.conclusion().addListener((on, was, is) -> show());
        show();
    }

    private void show() {
        section.contents(java.util.List.of(writing ? form() : standing()));
    }

    private void write() {
        writing = !writing;
        show();
    }

    private Node standing() {
        Optional<Entry<BilanConclusion>> entry = model.conclusion().get();
        if (entry.isEmpty()) {
            return Buttons.quiet(messages.get("bilan.conclude"), Material2AL.ADD, this::write);
        }
        BilanConclusion.Conclusion conclusion = entry.get().value().conclusion();
        return new Card(
                Texts.strong(messages.of(conclusion.orientation())),
                Texts.body(conclusion.reason()),
                Texts.small(messages.get("bilan.concluded", DateTexts.of(phone).day(conclusion.concludedOn()))),
                Buttons.quiet(messages.get("bilan.conclude.change"), Material2AL.EDIT, this::write));
    }

    private Node form() {
        Optional<BilanConclusion.Conclusion> was =
                model.conclusion().get().map(entry -> entry.value().conclusion());
        ObjectProperty<BilanConclusion.Orientation> orientation =
                new SimpleObjectProperty<>(was.map(BilanConclusion.Conclusion::orientation)
                        .orElse(BilanConclusion.Orientation.SOCIAL_FOLLOW_UP_EQUITY));
        Field reason = Field.area(messages.get("bilan.conclude.reason"), 3);
        was.ifPresent(before -> reason.input().setText(before.reason()));
        return new Card(
                Choices.one(Arrays.asList(BilanConclusion.Orientation.values()), orientation, messages),
                reason,
                Buttons.secondary(messages.get("bilan.conclude.keep"), Material2AL.CHECK, () -> {
                    if (reason.text().isBlank()) {
                        reason.error(messages.get("bilan.wrong.empty"));
                    } else {
                        writing = false;
                        model.conclude(orientation.get(), reason.text());
                    }
                }),
                Buttons.quiet(messages.get("bilan.item.giveUp"), Material2AL.CLOSE, this::write));
    }
}
