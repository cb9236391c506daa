package org.tournee.mobile.app;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Opens the phone with the PIN. */
final class UnlockViewModel {

    private final Entrance entrance;
    private final Messages messages;
    private final Executor background;
    private final Executor screen;
    private final Consumer<Entrance.Opened> opened;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    UnlockViewModel(
            Entrance entrance,
            Messages messages,
            Executor background,
            Executor screen,
            Consumer<Entrance.Opened> opened) {
        this.entrance = entrance;
        this.messages = messages;
        this.background = background;
        this.screen = screen;
        this.opened = opened;
    }

    /** Whether a try runs: unsealing takes about a second on purpose. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What happened and what to do; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void unlock(String pin) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        problem.set("");
        background.execute(() -> {
            Entrance.Answer answer = entrance.unlock(pin);
            screen.execute(() -> take(answer));
        });
    }

    private void take(Entrance.Answer answer) {
        busy.set(false);
        if (answer instanceof Entrance.Opened door) {
            opened.accept(door);
        } else {
            problem.set(EntranceText.of(answer, messages));
        }
    }
}
