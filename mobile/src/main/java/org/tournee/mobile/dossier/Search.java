package org.tournee.mobile.dossier;

import java.text.Normalizer;
import java.util.Locale;

/** Searching as one types: accents, hyphens and capitals are forgiven, and words may be half written. */
final class Search {

    private Search() {}

    /** Small letters without accents, so that "elodie" finds "Élodie". */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("œ", "oe")
                .replace("Œ", "oe")
                .toLowerCase(Locale.ROOT);
    }

    /** Whether every word of a search begins a word of {@code searched}, which is plain. */
    static boolean answers(String searched, String query) {
        String within = " " + searched.replaceAll("[^\\p{L}\\p{N}]+", " ");
        for (String word : plain(query).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!within.contains(" " + word)) {
                return false;
            }
        }
        return true;
    }
}
