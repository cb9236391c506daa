package org.tournee.mobile.app;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.attach.AttachedCover;
import org.tournee.mobile.attach.AttachedWays;
import org.tournee.mobile.device.Device;

/** The application in the worker's hand. */
public final class TourneeApp extends Application {

    private static final double WIDTH = 412;
    private static final double HEIGHT = 915;

    private final ExecutorService background = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable FrontDoor door;

    @Override
    public void start(Stage stage) {
        Device device = Device.here();
        StartOptions options = StartOptions.of(getParameters().getNamed(), device.storage());
        Clock clock = Clock.systemUTC();
        Settings settings = Settings.in(options.home());
        FrontDoor opening = new FrontDoor(
                StoreEntrance.ofPhone(options.home(), System.getProperty("os.name", ""), clock),
                settings,
                clock,
                background,
                AllScreens.on(new DeskApps(getHostServices()), AttachedWays::orOf),
                AttachedCover.here());
        door = opening;
        Scene scene = new Scene(opening.root(), WIDTH, HEIGHT);
        new Looks(scene, settings).follow(device.looks(), device.lifecycle(), background);
        stage.setTitle(new Messages(settings.language()).get("app.name"));
        stage.setScene(scene);
        opening.show(options);
        stage.show();
        new AutoLock(clock, opening::lock).listen(device.lifecycle());
    }

    @Override
    public void stop() {
        if (door != null) {
            door.close();
        }
        background.shutdown();
    }

    public static void main(String[] args) {
        launch(TourneeApp.class, args);
    }
}
