package org.tournee.mobile.app;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Changes the PIN of the open phone: the present one, then the new one, typed twice. The present one is tried at once, and
 * once more when the new one is given: only it opens the key.
 */
final class ChangePinViewModel {

    /** One thing a page. */
    enum Step {
        PRESENT,
        TRYING,
        CHOOSE,
        REPEAT,
        CHANGING
    }

    private final PhoneDoor door;
    private final Messages messages;
    private final Executor background;
    private final Executor screen;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.PRESENT);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String present = "";
    private String chosen = "";

    /**
     * At the first page.
     *
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     * @param changed told once the new PIN opens the phone
     */
    ChangePinViewModel(PhoneDoor door, Messages messages, Executor background, Executor screen, Runnable changed) {
        this.door = door;
        this.messages = messages;
        this.background = background;
        this.screen = screen;
        this.changed = changed;
    }

    ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** What happened and what to do; empty for nothing. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Takes what was typed on the page that is shown. */
    void pin(String pin) {
        switch (step.get()) {
            case PRESENT -> tryPresent(pin);
            case CHOOSE -> choose(pin);
            case REPEAT -> repeat(pin);
            case TRYING, CHANGING -> {} // the pad is not there
        }
    }

    /** Nothing that was typed stays on a page that was left. */
    void forget() {
        present = "";
        chosen = "";
    }

    private void tryPresent(String pin) {
        present = pin;
        ask(Step.TRYING, () -> door.tryPin(pin), () -> show(Step.CHOOSE, ""));
    }

    private void choose(String pin) {
        if (GuessablePins.has(pin)) {
            show(Step.CHOOSE, messages.get("enrol.pin.guessable"));
        } else if (pin.equals(present)) {
            show(Step.CHOOSE, messages.get("pin.change.same"));
        } else {
            chosen = pin;
            show(Step.REPEAT, "");
        }
    }

    private void repeat(String pin) {
        if (!pin.equals(chosen)) {
            chosen = "";
            show(Step.CHOOSE, messages.get("enrol.pin.differs"));
            return;
        }
        String from = present;
        forget();
        ask(Step.CHANGING, () -> door.changePin(from, pin), changed);
    }

    private void ask(Step meanwhile, Supplier<Optional<Entrance.Answer>> asked, Runnable granted) {
        show(meanwhile, "");
        background.execute(() -> {
            Optional<Entrance.Answer> refused = asked.get();
            screen.execute(() -> refused.ifPresentOrElse(this::refuse, granted));
        });
    }

    private void refuse(Entrance.Answer answer) {
        forget();
        show(Step.PRESENT, why(answer));
    }

    private String why(Entrance.Answer answer) {
        if (answer instanceof Entrance.WrongPin) {
            return EntranceText.of(answer, messages);
        }
        boolean full = answer instanceof Entrance.Refused refused && refused.reason() == Entrance.Reason.DISK_FULL;
        return messages.get(full ? "pin.change.full" : "pin.change.failed");
    }

    private void show(Step next, String said) {
        problem.set(said);
        step.set(next);
    }
}
