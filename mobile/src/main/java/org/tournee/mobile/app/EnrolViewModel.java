package org.tournee.mobile.app;

import java.net.URI;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Enrols the phone: who one is, then a PIN, typed twice. */
final class EnrolViewModel {

    /** One thing a page. */
    enum Step {
        SIGN_IN,
        CHOOSE_PIN,
        REPEAT_PIN,
        ENROLLING,
        GIVE_UP_DRAFTS
    }

    /** What is wrong, by field; empty for nothing. */
    record Errors(String server, String login, String password, String general) {

        static final Errors NONE = new Errors("", "", "", "");

        boolean none() {
            return equals(NONE);
        }
    }

    private final Entrance entrance;
    private final Messages messages;
    private final Executor background;
    private final Executor screen;
    private final Consumer<Entrance.Opened> opened;
    private final StringProperty server = new SimpleStringProperty("");
    private final StringProperty login = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.SIGN_IN);
    private final ReadOnlyObjectWrapper<Errors> errors = new ReadOnlyObjectWrapper<>(Errors.NONE);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Entrance.@Nullable Holder forgotten;
    private @Nullable String chosenPin;

    /** @param forgotten whose PIN was forgotten; null for a phone that is new to its worker */
    EnrolViewModel(
            Entrance entrance,
            Entrance.@Nullable Holder forgotten,
            Messages messages,
            Executor background,
            Executor screen,
            Consumer<Entrance.Opened> opened) {
        this.entrance = entrance;
        this.forgotten = forgotten;
        this.messages = messages;
        this.background = background;
        this.screen = screen;
        this.opened = opened;
    }

    /** Whether somebody signs in because their PIN was forgotten. */
    boolean isForgotten() {
        return forgotten != null;
    }

    /** The message that says what becomes of what this phone holds. */
    String forgottenWhy() {
        boolean keepsAll = forgotten != null && forgotten.recoverable();
        return messages.get(keepsAll ? "forgotten.why" : "forgotten.why.drafts");
    }

    StringProperty serverProperty() {
        return server;
    }

    StringProperty loginProperty() {
        return login;
    }

    StringProperty passwordProperty() {
        return password;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Errors> errorsProperty() {
        return errors.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** From the sign-in page to the PIN, if the page is filled in. */
    void next() {
        Errors found = new Errors(
                isAddress(server.get()) ? "" : messages.get("enrol.server.wrong"),
                login.get().isBlank() ? messages.get("enrol.login.missing") : "",
                password.get().isEmpty() ? messages.get("enrol.password.missing") : "",
                "");
        errors.set(found);
        if (found.none()) {
            step.set(Step.CHOOSE_PIN);
        }
    }

    /** The first or the second typing of the PIN. */
    void pin(String pin) {
        if (step.get() == Step.CHOOSE_PIN) {
            choose(pin);
        } else if (pin.equals(chosenPin)) {
            enrol(asked(pin));
        } else {
            again("enrol.pin.differs");
        }
    }

    /** One page back; false where there is none. */
    boolean back() {
        errors.set(Errors.NONE);
        switch (step.get()) {
            case CHOOSE_PIN -> step.set(Step.SIGN_IN);
            case REPEAT_PIN -> step.set(Step.CHOOSE_PIN);
            case GIVE_UP_DRAFTS -> step.set(Step.SIGN_IN);
            case SIGN_IN, ENROLLING -> {
                return false;
            }
        }
        return true;
    }

    private void choose(String pin) {
        if (GuessablePins.has(pin)) {
            again("enrol.pin.guessable");
            return;
        }
        chosenPin = pin;
        errors.set(Errors.NONE);
        step.set(Step.REPEAT_PIN);
    }

    private void again(String problem) {
        chosenPin = null;
        step.set(Step.CHOOSE_PIN);
        errors.set(new Errors("", "", "", messages.get(problem)));
    }

    /** Goes on without the drafts that the server could not help to open. */
    void giveUpDrafts() {
        if (chosenPin != null) {
            enrol(asked(chosenPin).givingUpDrafts());
        }
    }

    private Entrance.NewPhone asked(String pin) {
        return new Entrance.NewPhone(server.get().strip(), login.get().strip(), password.get(), pin, forgotten, false);
    }

    private void enrol(Entrance.NewPhone asked) {
        step.set(Step.ENROLLING);
        errors.set(Errors.NONE);
        busy.set(true);
        background.execute(() -> {
            Entrance.Answer answer = entrance.enrol(asked);
            screen.execute(() -> take(answer));
        });
    }

    private void take(Entrance.Answer answer) {
        busy.set(false);
        if (answer instanceof Entrance.Opened door) {
            password.set("");
            opened.accept(door);
            return;
        }
        step.set(answer instanceof Entrance.DraftsAtStake ? Step.GIVE_UP_DRAFTS : Step.SIGN_IN);
        errors.set(new Errors("", "", "", EntranceText.of(answer, messages)));
    }

    private static boolean isAddress(String text) {
        if (text.isBlank()) {
            return false;
        }
        try {
            URI uri = URI.create(text.strip());
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false; // said beside the field
        }
    }
}
