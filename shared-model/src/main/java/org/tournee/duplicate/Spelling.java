package org.tournee.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names are compared: without accents, case, hyphens and particles. */
final class Spelling {

    /** Below it, one letter makes another name: Léa and Léo, Anne and Anna are kept apart up to here. */
    static final int SHORTEST_MISSPELT = 5;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final List<String> PARTICLES = List.of(
            "d", "de", "du", "des", "l", "la", "le", "les", "el", "al", "ben", "van", "von", "der", "den", "di");

    private Spelling() {}

    /** The words of a name in their plainest form; particles only where nothing else is left. */
    static List<String> words(String name) {
        List<String> all = new ArrayList<>();
        for (String word : NOT_LETTERS.split(plain(name), -1)) {
            if (!word.isEmpty()) {
                all.add(word);
            }
        }
        List<String> telling =
                all.stream().filter(word -> !PARTICLES.contains(word)).toList();
        return telling.isEmpty() ? List.copyOf(all) : telling;
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Whether one letter was left out, added, replaced, or two neighbours were swapped; long enough words only. */
    static boolean isMisspelling(String one, String other) {
        if (Math.min(one.length(), other.length()) < SHORTEST_MISSPELT || one.equals(other)) {
            return false;
        }
        int start = commonStart(one, other);
        int end = Math.min(commonEnd(one, other), Math.min(one.length(), other.length()) - start);
        String left = one.substring(start, one.length() - end);
        String right = other.substring(start, other.length() - end);
        return (left.length() <= 1 && right.length() <= 1) || isSwap(left, right);
    }

    private static boolean isSwap(String left, String right) {
        return left.length() == 2
                && right.length() == 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0);
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static int commonEnd(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        return length;
    }
}
