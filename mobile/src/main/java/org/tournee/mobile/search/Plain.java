package org.tournee.mobile.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a search sees it: accents, hyphens and capitals are forgiven. */
public final class Plain {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Plain() {}

    /** Small letters without accents, so that "elodie" finds "Élodie". */
    public static String text(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .toLowerCase(Locale.ROOT);
    }

    /** The words of a text, plain, in its order. */
    static List<String> words(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text(text))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Whether every word of a search begins a word of {@code searched}, which is plain. */
    public static boolean answers(String searched, String query) {
        String within = " " + BETWEEN_WORDS.matcher(searched).replaceAll(" ");
        for (String word : BETWEEN_WORDS.split(text(query), -1)) {
            if (!within.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }
}
