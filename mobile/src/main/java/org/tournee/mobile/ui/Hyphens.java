package org.tournee.mobile.ui;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/**
 * Divides words that are wider than their place: JavaFX breaks them at whatever letter, without a hyphen. The name that a
 * screen reader says stays whole. Rule: §8 of the domain.
 */
public final class Hyphens {

    private static final String LANGUAGE = Hyphens.class.getName();

    private Hyphens() {}

    /** Says of what language the words in a node are, as {@code lang} does in a page of the web. */
    public static void speak(Node node, Locale locale) {
        node.getProperties().put(LANGUAGE, locale.getLanguage());
    }

    /** Whether words of that language are divided. */
    public static boolean divides(Locale locale) {
        return Hyphenation.of(locale.getLanguage()).knowsWords();
    }

    /** How words in a node are divided; not at all where no node around it says of what language they are. */
    static Hyphenation of(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(LANGUAGE) instanceof String language) {
                return Hyphenation.of(language);
            }
        }
        return Hyphenation.of("");
    }

    /** The same label, its words divided where they do not fit as long as it is shown. */
    public static <L extends Labeled> L in(L labeled) {
        new DividedWords(labeled).follow();
        return labeled;
    }
}
