package org.tournee.mobile.contact;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.SideBySide;
import org.tournee.mobile.ui.Texts;

/** One level below: when, where, planned or not, what came of it, who may read it. What is likely is chosen already. */
final class ContactDetails extends VBox {

    /** In em: a day or a time can be read in it. */
    private static final double LEAST_EM = 8;

    private final ContactFields fields;
    private final Messages messages;
    private final VBox inner = new VBox();
    private final Button toggle;

    ContactDetails(ContactFields fields, Messages messages, FieldErrors errors) {
        this.fields = fields;
        this.messages = messages;
        getStyleClass().add("contact-details");
        toggle = Buttons.secondary(summary(), Material2AL.EXPAND_MORE, this::openOrClose);
        toggle.setId("contact-details");
        fill(errors);
        inner.getStyleClass().add("details-inner");
        fields.onChange(() -> toggle.setText(summary()));
        errorsOpen(errors);
        getChildren().add(toggle);
    }

    /** "09/03/2026 14:05 · À domicile · Prévu · L'échange a eu lieu". */
    private String summary() {
        return String.join(
                " · ",
                fields.day().get() + " " + fields.time().get(),
                messages.of(fields.place().get()),
                messages.of(fields.happening().get()),
                messages.get(fields.restricted().get() ? "audience.RESTRICTED" : "audience.SERVICE"));
    }

    private void openOrClose() {
        open(!getChildren().contains(inner));
    }

    private void open(boolean on) {
        getChildren().remove(inner);
        if (on) {
            getChildren().add(inner);
        }
        toggle.setGraphic(Icons.of(on ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE));
    }

    private void fill(FieldErrors errors) {
        Field day = Field.text(messages.get("contact.day"));
        Field time = Field.text(messages.get("contact.time"));
        day.keepIn(fields.day());
        time.keepIn(fields.time());
        errors.under(day, ContactCheck.Field.DAY);
        errors.under(time, ContactCheck.Field.TIME);
        SideBySide when = new SideBySide(List.of(day, time), LEAST_EM);
        day.setPrefWidth(0);
        time.setPrefWidth(0);
        inner.getChildren()
                .add(new Card(
                        when,
                        Texts.strong(messages.get("contact.where")),
                        Choices.one(List.of(Place.values()), fields.place(), messages),
                        Texts.strong(messages.get("contact.planned")),
                        Choices.one(List.of(Planning.values()), fields.planning(), messages),
                        Texts.strong(messages.get("contact.happened")),
                        Choices.one(List.of(Happening.values()), fields.happening(), messages),
                        Choices.box(messages.get("contact.socialWork"), fields.socialWorkTopic()),
                        Choices.box(messages.get("contact.restricted"), fields.restricted())));
    }

    /** A message in here must be seen: the details open by themselves. */
    private void errorsOpen(FieldErrors errors) {
        errors.whenWrong(List.of(ContactCheck.Field.DAY, ContactCheck.Field.TIME), () -> open(true));
    }
}
