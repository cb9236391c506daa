package org.tournee.mobile.rights;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.RightsCheckup;

/** What one reads out to the person at the end: whole sentences, the follow-ups first. Rule: R-RDD. */
final class SummaryView extends VBox {

    private static final int STEP = 5;
    private static final int MOST = 240;

    private final Messages messages;
    private final RightsSweepViewModel model;
    private final WorkerId speaker;
    private final IntegerProperty minutes = new SimpleIntegerProperty();

    SummaryView(Phone phone, RightsSweepViewModel model, Runnable back) {
        this.messages = phone.messages();
        this.model = model;
        this.speaker = phone.store().worker();
        minutes.set(model.minutesSoFar());
        Page page = new Page();
        page.contents(contents());
        Button goOn = Buttons.secondary(messages.get("rights.goOn"), Material2AL.ARROW_BACK, back);
        if (model.sweep().get().finished()) {
            page.footer(goOn);
        } else {
            Button finish = Buttons.primary(
                    messages.get("rights.finish"), Material2AL.CHECK, () -> model.finish(minutes.get()));
            finish.setId("rights-finish");
            page.footer(new RefusalNotice(model.writer().refused(), messages), duration(), finish, goOn);
        }
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
    }

    private List<Node> contents() {
        Sweep sweep = model.sweep().get();
        List<Node> nodes = new ArrayList<>();
        nodes.add(Texts.title(model.householdName()));
        if (sweep.finished()) {
            nodes.add(new Mark(Tone.DONE, messages.get("rights.finished")));
        }
        nodes.add(Texts.body(messages.get("rights.said.intro", sweep.looked(), sweep.size())));
        for (SpokenSummary.Paragraph paragraph : new SpokenSummary(messages, speaker, model::nameOf).of(sweep)) {
            Card card = new Card(Texts.strong(paragraph.heading()));
            paragraph.sentences().forEach(sentence -> card.getChildren().add(Texts.body(sentence)));
            nodes.add(card);
        }
        return nodes;
    }

    private Node duration() {
        Label value = Texts.strong("");
        value.setAlignment(Pos.CENTER);
        Runnable show = () -> value.setText(messages.get("contact.minutes.short", minutes.get()));
        minutes.addListener((on, was, is) -> show.run());
        show.run();
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox row = new HBox(
                8,
                Texts.body(messages.get("rights.duration")),
                step("−", "contact.minutes.less", -STEP),
                value,
                step("+", "contact.minutes.more", STEP));
        row.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, row);
        Label advice = Texts.small(messages.get("rights.duration.advice", RightsCheckup.Course.RECOMMENDED_MINUTES));
        minutes.addListener(
                (on, was, is) -> advice.setVisible(is.intValue() < RightsCheckup.Course.RECOMMENDED_MINUTES));
        advice.setVisible(minutes.get() < RightsCheckup.Course.RECOMMENDED_MINUTES);
        advice.managedProperty().bind(advice.visibleProperty());
        box.getChildren().add(advice);
        return box;
    }

    private Button step(String sign, String key, int change) {
        Button button = new Button(sign);
        button.getStyleClass().addAll("chip", "minutes-step");
        button.setAccessibleText(messages.get(key));
        button.setOnAction(event -> minutes.set(Math.min(MOST, Math.max(1, minutes.get() + change))));
        return button;
    }
}
