package org.tournee.mobile.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.net.URL;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;

/**
 * How the app looks: its theme and the size of its texts.
 *
 * @param textPercent of the base size of 16 px, 100 to 200
 */
public record Appearance(Mode mode, int textPercent) {

    public static final Appearance USUAL = new Appearance(Mode.LIGHT, 100);
    public static final int SMALLEST_PERCENT = 100;
    public static final int LARGEST_PERCENT = 200;
    private static final double BASE_PIXELS = 16;

    public Appearance {
        textPercent = Math.max(SMALLEST_PERCENT, Math.min(LARGEST_PERCENT, textPercent));
    }

    /** Which theme. */
    public enum Mode {
        LIGHT,
        DARK
    }

    public Appearance with(Mode other) {
        return new Appearance(other, textPercent);
    }

    public Appearance withTextPercent(int percent) {
        return new Appearance(mode, percent);
    }

    /** Gives a scene this look. */
    public void applyTo(Scene scene) {
        Theme base = mode == Mode.DARK ? new PrimerDark() : new PrimerLight();
        scene.setUserAgentStylesheet(base.getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("tokens-" + mode.name().toLowerCase(Locale.ROOT)), sheet("tournee"));
        scene.getRoot()
                .setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", BASE_PIXELS * textPercent / 100.0));
    }

    private static String sheet(String name) {
        URL found = Appearance.class.getResource("/org/tournee/mobile/theme/" + name + ".css");
        return Objects.requireNonNull(found, name).toExternalForm();
    }
}
