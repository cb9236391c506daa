package org.tournee.simulation;

import java.util.List;
import java.util.stream.Stream;

/** Something that must never be so is so. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String invariant;

    Violation(String invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
    }

    Violation(String invariant, RuntimeException failure) {
        super(invariant + ": " + failure + " at " + failure.getStackTrace()[0], failure);
        this.invariant = invariant;
    }

    /** Where in the project something failed, from the inside out; nothing where an invariant was looked at. */
    List<StackTraceElement> failedAt() {
        return getCause() == null
                ? List.of()
                : Stream.of(getCause().getStackTrace())
                        .filter(place -> place.getClassName().startsWith("org.tournee."))
                        .toList();
    }

    /** The name of what was violated. */
    String invariant() {
        return invariant;
    }

    static void unless(boolean holds, String invariant, java.util.function.Supplier<String> what) {
        if (!holds) {
            throw new Violation(invariant, what.get());
        }
    }
}
