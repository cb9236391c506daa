package org.tournee.mobile.bilan;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.bilan.BilanItem;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.Audience;

/** The items of one dimension in words, each of which can end or hold again. */
final class BalanceItems extends VBox {

    private final Phone phone;
    private final Messages messages;
    private final BilanViewModel model;

    BalanceItems(Balance balance, Phone phone, BilanViewModel model) {
        this.phone = phone;
        this.messages = phone.messages();
        this.model = model;
        getStyleClass().add("section-body");
        for (Side side : Side.values()) {
            balance.on(side).forEach(weight -> getChildren().add(card(weight)));
        }
        if (balance.hidden() > 0) {
            getChildren().add(Texts.muted(messages.get("discreet.hidden", balance.hidden())));
        }
    }

    private Card card(Balance.Weight weight) {
        Entry<BilanItem> entry = weight.entry();
        BilanItem.Statement statement = entry.value().statement();
        VBox words = new VBox(Texts.body(statement.text()), Texts.small(String.join(" · ", facts(weight))));
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(new EffectMark(statement.effect(), weight.standing()), words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("item-line");
        Card card = new Card(line);
        if (entry.pending()) {
            card.getChildren().add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("entry.pending")));
        }
        card.getChildren().add(action(weight));
        return card;
    }

    private List<String> facts(Balance.Weight weight) {
        BilanItem item = weight.entry().value();
        DateTexts dates = DateTexts.of(phone);
        List<String> facts = new ArrayList<>();
        facts.add(messages.of(item.statement().effect()));
        facts.add(messages.of(item.statement().whoseWord()));
        facts.add(messages.get("bilan.item.since", dates.day(item.validity().openedOn())));
        if (item.validity().closedOn() != null) {
            facts.add(messages.get("bilan.item.until", dates.day(item.validity().closedOn())));
        }
        if (item.statement().concernsThirdParty()) {
            facts.add(messages.get("bilan.item.third"));
        }
        if (weight.entry().audience() == Audience.RESTRICTED) {
            facts.add(messages.of(Audience.RESTRICTED));
        }
        return facts;
    }

    private javafx.scene.Node action(Balance.Weight weight) {
        Entry<BilanItem> entry = weight.entry();
        if (weight.standing() == Balance.Standing.WENT) {
            return Buttons.quiet(messages.get("bilan.item.reopen"), Material2MZ.UNDO, () -> model.reopen(entry));
        }
        return Buttons.quiet(messages.get("bilan.item.close"), Material2AL.DONE, () -> model.close(entry));
    }
}
