package org.tournee.mobile.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.ScreenCamera;

/** What turns while one waits. */
class TurningTest {

    @Test
    void keepsItsPlaceAndTurnsOnceOneHasWaited() throws TimeoutException {
        ScreenCamera.startToolkit();
        Turning turning = ScreenCamera.onScreen(() -> new Turning("Ouverture…"));
        try (ScreenCamera camera = ScreenCamera.of(() -> turning, Appearance.USUAL)) {
            Node sign = ScreenCamera.onScreen(() -> camera.scene().lookup(".progress-indicator"));
            assertThat(ScreenCamera.onScreen(sign::isVisible)).isFalse();
            assertThat(turning.prefHeight(-1)).isPositive();
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> ScreenCamera.onScreen(sign::isVisible));
        }
    }
}
