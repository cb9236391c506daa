package org.tournee.segment;

/** How intensively a household is accompanied. Rule: R-SEG-1. Source: 001 §5, §6. */
public enum Segment {
    INTAKE_1,
    INTAKE_2,
    A,
    B,
    C;

    /** Whether it counts in a referent's portfolio. Rule: R-SEG-8. */
    public boolean isAdvice() {
        return this == A || this == B || this == C;
    }
}
