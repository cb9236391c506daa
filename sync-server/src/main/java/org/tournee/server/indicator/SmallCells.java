package org.tournee.server.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * What may be published of a table whose total stands below it: no cell of less than five households, and none by which such
 * a one could be worked out. Rule: R-IND. Source: domain §7.
 */
public final class SmallCells {

    /** The fewest that a published cell counts, but for none. */
    public static final int LEAST = 5;

    private SmallCells() {}

    /**
     * Which cells are hidden. One alone, or some behind which there are less than five households together, would be told by
     * the total: then the smallest of the others is hidden with them, until nothing is told.
     *
     * @param households behind each cell; the same may be behind several, and is one of those together
     */
    public static List<Boolean> hidden(List<? extends Set<?>> households) {
        return hidden(households.stream().map(Set::size).toList(), cells -> (int) cells.stream()
                .map(households::get)
                .flatMap(Set::stream)
                .distinct()
                .count());
    }

    /**
     * The same where nobody is behind two cells.
     *
     * @param counts of each cell
     */
    public static List<Boolean> hiddenParts(List<Integer> counts) {
        return hidden(counts, cells -> cells.stream().mapToInt(counts::get).sum());
    }

    /** @param behind how many are behind some cells together, by their places */
    private static List<Boolean> hidden(List<Integer> households, ToIntFunction<List<Integer>> behind) {
        List<Boolean> hidden = new ArrayList<>();
        households.forEach(count -> hidden.add(count > 0 && count < LEAST));
        while (tells(hidden, behind)) {
            IntStream.range(0, households.size())
                    .filter(at -> !hidden.get(at) && households.get(at) > 0)
                    .boxed()
                    .min(Comparator.comparing(households::get))
                    .ifPresentOrElse(
                            at -> hidden.set(at, true),
                            () -> hidden.replaceAll(cell -> true)); // nothing is left to show
            if (!hidden.contains(false)) {
                return hidden;
            }
        }
        return hidden;
    }

    private static boolean tells(List<Boolean> hidden, ToIntFunction<List<Integer>> behind) {
        List<Integer> kept =
                IntStream.range(0, hidden.size()).filter(hidden::get).boxed().toList();
        return kept.size() == 1 || (!kept.isEmpty() && behind.applyAsInt(kept) < LEAST);
    }

    /** Whether a total may stand: none, or five at least. */
    public static boolean shows(int households) {
        return households == 0 || households >= LEAST;
    }
}
