package org.tournee.mobile.walk;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** Finds texts and icons that cannot be told from what is painted behind them: WCAG 2.2 AA, as drawn. */
final class DrawnContrast {

    private static final double TEXT = 4.5;
    private static final double LARGE_TEXT = 3;
    private static final double LARGE_PIXELS = 24;
    private static final double LARGE_BOLD_PIXELS = 18.66;

    private DrawnContrast() {}

    static List<String> in(Parent root) {
        List<String> found = new ArrayList<>();
        for (Node node : Screens.seen(root)) {
            if (node instanceof Text text
                    && (Screens.isText(text) || Screens.isIcon(text))
                    && !text.isDisabled()
                    && text.getFill() instanceof Color ink) {
                Color ground = ground(text);
                double contrast = contrast(over(ink, ground, opacity(text)), ground);
                if (contrast + 0.005 < least(text)) {
                    found.add(String.format(
                            "hard to read (%.2f): %s, %s on %s", contrast, Screens.name(text), ink, ground));
                }
            }
        }
        return found;
    }

    private static double least(Text text) {
        double pixels = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().contains("Bold");
        boolean large = pixels >= LARGE_PIXELS || (bold && pixels >= LARGE_BOLD_PIXELS);
        return large || Screens.isIcon(text) ? LARGE_TEXT : TEXT;
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    /** What is painted behind it, from the window inwards. */
    private static Color ground(Node node) {
        Parent parent = node.getParent();
        Color behind = parent == null ? Color.WHITE : ground(parent);
        if (node instanceof Region region && region.getBackground() != null) {
            for (BackgroundFill fill : region.getBackground().getFills()) {
                if (fill.getFill() instanceof Color paint) {
                    behind = over(paint, behind, node.getOpacity());
                }
            }
        }
        return behind;
    }

    private static Color over(Color front, Color behind, double opacity) {
        return behind.interpolate(
                Color.color(front.getRed(), front.getGreen(), front.getBlue()), front.getOpacity() * opacity);
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
