package org.tournee.mobile.search;

import java.util.Arrays;

/** Typing errors: a letter too many, too few, another one, or two that changed places. */
final class Typing {

    private static final int ONE_ERROR_FROM = 4;
    private static final int TWO_ERRORS_FROM = 8;

    private Typing() {}

    /**
     * Whether {@code typed} may have been meant to begin {@code word}: with one error from four letters on, two from
     * eight on.
     */
    static boolean mayBegin(String word, String typed) {
        int errors = typed.length() < ONE_ERROR_FROM ? 0 : typed.length() < TWO_ERRORS_FROM ? 1 : 2;
        return errors == 0 ? word.startsWith(typed) : distance(typed, word, errors) <= errors;
    }

    /**
     * The errors between what was typed and the beginning of the word that is nearest to it (optimal string alignment).
     *
     * @return more than {@code most} where there are more than that
     */
    private static int distance(String typed, String word, int most) {
        int length = Math.min(word.length(), typed.length() + most);
        if (length < typed.length() - most) {
            return most + 1;
        }
        int[] beforeLast = new int[length + 1];
        int[] last = new int[length + 1];
        int[] row = new int[length + 1];
        Arrays.setAll(last, at -> at);
        for (int i = 1; i <= typed.length(); i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= length; j++) {
                int other = typed.charAt(i - 1) == word.charAt(j - 1) ? 0 : 1;
                int cost = Math.min(last[j - 1] + other, Math.min(last[j], row[j - 1]) + 1);
                if (other == 1 && haveChangedPlaces(typed, i, word, j)) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }
                row[j] = cost;
                least = Math.min(least, cost);
            }
            if (least > most) {
                return least;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Arrays.stream(last).min().orElse(most + 1);
    }

    private static boolean haveChangedPlaces(String typed, int i, String word, int j) {
        return i > 1 && j > 1 && typed.charAt(i - 1) == word.charAt(j - 2) && typed.charAt(i - 2) == word.charAt(j - 1);
    }
}
