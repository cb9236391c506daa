package org.tournee.segment;

import org.tournee.profile.LoadFigures;

/**
 * How many persons report directly to one head, beside how many are advised: shown, never blocking. Rule: R-SEG-8.
 * Source: 000 §2.4.6.
 *
 * @param subordinates those who work in the head's teams today, without the head
 * @param most the guide value of the profile
 */
public record SpanOfControl(int subordinates, int most) {

    /**
     * That of a head.
     *
     * @param subordinates not negative
     */
    public static SpanOfControl of(int subordinates, LoadFigures figures) {
        return new SpanOfControl(subordinates, figures.mostSubordinates().value());
    }

    /** Whether more report to the head than the guide value: to be looked at, no fault of anybody's. */
    public boolean isWide() {
        return subordinates > most;
    }
}
