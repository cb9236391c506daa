package org.tournee.mobile.app;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.PinPad;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.mobile.ui.WholePage;

/** The first start: who one is, then a PIN of one's own. One thing a page. */
final class EnrolView extends StackPane {

    private final EnrolViewModel model;
    private final Messages messages;
    private final @Nullable Runnable back;
    private final Node signIn;

    /**
     * Shows the first page.
     *
     * @param languages whoever cannot read the page chooses here
     * @param back leaves the enrolment; null where there is nothing to go back to
     */
    EnrolView(EnrolViewModel model, Messages messages, Node languages, @Nullable Runnable back) {
        this.model = model;
        this.messages = messages;
        this.back = back;
        this.signIn = signIn(languages);
        getStyleClass().add("entrance-place");
        model.stepProperty().addListener((source, was, is) -> show());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && goBack()) {
                event.consume();
            }
        });
        show();
    }

    private boolean goBack() {
        if (model.back()) {
            return true;
        }
        boolean canLeave = back != null && model.stepProperty().get() == EnrolViewModel.Step.SIGN_IN;
        if (canLeave && back != null) {
            back.run();
        }
        return canLeave;
    }

    private void show() {
        getChildren()
                .setAll(
                        switch (model.stepProperty().get()) {
                            case SIGN_IN -> signIn;
                            case CHOOSE_PIN -> pin("enrol.pin.title", "enrol.pin.why", "app.next");
                            case REPEAT_PIN -> pin("enrol.pin.again", "enrol.pin.againWhy", "app.ok");
                            case ENROLLING -> enrolling();
                            case GIVE_UP_DRAFTS -> giveUpDrafts();
                        });
    }

    private Node signIn(Node languages) {
        Field server = field(Field.text(messages.get("enrol.server")), "server");
        Field login = field(Field.text(messages.get("enrol.login")), "login");
        Field password = field(Field.secret(messages.get("enrol.password")), "password");
        server.keepIn(model.serverProperty());
        login.keepIn(model.loginProperty());
        password.keepIn(model.passwordProperty());
        server.hint(messages.get("enrol.server.hint"));
        VBox general = new VBox();
        model.errorsProperty().addListener((source, was, is) -> {
            server.error(orNull(is.server()));
            login.error(orNull(is.login()));
            password.error(orNull(is.password()));
            general.getChildren().clear();
            if (!is.general().isEmpty()) {
                general.getChildren().add(new Notice(Tone.CONFLICT, is.general()));
            }
        });
        Button next = Buttons.primary(messages.get("app.next"), Material2AL.ARROW_FORWARD, model::next);
        next.setDefaultButton(true);
        return new Page(head(), general, server, login, password, languages).footer(next);
    }

    private static Field field(Field field, String id) {
        field.input().setId("enrol-" + id);
        return field;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Node head() {
        StackPane mark = new StackPane(Icons.large(Material2MZ.PHONELINK_LOCK));
        mark.getStyleClass().add("entrance-mark");
        VBox head = model.isForgotten()
                ? new VBox(mark, Texts.title(messages.get("forgotten.title")), Texts.body(model.forgottenWhy()))
                : new VBox(mark, Texts.title(messages.get("enrol.title")), Texts.muted(messages.get("enrol.welcome")));
        head.getStyleClass().add("entrance-head");
        if (back != null) {
            head.getChildren().add(0, new HBox(Buttons.icon(Material2AL.ARROW_BACK, messages.get("app.back"), back)));
        }
        return head;
    }

    private Node pin(String title, String why, String done) {
        Button back = Buttons.icon(Material2AL.ARROW_BACK, messages.get("app.back"), model::back);
        VBox head = new VBox(
                new HBox(back),
                Texts.title(messages.get(title)),
                Texts.muted(messages.get(why, Entrance.SHORTEST_PIN)));
        head.getStyleClass().add("entrance-head");
        VBox said = new VBox();
        said.getStyleClass().add("entrance-said");
        said.setAlignment(Pos.CENTER);
        if (!model.errorsProperty().get().general().isEmpty()) {
            said.getChildren()
                    .add(new Notice(Tone.CONFLICT, model.errorsProperty().get().general()));
        }
        PinPad pad = PinEntry.pad(messages, done, pin -> {
            model.pin(pin);
            show(said);
        });
        VBox page = new VBox(head, said, pad);
        page.getStyleClass().add("entrance");
        VBox.setVgrow(said, Priority.ALWAYS);
        return new WholePage(page);
    }

    /** The same page again, with what was wrong: the step has not changed, so nobody else shows it. */
    private void show(VBox said) {
        String problem = model.errorsProperty().get().general();
        said.getChildren().clear();
        if (!problem.isEmpty()) {
            said.getChildren().add(new Notice(Tone.CONFLICT, problem));
        }
    }

    private Node giveUpDrafts() {
        StackPane mark = new StackPane(Icons.large(Material2AL.EDIT));
        mark.getStyleClass().add("entrance-mark");
        VBox head = new VBox(
                mark, Texts.title(messages.get("forgotten.noWay.title")), Texts.body(messages.get("forgotten.noWay")));
        head.getStyleClass().add("entrance-head");
        Button wait = Buttons.primary(messages.get("forgotten.noWay.wait"), Material2AL.ARROW_BACK, this::leave);
        Button goOn =
                Buttons.destructive(messages.get("forgotten.noWay.goOn"), Material2AL.DELETE, model::giveUpDrafts);
        goOn.setId("give-up-drafts");
        return new Page(head).footer(wait, goOn);
    }

    /** Leaves everything as it is, for another try of the PIN or another day. */
    private void leave() {
        model.back();
        goBack();
    }

    private Node enrolling() {
        return new WaitView(messages.get("enrol.enrolling"), messages.get("enrol.enrollingWhy"));
    }
}
