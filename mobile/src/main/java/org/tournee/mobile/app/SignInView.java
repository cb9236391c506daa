package org.tournee.mobile.app;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Signs the worker in again, on the phone as it is. */
final class SignInView implements Screen {

    private final Messages messages;
    private final SignInViewModel model;
    private final Page page;

    SignInView(Phone phone, PhoneDoor door) {
        this(
                phone.messages(),
                new SignInViewModel(door, phone.messages(), phone.background(), Platform::runLater, () -> {
                    phone.navigator().open(new Destination.Today());
                    phone.navigator().say(phone.messages().get("signIn.done"));
                }));
    }

    SignInView(Messages messages, SignInViewModel model) {
        this.messages = messages;
        this.model = model;
        Field login = Field.text(messages.get("enrol.login"));
        Field password = Field.secret(messages.get("enrol.password"));
        login.input().setId("sign-in-login");
        password.input().setId("sign-in-password");
        login.keepIn(model.loginProperty());
        password.keepIn(model.passwordProperty());
        VBox said = new VBox();
        Button signIn = Buttons.primary(messages.get("signIn.do"), Material2AL.LOGIN, model::signIn);
        signIn.setDefaultButton(true);
        signIn.disableProperty().bind(model.busyProperty());
        model.problemProperty().addListener((source, was, is) -> say(said, is));
        page = new Page(Texts.body(messages.get("signIn.why")), said, login, password).footer(signIn);
    }

    private static void say(VBox said, String problem) {
        said.getChildren().clear();
        if (!problem.isEmpty()) {
            said.getChildren().add(new Notice(Tone.CONFLICT, problem));
        }
    }

    @Override
    public String title() {
        return messages.get("signIn.title");
    }

    @Override
    public Node node() {
        return page;
    }

    /** The password does not stay on a page that was left. */
    @Override
    public void leave() {
        model.passwordProperty().set("");
    }
}
