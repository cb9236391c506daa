package org.tournee.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares names. At most one thing may be wrong with them. Rule: R-DUP. */
final class NameEvidence {

    private NameEvidence() {}

    /** What the names of both have in common; empty for two names. Looked at from both sides it is the same. */
    static Optional<Evidence> between(PersonSketch one, PersonSketch other) {
        if (unnamed(one) || unnamed(other)) {
            return Optional.empty();
        }
        if (same(one.given(), other.given()) && same(one.family(), other.family())) {
            return Optional.of(Evidence.SAME_NAMES);
        }
        if (same(one.given(), other.family()) && same(one.family(), other.given())) {
            return Optional.of(Evidence.SWAPPED_NAMES);
        }
        if (same(one.family(), other.family())) {
            return alike(one.given(), other.given()).or(() -> initial(one.given(), other.given()));
        }
        return same(one.given(), other.given()) ? alike(one.family(), other.family()) : Optional.empty();
    }

    private static boolean unnamed(PersonSketch sketch) {
        return sketch.given().isEmpty() || sketch.family().isEmpty();
    }

    private static Optional<Evidence> alike(List<String> one, List<String> other) {
        if (isMisspelt(one, other)) {
            return Optional.of(Evidence.MISSPELT_NAME);
        }
        boolean part = one.containsAll(other) || other.containsAll(one);
        return part ? Optional.of(Evidence.PART_OF_NAME) : Optional.empty();
    }

    private static boolean isMisspelt(List<String> one, List<String> other) {
        List<String> left = without(one, other);
        List<String> right = without(other, one);
        return left.size() == 1 && right.size() == 1 && Spelling.isMisspelling(left.get(0), right.get(0));
    }

    private static Optional<Evidence> initial(List<String> one, List<String> other) {
        boolean matches = isInitialOf(one.get(0), other.get(0)) || isInitialOf(other.get(0), one.get(0));
        return matches ? Optional.of(Evidence.INITIAL_ONLY) : Optional.empty();
    }

    private static boolean isInitialOf(String letter, String word) {
        return letter.length() == 1 && word.length() > 1 && word.startsWith(letter);
    }

    private static boolean same(List<String> one, List<String> other) {
        return one.size() == other.size() && without(one, other).isEmpty();
    }

    /** The words of one that the other does not have, each counted. */
    private static List<String> without(List<String> one, List<String> other) {
        List<String> left = new ArrayList<>(one);
        other.forEach(left::remove);
        return left;
    }
}
