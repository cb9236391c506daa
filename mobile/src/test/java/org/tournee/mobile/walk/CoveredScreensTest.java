package org.tournee.mobile.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.device.Cover.Sides;
import org.tournee.mobile.dossier.OpenDossierPhone;

/** Whatever the device covers of the screen, a thumb reaches everything, and one sees what one types. */
class CoveredScreensTest {

    private static final Sides UPRIGHT = new Sides(62, 0, 34, 0, 0);
    private static final Sides ON_ITS_SIDE = new Sides(0, 62, 21, 62, 0);
    private static final double KEYBOARD = 300;
    private static final double ROUNDING = 0.5;

    @Test
    void noControlOfAnyScreenIsUnderTheNotchOrTheHomeBar() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            Stops.furnish(phone);
            phone.cover.cover(UPRIGHT);
            List<String> found = new ArrayList<>();
            for (Stop stop : Stops.all()) {
                stop.reach().accept(phone);
                found.addAll(covered(phone, UPRIGHT));
            }
            assertThat(found).isEmpty();
        }
    }

    @Test
    void aPhoneThatIsTurnedKeepsItsSidesFree() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.camera.resize(915, 412);
            phone.cover.cover(ON_ITS_SIDE);
            phone.open(new Destination.DossierPage(phone.dossier(0)));

            assertThat(covered(phone, ON_ITS_SIDE)).isEmpty();
        }
    }

    /** Rule: R-OFF: the longest form there is, on the smallest phone, with the largest text. */
    @Test
    void whatIsTypedIntoIsSeenAboveTheKeyboard() {
        try (OpenDossierPhone phone =
                new OpenDossierPhone(new Appearance(Appearance.Mode.LIGHT, 200), Language.GERMAN)) {
            phone.camera.resize(360, 640);
            phone.open(new Destination.ContactForm(phone.dossier(0), null));
            Node field = phone.find("#contact-narrative");
            ScreenCamera.run(field::requestFocus);
            Sides typing = UPRIGHT.withKeyboard(KEYBOARD);
            phone.cover.cover(typing);
            WaitForAsyncUtils.waitForFxEvents();

            Bounds seen = ScreenCamera.onScreen(() -> Screens.onScreen(field));
            assertThat(seen.getHeight()).as("as much as a line of it").isGreaterThan(48);
            assertThat(seen.getMaxY()).isLessThanOrEqualTo(640 - KEYBOARD + ROUNDING);
            assertThat(covered(phone, typing)).isEmpty();
        }
    }

    @Test
    void theBarBelowGivesItsRoomToTheKeyboardAndComesBack() {
        try (OpenDossierPhone phone = OpenDossierPhone.usual()) {
            phone.open(new Destination.Dossiers());
            Node bar = phone.find(".bottom-bar");
            phone.cover.cover(Sides.NONE.withKeyboard(KEYBOARD));
            assertThat(bar.isVisible()).isFalse();

            phone.cover.cover(Sides.NONE);
            assertThat(bar.isVisible()).isTrue();
        }
    }

    private static List<String> covered(OpenDossierPhone phone, Sides sides) {
        WaitForAsyncUtils.waitForFxEvents();
        return ScreenCamera.onScreen(() -> {
            Scene scene = phone.camera.scene();
            return Screens.seen(scene.getRoot()).stream()
                    .filter(Screens::isControl)
                    .filter(node -> leaves(Screens.onScreen(node), scene, sides))
                    .map(node -> phone.here().orElseThrow() + ": " + Screens.name(node) + Screens.onScreen(node))
                    .toList();
        });
    }

    private static boolean leaves(Bounds at, Scene scene, Sides sides) {
        boolean drawn = at.getWidth() > 0 && at.getHeight() > 0; // what is scrolled out is under nothing
        double below = Math.max(sides.bottom(), sides.keyboard());
        return drawn
                && (at.getMinY() < sides.top() - ROUNDING
                        || at.getMaxY() > scene.getHeight() - below + ROUNDING
                        || at.getMinX() < sides.left() - ROUNDING
                        || at.getMaxX() > scene.getWidth() - sides.right() + ROUNDING);
    }
}
