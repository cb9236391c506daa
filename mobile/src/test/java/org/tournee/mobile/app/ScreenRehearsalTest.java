package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is laid out while a PIN is typed. */
class ScreenRehearsalTest {

    private static final int MORE_THAN_ITS_PIECES = 20;

    @BeforeAll
    static void toolkit() {
        ScreenCamera.startToolkit();
    }

    @ParameterizedTest
    @EnumSource(Appearance.Mode.class)
    void endsWithNothingOfItOnTheScreen(Appearance.Mode mode) {
        AtomicReference<Throwable> failed = new AtomicReference<>();
        StackPane root = ScreenCamera.onScreen(StackPane::new);
        try (ScreenCamera camera = ScreenCamera.of(() -> root, Appearance.USUAL.with(mode))) {
            ScreenCamera.run(() -> {
                Thread.currentThread().setUncaughtExceptionHandler((thread, why) -> failed.set(why));
                ScreenRehearsal.begin(camera.scene(), new Messages(Language.FRENCH));
            });
            for (int piece = 0; piece < MORE_THAN_ITS_PIECES; piece++) {
                ScreenCamera.run(() -> {}); // comes after the next one
            }
            ScreenCamera.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
            assertThat(failed.get()).isNull();
            assertThat(root.getChildren()).isEmpty();
        }
    }
}
