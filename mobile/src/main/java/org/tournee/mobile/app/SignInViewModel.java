package org.tournee.mobile.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Signs the worker in again whose tokens are spent: same store, same drafts, same waiting changes. */
final class SignInViewModel {

    private final PhoneDoor door;
    private final Messages messages;
    private final Executor background;
    private final Executor screen;
    private final Runnable signedIn;
    private final StringProperty login = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    SignInViewModel(PhoneDoor door, Messages messages, Executor background, Executor screen, Runnable signedIn) {
        this.door = door;
        this.messages = messages;
        this.background = background;
        this.screen = screen;
        this.signedIn = signedIn;
    }

    StringProperty loginProperty() {
        return login;
    }

    StringProperty passwordProperty() {
        return password;
    }

    /** What happened and what to do; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    void signIn() {
        if (busy.get()) {
            return;
        }
        if (login.get().isBlank() || password.get().isEmpty()) {
            problem.set(messages.get(login.get().isBlank() ? "enrol.login.missing" : "enrol.password.missing"));
            return;
        }
        busy.set(true);
        problem.set("");
        String asLogin = login.get().strip();
        String asPassword = password.get();
        background.execute(() -> {
            Optional<Entrance.Refused> refused = door.signInAgain(asLogin, asPassword);
            screen.execute(() -> take(refused));
        });
    }

    private void take(Optional<Entrance.Refused> refused) {
        busy.set(false);
        if (refused.isPresent()) {
            problem.set(EntranceText.of(refused.get(), messages));
        } else {
            password.set("");
            signedIn.run();
        }
    }
}
