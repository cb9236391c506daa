package org.tournee.mobile.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.ui.Hyphens;
import org.tournee.mobile.ui.Snackbar;

/**
 * What surrounds every screen once the phone is open: the truth bar and title above, the bottom bar below; and the way
 * from screen to screen. Lives on the screen's thread.
 */
public final class Shell implements Navigator {

    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final Duration TRUTH_AGES = Duration.minutes(1);

    /** By then the first screen is painted, which wants the processors. */
    private static final Duration PAINTED = Duration.millis(250);

    private record Visit(Destination destination, Screen screen, Node node) {}

    private final Messages messages;
    private final List<ScreenFactory> factories;
    private final Deque<Visit> visits = new ArrayDeque<>();
    private final BorderPane frame = new BorderPane();
    private final StackPane place = new StackPane();
    private final StackPane root = new StackPane(frame);
    private final TruthBar truthBar = new TruthBar(() -> open(new Destination.SyncPage()));
    private final TopBar topBar;
    private final BottomBar bottomBar;
    private final Snackbar snackbar = new Snackbar();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private final Timeline ageing = new Timeline(new KeyFrame(TRUTH_AGES, event -> showTruth()));
    private final PauseTransition shown = new PauseTransition(PAINTED);
    private final List<Runnable> listening = new ArrayList<>();
    private @Nullable Phone phone;
    private boolean typing;

    public Shell(Messages messages, List<ScreenFactory> factories) {
        this.messages = messages;
        this.factories = List.copyOf(factories);
        this.topBar = new TopBar(messages.get("app.back"), this::back);
        this.bottomBar = new BottomBar(messages, this, this::record);
        frame.setTop(new VBox(truthBar, topBar));
        place.setMinHeight(0); // what does not fit scrolls, and pushes no bar off the screen
        frame.setCenter(place); // before the bar below, in the order in which a keyboard reaches them
        frame.setBottom(
                new VBox(snackbar, bottomBar)); // over nothing: a bar must not lie on the button under the thumb
        VBox.setMargin(snackbar, new Insets(0, 12, 8, 12));
        frame.getStyleClass().add("shell");
        Hyphens.speak(root, messages.locale());
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public StackPane root() {
        return root;
    }

    /** Opens the first screen and listens to what changes. Called once. */
    public void start(Phone opened) {
        phone = opened;
        listening.add(opened.store().onChange(dossiers -> changed()));
        listening.add(opened.sync().onState(state -> changed()));
        ageing.setCycleCount(Animation.INDEFINITE);
        ageing.play();
        open(new Destination.Today());
        if (!opened.store().isTyped()) {
            shown.setOnFinished(event -> typeAll(opened));
            shown.play();
        }
    }

    /** In the background: until then screens say what they cannot tell yet. */
    private void typeAll(Phone opened) {
        opened.background().execute(() -> {
            opened.store().typeAll();
            changed();
        });
    }

    /** Leaves all screens, so that they keep their drafts, and listens no more: the store may outlive it. */
    public void stop() {
        ageing.stop();
        shown.stop();
        listening.forEach(Runnable::run);
        listening.clear();
        visits.forEach(visit -> visit.screen().leave());
        visits.clear();
    }

    @Override
    public void open(Destination destination) {
        Visit now = visits.peek();
        if (now != null && now.destination().equals(destination)) {
            now.screen().refresh();
            return;
        }
        if (bottomBar.holds(destination)) {
            visits.forEach(visit -> visit.screen().leave());
            visits.clear();
        }
        Screen screen = screen(destination);
        visits.push(new Visit(destination, screen, screen.node()));
        show();
    }

    @Override
    public void back() {
        if (visits.size() > 1) {
            visits.pop().screen().leave();
            visits.getFirst().screen().refresh();
            show();
        } else if (!(here().orElse(null) instanceof Destination.Today)) {
            open(new Destination.Today());
        }
    }

    @Override
    public void say(String message) {
        snackbar.say(message);
    }

    @Override
    public void say(String message, String action, Runnable then) {
        snackbar.say(message, action, then);
    }

    /** Where one is; empty before the start. */
    public Optional<Destination> here() {
        return Optional.ofNullable(visits.peek()).map(Visit::destination);
    }

    private Screen screen(Destination destination) {
        Phone open = phone;
        if (open == null) {
            throw new IllegalStateException("not started");
        }
        return factories.stream()
                .flatMap(factory -> factory.screen(destination, open).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no screen for " + destination.getClass()));
    }

    private void show() {
        Visit visit = visits.getFirst();
        snackbar.hide();
        boolean first = bottomBar.holds(visit.destination());
        topBar.show(visit.screen().title(), first, visit.screen().actions());
        place.getChildren().setAll(visit.node());
        bottomBar.current(tabOf());
        placeBar();
        showTruth();
    }

    /** Whether a soft keyboard takes the lower part of the screen. */
    void typing(boolean is) {
        typing = is;
        placeBar();
    }

    private void placeBar() {
        boolean shown = !typing && !here().map(Shell::fillsThePage).orElse(false);
        bottomBar.setVisible(shown);
        bottomBar.setManaged(shown);
    }

    private Destination tabOf() {
        return visits.getLast().destination();
    }

    /** A form has its own actions at the bottom: the bar would invite to leave it half done. */
    private static boolean fillsThePage(Destination destination) {
        return destination instanceof Destination.ContactForm
                || destination instanceof Destination.RightsSweep
                || destination instanceof Destination.ConflictPage
                || destination instanceof Destination.DocumentForm
                || destination instanceof Destination.ReceptionSheet
                || destination instanceof Destination.Liaison
                || destination instanceof Destination.HouseholdForm;
    }

    /** Records for the dossier one looks at, else asks for whom. */
    private void record() {
        open(
                here().orElse(null) instanceof Destination.OfDossier looked
                        ? new Destination.ContactForm(looked.dossier(), null)
                        : new Destination.RecordFor());
    }

    /** Many changes at once, such as a sync, refresh the screen once. */
    private void changed() {
        if (!refreshing.getAndSet(true)) {
            Platform.runLater(() -> {
                refreshing.set(false);
                if (!visits.isEmpty()) {
                    visits.getFirst().screen().refresh();
                    showTruth();
                }
            });
        }
    }

    private void showTruth() {
        if (phone != null) {
            truthBar.show(
                    phone.store().isTyped()
                            ? Truth.of(TruthFacts.of(phone), messages, DateTexts.of(phone))
                            : Truth.reading(messages));
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            back();
        } else if (SEARCH.match(event)) {
            event.consume();
            search();
        }
    }

    private void search() {
        Node field = place.lookup(".search-field");
        if (field == null) {
            open(new Destination.Dossiers());
            field = place.lookup(".search-field");
        }
        if (field != null) {
            field.requestFocus();
        }
    }
}
