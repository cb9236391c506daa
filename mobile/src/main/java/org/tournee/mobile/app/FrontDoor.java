package org.tournee.mobile.app;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Entrance.Holder;
import org.tournee.mobile.device.Cover;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.ui.Hyphens;

/**
 * What stands in the window: the enrolment, the PIN, or the open phone. Lives on the screen's thread.
 *
 * <p>Locking seals the store: nothing unsealed stays in memory while the PIN is asked for.
 */
public final class FrontDoor implements PhoneDoor {

    /** Makes the screens of the parts of the app, given the settings and the door of the phone. */
    @FunctionalInterface
    public interface Screens {

        List<ScreenFactory> of(Settings settings, PhoneDoor door);
    }

    /** By then the page that asks for the PIN is drawn. */
    private static final Duration DRAWN = Duration.millis(200);

    private final Entrance entrance;
    private final CompletableFuture<List<Holder>> holders;
    private final Settings settings;
    private Messages messages;
    private final Clock clock;
    private final Executor background;
    private final Screens screens;
    private final Cover cover;
    private final StackPane root = new StackPane();
    private volatile @Nullable OpenDoor open;

    /** Shows what stands there again, in the language that was chosen meanwhile. */
    private Runnable showAgain = () -> {};

    private record OpenDoor(Shell shell, Phone phone, Entrance.Latch latch) {}

    public FrontDoor(
            Entrance entrance, Settings settings, Clock clock, Executor background, Screens screens, Cover cover) {
        this.entrance = entrance;
        this.holders = CompletableFuture.supplyAsync(entrance::holders, background);
        this.settings = settings;
        this.messages = new Messages(settings.language());
        this.clock = clock;
        this.background = background;
        this.screens = screens;
        this.cover = cover;
        FreeRoom.keep(root, cover);
        Hyphens.speak(root, messages.locale());
        cover.onChange(this::makeRoom);
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
        List<Holder> known = holders.join();
        if (known.isEmpty()) {
            EnrolViewModel model = enrol(options.server(), null, null);
            options.demo().ifPresent(demo -> enrol(model, demo));
        } else {
            UnlockViewModel model = askPin(known);
            options.demo().ifPresent(demo -> model.unlock(demo.pin()));
        }
        if (options.demo().isEmpty()) { // one that goes through by itself would find its file open for delivery
            whileTyping();
        }
    }

    /** What takes a processor waits until somebody can begin to type. */
    private void whileTyping() {
        PauseTransition drawn = new PauseTransition(DRAWN);
        drawn.setOnFinished(event -> {
            background.execute(entrance::deliver);
            background.execute(entrance::rehearse);
            Scene scene = root.getScene();
            if (scene != null) {
                ScreenRehearsal.begin(scene, messages);
            }
        });
        drawn.play();
    }

    private static void enrol(EnrolViewModel model, StartOptions.Demo demo) {
        model.loginProperty().set(demo.login());
        model.passwordProperty().set(demo.password());
        model.next();
        model.pin(demo.pin());
        model.pin(demo.pin());
    }

    private UnlockViewModel askPin(List<Holder> holders) {
        UnlockViewModel model =
                new UnlockViewModel(entrance, holders, messages, background, Platform::runLater, this::enter);
        UnlockView.Ways ways = new UnlockView.Ways(
                () -> {
                    Holder chosen = model.chosenProperty().get();
                    enrol(chosen.server(), chosen, this::askAgain);
                },
                () -> enrol(model.chosenProperty().get().server(), null, this::askAgain));
        place(new UnlockView(model, messages, ways));
        showAgain = () -> askPin(holders);
        return model;
    }

    private EnrolViewModel enrol(String server, @Nullable Holder forgotten, @Nullable Runnable back) {
        EnrolViewModel model =
                new EnrolViewModel(entrance, forgotten, messages, background, Platform::runLater, this::enter);
        model.serverProperty().set(server);
        place(new EnrolView(model, messages, new LanguageChoice(settings.language(), messages, this::speak), back));
        showAgain = () -> enrol(model.serverProperty().get(), forgotten, back)
                .loginProperty()
                .set(model.loginProperty().get());
        return model;
    }

    /** The PIN, or the enrolment where nobody has a store any more. */
    private void askAgain() {
        List<Holder> holders = entrance.holders();
        if (holders.isEmpty()) {
            enrol("", null, null);
        } else {
            askPin(holders);
        }
    }

    private void place(Node node) {
        root.getChildren().setAll(node);
    }

    private void enter(Entrance.Opened door) {
        Shell shell = start(door);
        showAgain = () -> speakAgain(door);
        if (door.latch().isSignedOut()) {
            shell.open(new Destination.SignIn());
        }
        door.sync().onState(state -> {
            if (state.problem() == SyncState.Problem.REVOKED_DELIVERED) {
                Platform.runLater(() -> goAway(door.latch()));
            }
        });
    }

    private Shell start(Entrance.Opened door) {
        Shell shell = new Shell(messages, screens.of(settings, this));
        Phone phone = new Phone(door.store(), door.documents(), door.sync(), shell, messages, clock, background);
        open = new OpenDoor(shell, phone, door.latch());
        place(shell.root());
        makeRoom();
        shell.start(phone);
        return shell;
    }

    /** The soft keyboard leaves no room for a bar that nobody taps while they type. */
    private void makeRoom() {
        OpenDoor here = open;
        if (here != null) {
            here.shell().typing(cover.sides().keyboard() > 0);
        }
    }

    /** The same phone in another language: every screen is left, so that it keeps its draft, and made again. */
    private void speakAgain(Entrance.Opened door) {
        OpenDoor before = open;
        if (before != null && before.latch().equals(door.latch())) {
            Destination here = before.shell().here().orElseGet(Destination.Today::new);
            before.shell().stop();
            start(door).open(here);
        }
    }

    /** The phone was revoked, and the service keeps what waited: nothing stays here. */
    private void goAway(Entrance.Latch latch) {
        OpenDoor leaving = open;
        if (leaving == null || !leaving.latch().equals(latch)) {
            return; // gone already
        }
        open = null;
        leaving.shell().stop();
        latch.wipe();
        place(new GoneView(messages, this::askAgain));
    }

    @Override
    public void speak(Language language) {
        boolean kept = true;
        try {
            settings.speak(language);
        } catch (UncheckedIOException e) {
            kept = false; // spoken all the same, until the app is closed
        }
        messages = new Messages(language);
        Hyphens.speak(root, messages.locale());
        showAgain.run();
        OpenDoor here = open;
        if (!kept && here != null) {
            here.shell().say(messages.get("more.notKept"));
        }
    }

    @Override
    public void lock() {
        if (open != null) {
            close();
            askAgain();
            background.execute(entrance::deliver);
        }
    }

    @Override
    public void logOut() {
        OpenDoor leaving = open;
        open = null;
        if (leaving == null) {
            return;
        }
        leaving.shell().stop();
        place(new WaitView(messages.get("logOut.leaving"), messages.get("logOut.leavingWhy")));
        background.execute(() -> {
            leaving.latch().logOut();
            Platform.runLater(this::askAgain);
        });
    }

    @Override
    public Optional<Entrance.Refused> signInAgain(String login, String password) {
        OpenDoor here = open;
        return here == null
                ? Optional.of(new Entrance.Refused(Entrance.Reason.OTHER))
                : here.latch().signInAgain(login, password);
    }

    @Override
    public Optional<Entrance.Answer> tryPin(String pin) {
        return atLatch(latch -> latch.tryPin(pin));
    }

    @Override
    public Optional<Entrance.Answer> changePin(String present, String next) {
        return atLatch(latch -> latch.changePin(present, next));
    }

    private Optional<Entrance.Answer> atLatch(Function<Entrance.Latch, Optional<Entrance.Answer>> what) {
        OpenDoor here = open;
        return here == null ? Optional.of(new Entrance.Refused(Entrance.Reason.OTHER)) : what.apply(here.latch());
    }

    /** Keeps the drafts, stops the sync and seals the store. */
    public void close() {
        OpenDoor leaving = open;
        open = null;
        if (leaving != null) {
            leaving.shell().stop();
            leaving.latch().close();
        }
    }
}
