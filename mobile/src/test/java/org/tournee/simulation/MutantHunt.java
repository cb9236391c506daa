package org.tournee.simulation;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Looks for a seed that shows a fault; runs within the classes of a {@link MutantLoader}. */
public final class MutantHunt implements Function<Integer, String> {

    /** What the first plan violates that violates anything, of those that once failed and of so many seeds; empty where none does. */
    @Override
    public String apply(Integer seeds) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MutantHunt.class.getClassLoader()); // libraries look for their parts there
        try {
            return first(seeds);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String first(int seeds) {
        Stream<Plan> plans = Stream.concat(
                Regressions.all().stream(), LongStream.rangeClosed(1, seeds).mapToObj(Plan::of));
        return plans.map(plan -> Life.of(plan).map(violation -> "seed " + plan.seed() + ": " + violation.getMessage()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }
}
