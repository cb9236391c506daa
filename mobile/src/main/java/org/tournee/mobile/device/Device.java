package org.tournee.mobile.device;

import com.gluonhq.attach.display.DisplayService;
import com.gluonhq.attach.lifecycle.LifecycleEvent;
import com.gluonhq.attach.lifecycle.LifecycleService;
import com.gluonhq.attach.storage.StorageService;
import com.gluonhq.attach.util.Platform;
import java.util.Optional;

/** The device that the app runs on. */
public record Device(StorageFolder storage, Lifecycle lifecycle, Display display, SystemLooks looks) {

    /** This device: a phone through Attach, a desk where there is none. */
    public static Device here() {
        StorageFolder storage = StorageFolder.choose(
                Optional.ofNullable(System.getProperty(StorageFolder.PROPERTY)),
                isPhone() ? StorageService.create().flatMap(StorageService::getPrivateStorage) : Optional.empty(),
                Optional.ofNullable(System.getenv("XDG_DATA_HOME")),
                System.getProperty("user.home"));
        boolean phone = DisplayService.create().map(DisplayService::isPhone).orElse(false);
        return new Device(
                storage,
                LifecycleService.create().<Lifecycle>map(AttachedLifecycle::new).orElseGet(Desk::new),
                new Display(phone),
                isPhone() ? () -> false : DeskLooks.of(System.getProperty("os.name", "")));
    }

    /** Attach has a folder for a desk too, but a desk has customs of its own. */
    private static boolean isPhone() {
        return Platform.isAndroid() || Platform.isIOS();
    }

    private record AttachedLifecycle(LifecycleService service) implements Lifecycle {

        @Override
        public void onPause(Runnable action) {
            service.addListener(LifecycleEvent.PAUSE, action);
        }

        @Override
        public void onResume(Runnable action) {
            service.addListener(LifecycleEvent.RESUME, action);
        }
    }

    /** A window is never left in this sense: it is closed, and the app hears of that by itself. */
    private record Desk() implements Lifecycle {

        @Override
        public void onPause(Runnable action) {}

        @Override
        public void onResume(Runnable action) {}
    }
}
