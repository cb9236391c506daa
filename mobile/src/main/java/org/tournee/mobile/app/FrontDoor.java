package org.tournee.mobile.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the window: the enrolment, the PIN, or the open phone. Lives on the screen's thread.
 *
 * <p>Locking seals the store: nothing unsealed stays in memory while the PIN is asked for.
 */
public final class FrontDoor {

    /** Makes the screens of the parts of the app, given the settings and what locks the phone. */
    @FunctionalInterface
    public interface Screens {

        List<ScreenFactory> of(Settings settings, Runnable lock);
    }

    private final Entrance entrance;
    private final Settings settings;
    private final Messages messages;
    private final Clock clock;
    private final Executor background;
    private final Screens screens;
    private final StackPane root = new StackPane();
    private @Nullable OpenDoor open;

    private record OpenDoor(Shell shell, Phone phone, Runnable close) {}

    public FrontDoor(
            Entrance entrance,
            Settings settings,
            Messages messages,
            Clock clock,
            Executor background,
            Screens screens) {
        this.entrance = entrance;
        this.settings = settings;
        this.messages = messages;
        this.clock = clock;
        this.background = background;
        this.screens = screens;
    }

    public Parent root() {
        return root;
    }

    /** The phone while it is open. */
    public Optional<Phone> phone() {
        return Optional.ofNullable(open).map(OpenDoor::phone);
    }

    /** Shows the PIN, or the enrolment on a phone that has none; in a demonstration goes through by itself. */
    public void show(StartOptions options) {
        if (entrance.isEnrolled()) {
            askPin(options);
        } else {
            enrol(options);
        }
    }

    private void askPin(StartOptions options) {
        UnlockViewModel model = new UnlockViewModel(entrance, messages, background, Platform::runLater, this::enter);
        root.getChildren().setAll(new UnlockView(model, messages));
        options.demo().ifPresent(demo -> model.unlock(demo.pin()));
    }

    private void enrol(StartOptions options) {
        EnrolViewModel model = new EnrolViewModel(entrance, messages, background, Platform::runLater, this::enter);
        model.serverProperty().set(options.server());
        root.getChildren().setAll(new EnrolView(model, messages));
        options.demo().ifPresent(demo -> {
            model.loginProperty().set(demo.login());
            model.passwordProperty().set(demo.password());
            model.next();
            model.pin(demo.pin());
            model.pin(demo.pin());
        });
    }

    private void enter(Entrance.Opened door) {
        Shell shell = new Shell(messages, screens.of(settings, this::lock));
        Phone phone = new Phone(door.store(), door.sync(), shell, messages, clock, background);
        open = new OpenDoor(shell, phone, door.close());
        root.getChildren().setAll(shell.root());
        shell.start(phone);
    }

    /** Seals the store and asks for the PIN; nothing where it is sealed already. */
    public void lock() {
        if (open != null) {
            close();
            UnlockViewModel model =
                    new UnlockViewModel(entrance, messages, background, Platform::runLater, this::enter);
            root.getChildren().setAll(new UnlockView(model, messages));
        }
    }

    /** Keeps the drafts, stops the sync and seals the store. */
    public void close() {
        OpenDoor leaving = open;
        open = null;
        if (leaving != null) {
            leaving.shell().stop();
            leaving.close().run();
        }
    }
}
