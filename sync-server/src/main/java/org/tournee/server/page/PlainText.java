package org.tournee.server.page;

import java.text.Normalizer;
import java.util.Locale;

/** A text as one looks for it: without accents and capitals, a ligature as its two letters. */
public final class PlainText {

    private PlainText() {}

    /** Without the spaces around it. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .strip();
    }
}
