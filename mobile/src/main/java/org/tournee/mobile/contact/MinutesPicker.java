package org.tournee.mobile.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Texts;

/** How long: four likely values, five minutes more or less, or none. Rule: R-SEG-3. */
final class MinutesPicker extends VBox {

    private static final List<Integer> LIKELY = List.of(15, 30, 45, 60);
    private static final int STEP = 5;

    private final ContactFields fields;
    private final Messages messages;
    private final Map<Integer, ToggleButton> chips = new LinkedHashMap<>();
    private final Label value = Texts.strong("");

    MinutesPicker(ContactFields fields, Messages messages) {
        this.fields = fields;
        this.messages = messages;
        getStyleClass().add("minutes-picker");
        FlowPane row = new FlowPane();
        row.getStyleClass().add("chip-group");
        for (int minutes : LIKELY) {
            row.getChildren().add(chip(minutes));
        }
        value.getStyleClass().add("minutes-value");
        value.setMaxWidth(Label.USE_PREF_SIZE);
        HBox fine = new HBox(
                step("−", messages.get("contact.minutes.less"), -STEP),
                value,
                step("+", messages.get("contact.minutes.more"), STEP));
        fine.setAlignment(Pos.CENTER_LEFT);
        fine.getStyleClass().add("minutes-fine");
        row.getChildren().add(fine);
        getChildren().add(row);
        fields.minutes().addListener((on, was, is) -> show());
        show();
    }

    private ToggleButton chip(int minutes) {
        ToggleButton chip = new ToggleButton(String.valueOf(minutes));
        chip.getStyleClass().addAll("chip", "minutes-chip");
        chip.setAccessibleText(messages.get("contact.minutes.value", minutes));
        chip.setOnAction(event -> fields.minutes().set(chip.isSelected() ? minutes : null));
        chips.put(minutes, chip);
        return chip;
    }

    private Button step(String sign, String accessible, int minutes) {
        Button button = new Button(sign);
        button.getStyleClass().addAll("chip", "minutes-step");
        button.setAccessibleText(accessible);
        button.setOnAction(event -> fields.addMinutes(minutes));
        return button;
    }

    private void show() {
        Integer now = fields.minutes().get();
        chips.forEach((minutes, chip) -> chip.setSelected(minutes.equals(now)));
        value.setText(now == null ? messages.get("contact.minutes.open") : messages.get("contact.minutes.short", now));
        value.setAccessibleText(
                now == null ? messages.get("contact.minutes.none") : messages.get("contact.minutes.value", now));
    }
}
