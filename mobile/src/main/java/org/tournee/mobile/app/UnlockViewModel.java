package org.tournee.mobile.app;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.tournee.mobile.app.Entrance.Holder;

/** Opens the phone with the PIN. */
final class UnlockViewModel {

    private final Entrance entrance;
    private final List<Holder> holders;
    private final ObjectProperty<Holder> chosen;
    private final Messages messages;
    private final Executor background;
    private final Executor screen;
    private final Consumer<Entrance.Opened> opened;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param holders at least one; the first is chosen until another is */
    UnlockViewModel(
            Entrance entrance,
            List<Holder> holders,
            Messages messages,
            Executor background,
            Executor screen,
            Consumer<Entrance.Opened> opened) {
        this.entrance = entrance;
        this.holders = List.copyOf(holders);
        this.chosen = new SimpleObjectProperty<>(holders.get(0));
        this.messages = messages;
        this.background = background;
        this.screen = screen;
        this.opened = opened;
    }

    List<Holder> holders() {
        return holders;
    }

    /** Who unlocks. */
    ObjectProperty<Holder> chosenProperty() {
        return chosen;
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
        Holder holder = chosen.get();
        background.execute(() -> {
            Entrance.Answer answer = entrance.unlock(holder, pin);
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
