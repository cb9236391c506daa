package org.tournee.duplicate;

import java.util.Set;

/**
 * Two records that may be one person, and why. A machine proposes, somebody decides. Rule: R-DUP.
 *
 * @param evidence never empty
 */
public record Likeness(Grade grade, Set<Evidence> evidence) {

    public Likeness {
        evidence = Set.copyOf(evidence);
    }

    /** How much speaks for it; in the order in which they are shown. */
    public enum Grade {
        /** To be reviewed. */
        PROBABLE,
        /** Shown to whoever is about to record somebody, to be looked at before. */
        POSSIBLE
    }
}
