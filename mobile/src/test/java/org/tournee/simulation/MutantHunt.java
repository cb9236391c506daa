package org.tournee.simulation;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Looks for a life that shows a planted fault; runs within the classes of a {@link MutantLoader}. */
public final class MutantHunt implements BiFunction<String, Integer, String> {

    /** A plan, and what it violates. */
    record Shown(Plan plan, Violation violation) {}

    /**
     * What the first plan violates that violates anything, of those that are kept for it, those that once failed and of so
     * many seeds; empty where none does.
     *
     * @param mutant its name
     */
    @Override
    public String apply(String mutant, Integer seeds) {
        return within(() -> first(mutant, seeds)
                .map(shown ->
                        "seed " + shown.plan().seed() + ": " + shown.violation().getMessage())
                .orElse(""));
    }

    static Optional<Shown> first(String mutant, int seeds) {
        return Stream.of(
                        Regressions.showing(mutant).stream(),
                        Regressions.all().stream(),
                        LongStream.rangeClosed(1, seeds).mapToObj(Plan::of))
                .flatMap(plans -> plans)
                .flatMap(plan -> Life.of(plan).map(violation -> new Shown(plan, violation)).stream())
                .findFirst();
    }

    /** Libraries look for their parts with the thread's loader. */
    static String within(Supplier<String> hunt) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(MutantHunt.class.getClassLoader());
        try {
            return hunt.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
