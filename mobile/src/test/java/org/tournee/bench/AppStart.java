package org.tournee.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.app.Settings;
import org.tournee.mobile.app.Shell;
import org.tournee.mobile.app.ShellScreens;
import org.tournee.mobile.app.ShutDoor;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.mobile.store.Unlocking;

/**
 * A process that starts the phone's application over a store and says {@code USABLE} once the list of dossiers is on
 * the screen. Arguments: the store's folder, its PIN.
 */
public final class AppStart {

    static final String USABLE = "USABLE";

    private AppStart() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        ScreenCamera.startToolkit(); // it shows where the PIN is typed
        if (!(PhoneFile.unlock(folder, args[1], Clock.systemUTC()) instanceof Unlocking.Unlocked unlocked)) {
            throw new AssertionError("The store does not open");
        }
        show(unlocked.store(), DocumentFiles.beside(unlocked.store(), folder, Clock.systemUTC()), Settings.in(folder));
        System.out.println(USABLE);
        System.out.flush();
        System.exit(0); // as an app ends: only then an AOT cache is written
    }

    private static void show(PhoneStore store, DocumentFiles documents, Settings settings) {
        Messages messages = new Messages(Locale.FRENCH);
        Shell shell =
                ScreenCamera.onScreen(() -> new Shell(messages, List.of(new ShellScreens(settings, new ShutDoor()))));
        Phone phone = new Phone(store, documents, new NoSync(), shell, messages, Clock.systemUTC(), Runnable::run);
        ScreenCamera camera = ScreenCamera.of(shell, Appearance.USUAL);
        ScreenCamera.run(() -> {
            shell.start(phone);
            shell.open(new Destination.Dossiers());
            camera.scene().snapshot(null);
        });
    }
}
