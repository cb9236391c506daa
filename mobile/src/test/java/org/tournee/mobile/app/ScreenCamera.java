package org.tournee.mobile.app;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/**
 * Shows the real window tree of a phone, 412 × 915, and takes pictures of it.
 *
 * <p>Works under a headless Monocle and in a real window alike; every method may be called from any thread but the
 * screen's.
 */
public final class ScreenCamera implements AutoCloseable {

    public static final int WIDTH = 412;
    public static final int HEIGHT = 915;

    private final Stage stage;
    private final Scene scene;

    private ScreenCamera(Stage stage, Scene scene) {
        this.stage = stage;
        this.scene = scene;
    }

    /** Starts the toolkit where it does not run yet; it then stays, whatever windows close. */
    public static void startToolkit() {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException alreadyRunning) {
            // the toolkit of an earlier test
        }
        Platform.setImplicitExit(false);
    }

    /** A window with that content. */
    public static ScreenCamera of(Callable<? extends Parent> content, Appearance appearance) {
        startToolkit();
        return onScreen(() -> {
            Scene scene = new Scene(content.call(), WIDTH, HEIGHT);
            appearance.applyTo(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return new ScreenCamera(stage, scene);
        });
    }

    /** The shell of a phone, started, with the screens of all parts of the app. */
    public static ScreenCamera of(Shell shell, Appearance appearance) {
        return of(shell::root, appearance);
    }

    /** The scene; laid out when asked for on the screen's thread, for what a skin holds cannot be looked up before. */
    public Scene scene() {
        if (Platform.isFxApplicationThread()) {
            layOut();
        }
        return scene;
    }

    /** Changes theme and text size. */
    public void look(Appearance appearance) {
        run(() -> appearance.applyTo(scene));
    }

    /** Makes the window as large as another phone's screen. */
    public void resize(double width, double height) {
        run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
    }

    /** Tells pictures of other sizes than the usual apart. */
    public String sizeName() {
        int width = (int) stage.getWidth();
        return width == WIDTH ? "" : "-" + width;
    }

    /** Writes what is seen now as a PNG; its folder is made. */
    public void take(Path picture) {
        WritableImage image = onScreen(() -> {
            layOut();
            return scene.snapshot(null);
        });
        try {
            Files.createDirectories(picture.toAbsolutePath().getParent());
            if (!ImageIO.write(buffered(image), "png", picture.toFile())) {
                throw new IllegalStateException("no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays out twice, on the screen's thread: labels that wrap know their height only once they know their width. */
    public void layOut() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    /** What of the texts on the screen does not fit into its place; empty when all can be read. */
    public List<String> cutTexts() {
        return onScreen(() -> {
            layOut();
            return CutTexts.in(scene.getRoot());
        });
    }

    /** What a thumb would miss or a screen reader could not name; empty when all is well. */
    public List<String> wantingTargets() {
        return onScreen(() -> {
            layOut();
            return Targets.wanting(scene.getRoot());
        });
    }

    /** Runs something on the screen's thread, and waits for it. */
    public static void run(Runnable action) {
        onScreen(() -> {
            action.run();
            return true;
        });
    }

    /** Asks something on the screen's thread, and waits for the answer. */
    public static <T> T onScreen(Callable<T> question) {
        FutureTask<T> task = new FutureTask<>(question);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static BufferedImage buffered(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        buffered.setRGB(0, 0, width, height, pixels, 0, width);
        return buffered;
    }

    @Override
    public void close() {
        run(stage::close);
    }
}
