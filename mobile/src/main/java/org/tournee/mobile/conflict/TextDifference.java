package org.tournee.mobile.conflict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds which words of a text another text does not have at that place: what one marks, so that eyes need not search. */
public final class TextDifference {

    /** Longer texts are marked whole: comparing them word by word costs the square of their length. */
    private static final int MOST_WORDS = 2_000;

    private TextDifference() {}

    /** A stretch of a text. */
    public record Stretch(String text, boolean differs) {}

    /** Cuts {@code text} into stretches; joined they give {@code text} again. */
    public static List<Stretch> mark(String text, String other) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.equals(other)) {
            return List.of(new Stretch(text, false));
        }
        List<String> words = words(text);
        List<String> others = words(other);
        if (words.size() > MOST_WORDS || others.size() > MOST_WORDS) {
            return List.of(new Stretch(text, true));
        }
        return joined(words, common(words, others));
    }

    /** Words, each with the space after it. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
    }

    private static boolean[] common(List<String> words, List<String> others) {
        int[][] longest = lengths(words, others);
        boolean[] common = new boolean[words.size()];
        int i = 0;
        int j = 0;
        while (i < words.size() && j < others.size()) {
            if (same(words.get(i), others.get(j))) {
                common[i++] = true;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /** The length of the longest common subsequence from each pair of places to the ends. */
    private static int[][] lengths(List<String> words, List<String> others) {
        int[][] longest = new int[words.size() + 1][others.size() + 1];
        for (int i = words.size() - 1; i >= 0; i--) {
            for (int j = others.size() - 1; j >= 0; j--) {
                longest[i][j] = same(words.get(i), others.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static boolean same(String word, String other) {
        return word.strip().equals(other.strip());
    }

    private static List<Stretch> joined(List<String> words, boolean[] common) {
        List<Stretch> stretches = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            if (i > 0 && common[i] != common[i - 1]) {
                stretches.add(new Stretch(text.toString(), !common[i - 1]));
                text.setLength(0);
            }
            text.append(words.get(i));
        }
        stretches.add(new Stretch(text.toString(), !common[words.size() - 1]));
        return List.copyOf(stretches);
    }
}
