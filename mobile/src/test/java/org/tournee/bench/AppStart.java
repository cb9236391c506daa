package org.tournee.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.FrontDoor;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.app.Settings;
import org.tournee.mobile.app.ShellScreens;
import org.tournee.mobile.app.StartOptions;
import org.tournee.mobile.app.StoreEntrance;
import org.tournee.mobile.device.Cover;

/**
 * A process that starts the phone's application over a store: says {@code ASKED} once the page that asks for the PIN is
 * drawn, {@code TYPED} when somebody has typed it, {@code USABLE} once the list of dossiers is on the screen. Arguments:
 * the store's folder, its PIN.
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
        ScreenCamera camera = ScreenCamera.of(door::root, Appearance.USUAL);
        ScreenCamera.run(() -> {
            door.show(new StartOptions(folder, "", Optional.empty()));
            camera.scene().snapshot(null);
        });
        say(ASKED);
        Thread.sleep(TYPING_MILLIS);
        say(TYPED);
        ScreenCamera.run(() -> type(camera.scene(), args[1]));
        while (door.phone().isEmpty()) {
            Thread.sleep(1);
        }
        Phone phone = door.phone().orElseThrow();
        ScreenCamera.run(() -> {
            phone.navigator().open(new Destination.Dossiers());
            camera.scene().snapshot(null);
        });
        say(USABLE);
        phone.store().typeAll(); // so that the cache knows that too
        System.exit(0); // as an app ends: only then an AOT cache is written
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    private static void type(Scene scene, String pin) {
        pin.chars()
                .forEach(digit -> scene.getRoot().lookupAll(".pin-digit").stream()
                        .map(Button.class::cast)
                        .filter(key -> key.getText().equals(Character.toString(digit)))
                        .forEach(Button::fire));
        ((Button) scene.lookup(".pin-done")).fire();
    }
}
