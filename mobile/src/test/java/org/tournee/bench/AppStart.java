package org.tournee.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
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
        ScreenCamera.startToolkit();
        Messages messages = new Messages(Locale.FRENCH);
        Settings settings = Settings.in(folder);
        Shell shell =
                ScreenCamera.onScreen(() -> new Shell(messages, List.of(new ShellScreens(settings, new ShutDoor()))));
        ScreenCamera camera = ScreenCamera.of(shell, Appearance.USUAL); // a window shows where the PIN is typed
        if (!(PhoneFile.unlock(folder, args[1], Clock.systemUTC()) instanceof Unlocking.Unlocked unlocked)) {
            throw new AssertionError("The store does not open");
        }
        DocumentFiles documents = DocumentFiles.beside(unlocked.store(), folder, Clock.systemUTC());
        Executor background = work -> new Thread(work).start();
        Phone phone =
                new Phone(unlocked.store(), documents, new NoSync(), shell, messages, Clock.systemUTC(), background);
        ScreenCamera.run(() -> {
            shell.start(phone);
            shell.open(new Destination.Dossiers());
            camera.scene().snapshot(null);
        });
        System.out.println(USABLE);
        System.out.flush();
        phone.store().typeAll(); // so that the cache knows that too
        System.exit(0); // as an app ends: only then an AOT cache is written
    }
}
