package org.tournee.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.tournee.mobile.app.AllScreens;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.app.Settings;
import org.tournee.mobile.app.Shell;
import org.tournee.mobile.app.ShutDoor;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.SyncStore;

/** The app in a window over a store, with all its screens and no network; everything runs on the screen's thread. */
record OpenApp(Shell shell, ScreenCamera camera) {

    /** Opens it on its first screen. */
    static OpenApp over(SyncStore store, Path folder) {
        ScreenCamera.startToolkit();
        Messages messages = new Messages(Locale.FRENCH);
        Settings settings = Settings.in(folder);
        Shell shell = ScreenCamera.onScreen(
                () -> new Shell(messages, AllScreens.onDesk(address -> false).of(settings, new ShutDoor())));
        Phone phone = new Phone(
                store,
                DocumentFiles.beside(store, folder, Clock.systemUTC()),
                new NoSync(),
                shell,
                messages,
                Clock.systemUTC(),
                Runnable::run);
        ScreenCamera camera = ScreenCamera.of(shell, Appearance.USUAL);
        ScreenCamera.run(() -> shell.start(phone));
        return new OpenApp(shell, camera);
    }

    /** Opens a page and lays it out, on the screen's thread. */
    void show(Destination destination) {
        ScreenCamera.run(() -> {
            shell.open(destination);
            layOut();
        });
    }

    /** What a pulse does before it paints. Called on the screen's thread. */
    void layOut() {
        camera.scene().getRoot().applyCss();
        camera.scene().getRoot().layout();
    }
}
