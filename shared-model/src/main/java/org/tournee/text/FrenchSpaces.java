package org.tournee.text;

/** The spaces that French sets between a word and its signs of two parts, and inside its quotation marks. */
public final class FrenchSpaces {

    private static final String SIGNS_AFTER = ":;?!»";
    private static final char SIGN_BEFORE = '«';

    /** Of the usual width: every font has it, a narrow one not. */
    private static final char NO_BREAK = '\u00A0';

    private FrenchSpaces() {}

    /**
     * The same text of as many characters, in which no line ends between a word and its sign: the texts are written with
     * usual spaces, which are seen in an editor.
     *
     * @param text in French
     */
    public static String kept(String text) {
        StringBuilder kept = null;
        for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
            if (isKept(text, at)) {
                kept = kept == null ? new StringBuilder(text) : kept;
                kept.setCharAt(at, NO_BREAK);
            }
        }
        return kept == null ? text : kept.toString();
    }

    private static boolean isKept(String text, int at) {
        return (at > 0 && text.charAt(at - 1) == SIGN_BEFORE)
                || (at + 1 < text.length() && SIGNS_AFTER.indexOf(text.charAt(at + 1)) >= 0);
    }
}
