package org.tournee.mobile.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;

/**
 * How the app looks: its theme and the size of its texts.
 *
 * @param textPercent of the base size of 16 px, 100 to 200
 */
public record Appearance(Mode mode, int textPercent) {

    public static final Appearance USUAL = new Appearance(Mode.SYSTEM, 100);
    public static final int SMALLEST_PERCENT = 100;
    public static final int LARGEST_PERCENT = 200;
    private static final double BASE_PIXELS = 16;
    private static final double MARK_ICON_PIXELS = 17;
    private static final double ICON_PIXELS = 20;
    private static final double LARGE_ICON_PIXELS = 24;
    private static final double EMPTY_ICON_PIXELS = 48;
    private static final double DIGIT_PIXELS = 26;
    private static final double SMALL_PIXELS = 13;
    private static final int TITLE_PIXELS = 26;
    private static final int HEADING_PIXELS = 20;
    private static final int TOP_PIXELS = 18;
    private static final int WIDEST_TITLE_PERCENT = 145;
    private static final int WIDEST_HEADING_PERCENT = 160;
    private static final int WIDEST_TRUTH_PERCENT = 130;
    private static final int WIDEST_PIN_PERCENT = 120;
    private static final int WIDEST_BAR_PERCENT = 103;

    public Appearance {
        textPercent = Math.max(SMALLEST_PERCENT, Math.min(LARGEST_PERCENT, textPercent));
    }

    /** Which theme. */
    public enum Mode {
        /** As the system has it. */
        SYSTEM,
        LIGHT,
        DARK
    }

    public Appearance with(Mode other) {
        return new Appearance(other, textPercent);
    }

    public Appearance withTextPercent(int percent) {
        return new Appearance(mode, percent);
    }

    /** The look itself, where it follows the system. */
    public Appearance on(boolean darkSystem) {
        return mode == Mode.SYSTEM ? with(darkSystem ? Mode.DARK : Mode.LIGHT) : this;
    }

    /** Gives a scene this look; light where it follows a system that nobody asked yet. */
    public void applyTo(Scene scene) {
        boolean dark = mode == Mode.DARK;
        Theme base = dark ? new PrimerDark() : new PrimerLight();
        scene.setUserAgentStylesheet(base.getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet(dark ? "tokens-dark" : "tokens-light"), sheet("tournee"), sizes());
        scene.getRoot().setStyle("-fx-font-size: " + pixels(BASE_PIXELS) + ";");
    }

    /**
     * What cannot be said in em: icons, and what grows only so far: titles and the digits of the PIN, which are large
     * already, so that a long word of German stays in one piece; the bottom bar, whose five places are as wide as the phone lets them be, and the bar above, which must leave room for
     * the page and opens one that says the same in full size.
     */
    private String sizes() {
        String css = ".text-title { -fx-font-size: " + pixels(TITLE_PIXELS, WIDEST_TITLE_PERCENT) + "; }\n"
                + ".text-heading { -fx-font-size: " + pixels(HEADING_PIXELS, WIDEST_HEADING_PERCENT) + "; }\n"
                + ".top-bar .text-heading { -fx-font-size: " + pixels(TOP_PIXELS, WIDEST_TITLE_PERCENT) + "; }\n"
                + ".icon { -fx-font-size: " + pixels(ICON_PIXELS) + "; }\n"
                + ".icon-large, .button-icon .icon { -fx-font-size: " + pixels(LARGE_ICON_PIXELS) + "; }\n"
                + ".mark .icon { -fx-font-size: " + pixels(MARK_ICON_PIXELS) + "; }\n"
                + ".empty-state > .icon-large { -fx-font-size: " + pixels(EMPTY_ICON_PIXELS) + "; }\n"
                + ".pin-digit { -fx-font-size: " + pixels(DIGIT_PIXELS, WIDEST_PIN_PERCENT) + "; }\n"
                + ".truth-bar { -fx-font-size: " + pixels(SMALL_PIXELS, WIDEST_TRUTH_PERCENT) + "; }\n"
                + ".bottom-bar { -fx-font-size: " + pixels(BASE_PIXELS, WIDEST_BAR_PERCENT) + "; }\n"
                + ".bottom-bar .icon { -fx-font-size: " + LARGE_ICON_PIXELS + "px; }\n";
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }

    private String pixels(double atUsualSize) {
        return pixels(atUsualSize, LARGEST_PERCENT);
    }

    private String pixels(double atUsualSize, int widestPercent) {
        return String.format(Locale.ROOT, "%.1fpx", atUsualSize * Math.min(textPercent, widestPercent) / 100.0);
    }

    private static String sheet(String name) {
        URL found = Appearance.class.getResource("/org/tournee/mobile/theme/" + name + ".css");
        return Objects.requireNonNull(found, name).toExternalForm();
    }
}
