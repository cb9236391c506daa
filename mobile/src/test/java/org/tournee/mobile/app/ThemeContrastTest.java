package org.tournee.mobile.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The theme's colours can be told apart: WCAG 2.2 AA, computed from the tokens of the style sheet. */
class ThemeContrastTest {

    private static final double TEXT = 4.5;
    private static final double GRAPHIC = 3.0;
    private static final Pattern TOKEN = Pattern.compile("-tn-([a-z-]+):\\s*#([0-9A-Fa-f]{6});");
    private static final List<String> GROUNDS = List.of("paper", "card", "sunken");
    private static final List<String> TONES = List.of("accent", "due", "late", "conflict", "done", "destructive");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextCanBeReadOnEveryGroundThatItStandsOn(String theme) throws IOException {
        Map<String, Integer> tokens = tokens(theme);
        for (String ground : GROUNDS) {
            readable(tokens, "ink", ground, TEXT);
            readable(tokens, "muted", ground, TEXT);
        }
        for (String tone : TONES) {
            readable(tokens, tone, "card", TEXT);
            readable(tokens, tone, "paper", TEXT);
            readable(tokens, "ink", tone + "-tint", TEXT);
            readable(tokens, tone, tone + "-tint", GRAPHIC);
        }
        readable(tokens, "accent", "accent-tint", TEXT); // the chosen place of the bottom bar
        readable(tokens, "on-accent", "accent", TEXT);
        readable(tokens, "on-destructive", "destructive", TEXT);
        readable(tokens, "paper", "ink", TEXT); // the snackbar
        readable(tokens, "edge", "card", GRAPHIC);
        readable(tokens, "edge", "paper", GRAPHIC);
    }

    private static void readable(Map<String, Integer> tokens, String front, String ground, double least) {
        assertThat(contrast(tokens.get(front), tokens.get(ground)))
                .as("%s on %s", front, ground)
                .isGreaterThanOrEqualTo(least);
    }

    private static double contrast(int one, int other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double share = (channel & 0xFF) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> tokens(String theme) throws IOException {
        Map<String, Integer> tokens = new HashMap<>();
        try (InputStream sheet =
                Appearance.class.getResourceAsStream("/org/tournee/mobile/theme/tokens-" + theme + ".css")) {
            Matcher found = TOKEN.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
            while (found.find()) {
                tokens.put(found.group(1), Integer.parseInt(found.group(2), 16));
            }
        }
        return tokens;
    }
}
