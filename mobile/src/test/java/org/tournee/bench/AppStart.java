package org.tournee.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.FrontDoor;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Preloading;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.app.Settings;
import org.tournee.mobile.app.ShellScreens;
import org.tournee.mobile.app.StartOptions;
import org.tournee.mobile.app.StoreEntrance;
import org.tournee.mobile.device.Cover;

/**
 * A process that starts the phone's application over a store: says {@code ASKED} once the window has painted the page that
 * asks for the PIN, {@code TYPED} when somebody has typed it and is about to tap the key that ends it, {@code USABLE} once
 * the window has painted the list of dossiers. Arguments: the store's folder, its PIN.
 */
public final class AppStart {

    static final String ASKED = "ASKED";
    static final String TYPED = "TYPED";
    static final String USABLE = "USABLE";

    /** Six digits and the key that ends them, by a quick thumb. */
    private static final long TYPING_MILLIS = 2_000;

    private AppStart() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        Preloading.begin();
        ScreenCamera.startToolkit();
        ExecutorService background = Executors.newFixedThreadPool(2);
        Settings settings = Settings.in(folder);
        FrontDoor door = ScreenCamera.onScreen(() -> new FrontDoor(
                StoreEntrance.ofPhone(folder, "", Clock.systemUTC()),
                settings,
                Clock.systemUTC(),
                background,
                (known, keeper) -> List.of(new ShellScreens(known, keeper)),
                Cover.none()));
        Scene scene = shown(door, folder);
        painted(scene, () -> {});
        say(ASKED);
        Thread.sleep(TYPING_MILLIS);
        Button done = ScreenCamera.onScreen(() -> typed(scene, args[1]));
        say(TYPED);
        ScreenCamera.run(done::fire);
        while (door.phone().isEmpty()) {
            Thread.sleep(1);
        }
        Phone phone = door.phone().orElseThrow();
        painted(scene, () -> phone.navigator().open(new Destination.Dossiers()));
        say(USABLE);
        phone.store().typeAll(); // so that the cache knows that too
        System.exit(0); // as an app ends: only then an AOT cache is written
    }

    /** What stands there when the window opens, as the app does it. */
    private static Scene shown(FrontDoor door, Path folder) {
        ScreenCamera camera = ScreenCamera.of(
                () -> {
                    door.show(new StartOptions(folder, "", Optional.empty()));
                    return door.root();
                },
                Appearance.USUAL);
        return camera.scene();
    }

    /** Shows something, and waits until the window has painted the frame with it. */
    private static void painted(Scene scene, Runnable showing) throws InterruptedException {
        CountDownLatch painted = new CountDownLatch(1);
        Runnable laidOut = new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(
                        () -> { // what is painted next is painted after that frame
                            onePixel(scene);
                            painted.countDown();
                        });
            }
        };
        ScreenCamera.run(() -> {
            showing.run();
            scene.addPostLayoutPulseListener(laidOut);
            Platform.requestNextPulse();
        });
        painted.await();
    }

    private static void onePixel(Scene scene) {
        SnapshotParameters corner = new SnapshotParameters();
        corner.setViewport(new Rectangle2D(0, 0, 1, 1));
        scene.getRoot().snapshot(corner, null);
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    /** Taps the digits, and gives the key that ends them. */
    private static Button typed(Scene scene, String pin) {
        pin.chars()
                .forEach(digit -> scene.getRoot().lookupAll(".pin-digit").stream()
                        .map(Button.class::cast)
                        .filter(key -> key.getText().equals(Character.toString(digit)))
                        .forEach(Button::fire));
        return (Button) scene.lookup(".pin-done");
    }
}
