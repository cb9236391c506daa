package org.tournee.mobile.app;

import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.PinPad;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Changes the PIN: the present one, then the new one twice. One thing a page. */
final class ChangePinView implements Screen {

    private final Messages messages;
    private final ChangePinViewModel model;
    private final Page page = new Page();
    private final VBox said = new VBox();
    private boolean left;

    ChangePinView(Phone phone, PhoneDoor door) {
        this.messages = phone.messages();
        this.model = new ChangePinViewModel(
                door, messages, phone.background(), Platform::runLater, () -> changed(phone.navigator()));
        model.stepProperty().addListener((source, was, is) -> show());
        model.problemProperty().addListener((source, was, is) -> say());
        show();
    }

    /** Whoever went elsewhere meanwhile stays there. */
    private void changed(Navigator navigator) {
        if (!left) {
            navigator.back();
        }
        navigator.say(messages.get("pin.change.done"));
    }

    private void show() {
        switch (model.stepProperty().get()) {
            case PRESENT -> ask("pin.change.present", "pin.change.presentWhy", "app.next");
            case CHOOSE -> ask("enrol.pin.title", "enrol.pin.why", "app.next");
            case REPEAT -> ask("enrol.pin.again", "enrol.pin.againWhy", "app.ok");
            case TRYING -> waitFor("pin.change.trying");
            case CHANGING -> waitFor("pin.change.changing");
        }
    }

    private void waitFor(String what) {
        page.contents(List.of(new WaitView(messages.get(what), messages.get("pin.change.changingWhy"))));
    }

    private void ask(String title, String why, String done) {
        PinPad pad = PinEntry.pad(messages, done, model::pin);
        say();
        page.contents(List.of(
                Texts.heading(messages.get(title)), Texts.muted(messages.get(why, Entrance.SHORTEST_PIN)), said, pad));
        pad.requestFocus();
    }

    private void say() {
        String problem = model.problemProperty().get();
        said.getChildren().setAll(problem.isEmpty() ? List.of() : List.of(new Notice(Tone.CONFLICT, problem)));
    }

    @Override
    public String title() {
        return messages.get("pin.change.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void leave() {
        left = true;
        model.forget();
    }
}
