package org.tournee.mobile.ui;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Finds which words of a text another text does not have at that place: what one marks, so that eyes need not search. */
public final class TextDifference {

    private TextDifference() {}

    /** A stretch of a text. */
    public record Stretch(String text, boolean differs) {}

    /** Cuts {@code text} into stretches; joined they give {@code text} again. */
    public static List<Stretch> mark(String text, String other) {
        List<String> words = words(text);
        BitSet differs = new BitSet();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(words, words(other), TextDifference::same).getDeltas()) {
            int from = delta.getSource().getPosition();
            differs.set(from, from + delta.getSource().size());
        }
        return joined(words, differs);
    }

    /** Words, each with the space after it. */
    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
    }

    private static boolean same(String word, String other) {
        return word.strip().equals(other.strip());
    }

    private static List<Stretch> joined(List<String> words, BitSet differs) {
        List<Stretch> stretches = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= words.size(); to++) {
            if (to == words.size() || differs.get(to) != differs.get(from)) {
                stretches.add(new Stretch(String.join("", words.subList(from, to)), differs.get(from)));
                from = to;
            }
        }
        return List.copyOf(stretches);
    }
}
