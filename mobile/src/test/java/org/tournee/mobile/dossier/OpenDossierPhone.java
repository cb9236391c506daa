package org.tournee.mobile.dossier;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.HandCover;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.app.ScreenFactory;
import org.tournee.mobile.app.Settings;
import org.tournee.mobile.app.Shell;
import org.tournee.mobile.app.ShellScreens;
import org.tournee.mobile.app.ShutDoor;
import org.tournee.mobile.appointment.WeekScreens;
import org.tournee.mobile.directory.DirectoryScreens;
import org.tournee.mobile.document.DocumentScreens;
import org.tournee.mobile.document.PickedFiles;
import org.tournee.mobile.permanence.PermanenceScreens;
import org.tournee.mobile.round.RoundScreens;
import org.tournee.mobile.store.FullDisk;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.sync.SyncControl;
import org.tournee.mobile.sync.SyncState;

/** A phone with the screens of a dossier in a real window over a real store, and a finger that counts its taps. */
public final class OpenDossierPhone implements AutoCloseable {

    private static final long DEADLINE_SECONDS = 10;
    private static final int MOST_SCROLLS = 10;

    /** After so many of the events that wait now, and of those that they bring, a page has scrolled. */
    private static final int TURNS = 2;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final SyncState QUIET =
            new SyncState(SyncState.Phase.IDLE, 0, null, Instant.parse("2026-03-09T08:05:00Z"), null, 0, 0, 0);

    public final PhoneStoreFixture fixture;
    public final Phone phone;
    public final ScreenCamera camera;
    private final Shell shell;
    private final FxRobot robot = new FxRobot();
    private final Robot finger;
    private int taps;
    private int typed;
    private long worked;
    private volatile boolean full;

    /** What other apps were asked to open. */
    public final List<URI> called = new ArrayList<>();

    /** What the next choice of a file gives. */
    public final PickedFiles picked = new PickedFiles();

    /** What the device covers of the screen: nothing, as long as a test does not say otherwise. */
    public final HandCover cover = new HandCover();

    public OpenDossierPhone(Appearance appearance) {
        this(appearance, Language.FRENCH);
    }

    public OpenDossierPhone(Appearance appearance, Language language) {
        this(appearance, PhoneStoreFixture.withHouseholds(12), language, QUIET);
    }

    /** @param state how synchronisation stands, for as long as the phone is open */
    public OpenDossierPhone(Appearance appearance, PhoneStoreFixture fixture, Language language, SyncState state) {
        this.fixture = fixture;
        ScreenCamera.startToolkit();
        Messages messages = new Messages(language);
        Discretion discretion = new Discretion();
        List<ScreenFactory> factories = List.of(
                new DossierScreens(discretion, called::add),
                new PermanenceScreens(discretion),
                new RoundScreens(discretion),
                new DirectoryScreens(called::add),
                new WeekScreens(picked),
                new DocumentScreens(picked.ways()),
                new ShellScreens(Settings.in(fixture.folder()), new ShutDoor()));
        finger = ScreenCamera.onScreen(Robot::new);
        shell = ScreenCamera.onScreen(() -> new Shell(messages, factories));
        phone = new Phone(
                FullDisk.under(fixture.store(), () -> full),
                fixture.documents(),
                new QuietSync(state),
                shell,
                messages,
                PhoneStoreFixture.CLOCK,
                Runnable::run);
        ScreenCamera.run(() -> shell.start(phone));
        camera = ScreenCamera.of(() -> cover.around(shell), appearance);
    }

    /** One that was just enrolled, in the middle of its first sync. */
    public static OpenDossierPhone empty(Appearance appearance) {
        SyncState first = new SyncState(SyncState.Phase.RECEIVING, 0, null, null, null, 120, 400, 0);
        return new OpenDossierPhone(appearance, PhoneStoreFixture.withHouseholds(0), Language.FRENCH, first);
    }

    public static OpenDossierPhone usual() {
        return new OpenDossierPhone(Appearance.USUAL);
    }

    public DossierId dossier(int number) {
        return PhoneStoreFixture.dossier(number);
    }

    /** What the store holds of a household now. */
    public DossierContents contents(int number) {
        return fixture.store().dossier(dossier(number)).orElseThrow();
    }

    public void open(Destination destination) {
        ScreenCamera.run(() -> shell.open(destination));
        WaitForAsyncUtils.waitForFxEvents();
    }

    public void back() {
        ScreenCamera.run(shell::back);
        WaitForAsyncUtils.waitForFxEvents();
    }

    public Optional<Destination> here() {
        return ScreenCamera.onScreen(shell::here);
    }

    /** From now on the disk takes nothing that is saved. */
    public void fillDisk() {
        full = true;
    }

    /** A tap of the finger in the middle of what the query finds. */
    public void tap(String query) {
        WaitForAsyncUtils.waitForFxEvents();
        touch(inView(() -> find(query)));
    }

    /** A tap on what a screen reader calls so. */
    public void tapNamed(String name) {
        WaitForAsyncUtils.waitForFxEvents();
        touch(inView(() -> robot.lookup(each -> name.equals(written(each.getAccessibleText())))
                .query()));
    }

    /** A finger comes from nowhere: it does not travel over the screen as a mouse does. */
    private void touch(Node node) {
        ScreenCamera.run(() -> {
            Bounds place = node.localToScreen(node.getBoundsInLocal());
            finger.mouseMove(place.getCenterX(), place.getCenterY());
        });
        work(() -> robot.clickOn(node));
        taps++;
    }

    /**
     * What is above it may be laid out in another way meanwhile, or the screen be made anew by what was received: a finger
     * waits until it stands still.
     */
    private Node inView(Supplier<Node> looked) {
        Node node = looked.get();
        Optional<Point2D> before = Optional.empty();
        for (int again = 0; again < MOST_SCROLLS; again++) {
            bringIntoView(node);
            Optional<Point2D> now = middle(node);
            if (now.isPresent() && now.equals(before)) {
                return node;
            }
            before = now;
            node = looked.get();
        }
        return node;
    }

    /** Where it stands once what was typed just before has moved what is below it; empty off the screen. */
    private Optional<Point2D> middle(Node node) {
        return ScreenCamera.onScreen(() -> {
            camera.layOut();
            Scene scene = node.getScene();
            Bounds place = node.localToScene(node.getBoundsInLocal());
            boolean seen = scene != null && place.getCenterY() > 0 && place.getCenterY() < scene.getHeight();
            return seen ? Optional.of(new Point2D(place.getCenterX(), place.getCenterY())) : Optional.<Point2D>empty();
        });
    }

    /** Adds what the screen's thread does for it until it is idle again; the disk is waited for on that thread here. */
    private void work(Runnable action) {
        long before = ScreenCamera.onScreen(THREADS::getCurrentThreadCpuTime);
        action.run();
        WaitForAsyncUtils.waitForFxEvents();
        worked += ScreenCamera.onScreen(THREADS::getCurrentThreadCpuTime) - before;
    }

    /** How long the app itself worked for all taps and all that was typed. */
    public Duration worked() {
        return Duration.ofNanos(worked);
    }

    public int taps() {
        return taps;
    }

    /** How many characters were typed so far. */
    public int typed() {
        return typed;
    }

    /** Types into a field, which asks for no tap of its own where it has the focus. */
    public void type(String query, String text) {
        typed += text.length();
        Node node = find(query);
        bringIntoView(node);
        work(() -> ScreenCamera.run(() -> ((TextInputControl) node).setText(text)));
    }

    /** Waits until the query finds something that can be seen. */
    public Node find(String query) {
        try {
            WaitForAsyncUtils.waitFor(
                    DEADLINE_SECONDS,
                    TimeUnit.SECONDS,
                    () -> lookup(query).match(Node::isVisible).tryQuery().isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError("nothing on the screen for " + query, e);
        }
        return lookup(query).match(Node::isVisible).query();
    }

    /** By a style class, an id, or words as they are written. */
    private NodeQuery lookup(String query) {
        boolean isSelector = query.startsWith(".") || query.startsWith("#");
        return isSelector ? robot.lookup(query) : robot.lookup(node -> query.equals(written(textOf(node))));
    }

    private static @Nullable String textOf(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text text -> text.getText();
            case TextInputControl input -> input.getText();
            default -> null;
        };
    }

    /** With usual spaces, as texts are written and people type. */
    private static @Nullable String written(@Nullable String shown) {
        return shown == null ? null : shown.replace('\u00A0', ' ');
    }

    public boolean shows(String text) {
        WaitForAsyncUtils.waitForFxEvents();
        return lookup(text).match(OpenDossierPhone::isSeen).tryQuery().isPresent();
    }

    /** Whether nothing that it is part of is hidden. */
    private static boolean isSeen(@Nullable Node node) {
        return node == null || (node.isVisible() && isSeen(node.getParent()));
    }

    /** All that can be read in what the query finds, a line a text, with usual spaces. */
    public String texts(String query) {
        return robot.from(find(query)).lookup(Labeled.class::isInstance).<Labeled>queryAll().stream()
                .filter(OpenDossierPhone::isSeen)
                .map(label -> written(label.getText()))
                .collect(Collectors.joining("\n"));
    }

    private static void bringIntoView(Node node) {
        ScreenCamera.run(() -> {
            for (Node at = node.getParent(); at != null; at = at.getParent()) {
                if (at instanceof ScrollPane scroll && scroll.getStyleClass().contains("page-scroll")) {
                    scrollTo(scroll, node);
                }
            }
        });
        WaitForAsyncUtils.waitForFxEvents(TURNS);
    }

    private static void scrollTo(ScrollPane scroll, Node node) {
        scroll.getScene().getRoot().applyCss();
        scroll.getScene().getRoot().layout();
        Node content = scroll.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double hidden = content.getBoundsInLocal().getHeight()
                - scroll.getViewportBounds().getHeight();
        double wanted = place.getCenterY() - scroll.getViewportBounds().getHeight() / 2;
        scroll.setVvalue(hidden <= 0 ? 0 : Math.min(1, Math.max(0, wanted / hidden)));
        scroll.getScene().getRoot().layout();
        scroll.getScene().getRoot().layout();
    }

    public void picture(String name) {
        camera.take(Path.of("target", "pictures", name + ".png"));
    }

    /** The whole page, however long it is. */
    public void longPicture(String name, double height) {
        ScreenCamera.run(() -> camera.scene().getWindow().setHeight(height));
        WaitForAsyncUtils.waitForFxEvents();
        picture(name);
        ScreenCamera.run(() -> camera.scene().getWindow().setHeight(ScreenCamera.HEIGHT));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() {
        ScreenCamera.run(shell::stop);
        camera.close();
        fixture.close();
    }

    /** No network, nothing going on. */
    private record QuietSync(SyncState state) implements SyncControl {

        @Override
        public Runnable onState(Consumer<SyncState> listener) {
            return () -> {}; // never changes
        }

        @Override
        public void syncNow() {
            // no network
        }
    }
}
