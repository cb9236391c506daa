package org.tournee.server.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
     * Which cells are hidden. One alone, or some that together are less than five, would be told by the total: then the
     * smallest of the others is hidden with them, until nothing is told.
     *
     * @param households behind each cell
     */
    public static List<Boolean> hidden(List<Integer> households) {
        List<Boolean> hidden = new ArrayList<>();
        households.forEach(count -> hidden.add(count > 0 && count < LEAST));
        while (tells(households, hidden)) {
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

    private static boolean tells(List<Integer> households, List<Boolean> hidden) {
        List<Integer> kept = IntStream.range(0, households.size())
                .filter(hidden::get)
                .map(households::get)
                .boxed()
                .toList();
        int together = kept.stream().mapToInt(Integer::intValue).sum();
        return kept.size() == 1 || (!kept.isEmpty() && together < LEAST);
    }

    /** Whether a total may stand: none, or five at least. */
    public static boolean shows(int households) {
        return households == 0 || households >= LEAST;
    }
}
