package org.tournee.mobile.ui;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;

/** Ten large keys under the thumb, and dots for the digits typed. A keyboard's digits, backspace and Enter work too. */
public final class PinPad extends VBox {

    private static final int COLUMNS = 3;

    private final int least;
    private final int most;
    private final HBox dots = new HBox();
    private final Button done;
    private String pin = "";

    /**
     * @param least digits that the key "done" waits for
     * @param most digits that are taken
     * @param words what the two keys besides the digits say, and what the whole is called
     * @param entered takes the digits at "done" or Enter; by then the pad is empty again
     */
    public PinPad(int least, int most, Words words, Consumer<String> entered) {
        this.least = least;
        this.most = most;
        done = Buttons.primary(words.done(), null, () -> entered.accept(taken()));
        done.setMaxWidth(Region.USE_PREF_SIZE);
        done.getStyleClass().add("pin-done");
        done.setDisable(true);
        dots.setAlignment(Pos.CENTER);
        dots.getStyleClass().add("pin-dots");
        dots.setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("pin-pad");
        setAlignment(Pos.CENTER);
        getChildren().addAll(dots, keys(words), done);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.PASSWORD_FIELD);
        setAccessibleText(words.name());
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        showDots();
    }

    /**
     * What is said of it.
     *
     * @param name of the whole, read aloud
     */
    public record Words(String name, String done, String erase) {}

    private String taken() {
        String taken = pin;
        type("");
        return taken;
    }

    private GridPane keys(Words words) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("pin-keys");
        grid.setAlignment(Pos.CENTER);
        for (int digit = 1; digit <= 9; digit++) {
            grid.add(key(digit), (digit - 1) % COLUMNS, (digit - 1) / COLUMNS);
        }
        Button erase = Buttons.icon(Material2AL.BACKSPACE, words.erase(), this::erase);
        erase.getStyleClass().add("pin-key");
        erase.setFocusTraversable(false);
        grid.add(erase, 2, COLUMNS);
        grid.add(key(0), 1, COLUMNS);
        return grid;
    }

    private Button key(int digit) {
        String name = Integer.toString(digit);
        Button key = new Button(name);
        key.getStyleClass().addAll("pin-key", "pin-digit");
        key.setAccessibleText(name);
        key.setFocusTraversable(false);
        key.setOnAction(event -> add(name));
        return key;
    }

    private void onKey(KeyEvent event) {
        String text = event.getText();
        if (text.length() == 1 && Character.isDigit(text.charAt(0))) {
            event.consume();
            add(Integer.toString(Character.digit(text.charAt(0), 10)));
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            event.consume();
            erase();
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            done.fire();
        }
    }

    private void add(String digit) {
        if (pin.length() < most) {
            type(pin + digit);
        }
    }

    private void erase() {
        if (!pin.isEmpty()) {
            type(pin.substring(0, pin.length() - 1));
        }
    }

    private void type(String digits) {
        pin = digits;
        done.setDisable(digits.length() < least);
        showDots();
    }

    private void showDots() {
        dots.getChildren().clear();
        for (int place = 0; place < Math.max(least, pin.length()); place++) {
            Region dot = new Region();
            dot.getStyleClass().addAll("pin-dot", place < pin.length() ? "pin-typed" : "pin-open");
            dots.getChildren().add(dot);
        }
        dots.setAccessibleText(Integer.toString(pin.length()));
    }
}
