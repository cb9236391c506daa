package org.tournee.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param isShort fewer repetitions
 * @param json one object a line instead of a table
 * @param only the names of the figures wanted; empty for all
 */
record BenchOptions(boolean isShort, boolean json, Set<String> only) {

    BenchOptions {
        only = Set.copyOf(only);
    }

    /**
     * Reads {@code --short --json --only NAME,NAME}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static BenchOptions parse(List<String> words) {
        boolean isShort = false;
        boolean json = false;
        Set<String> only = new HashSet<>();
        for (int at = 0; at < words.size(); at++) {
            switch (words.get(at)) {
                case "--short" -> isShort = true;
                case "--json" -> json = true;
                case "--only" -> only.addAll(names(words, ++at));
                default -> throw new IllegalArgumentException("Unknown option " + words.get(at));
            }
        }
        return new BenchOptions(isShort, json, only);
    }

    private static List<String> names(List<String> words, int at) {
        if (at == words.size()) {
            throw new IllegalArgumentException("--only needs names");
        }
        return Arrays.asList(words.get(at).split(",", -1));
    }

    /** Whether any of those figures is wanted. */
    boolean wants(String... names) {
        return only.isEmpty() || Arrays.stream(names).anyMatch(only::contains);
    }

    /** How often something is repeated. */
    int times(int inShort, int inFull) {
        return isShort ? inShort : inFull;
    }
}
