package org.tournee.segment;

import org.tournee.profile.LoadFigures;

/**
 * How many dossiers a post is expected to carry: shown, never blocking. Rule: R-SEG-8. Source: 000 §2.3.4.
 *
 * @param least rounded down
 * @param most rounded up
 */
public record LoadGuide(int least, int most) {

    private static final int FULL_TIME_PERCENT = 100;

    /**
     * The guide for a post; mixed posts are added up.
     *
     * @param referentPercent of full time spent as a referent, 0 to 100
     * @param specialisedPercent of full time spent in intake or case management, 0 to 100
     */
    public static LoadGuide of(int referentPercent, int specialisedPercent, LoadFigures figures) {
        int least = figures.leastReferent().value() * referentPercent / FULL_TIME_PERCENT;
        int most = figures.mostReferent().value() * referentPercent
                + figures.mostSpecialised().value() * specialisedPercent;
        return new LoadGuide(least, (most + FULL_TIME_PERCENT - 1) / FULL_TIME_PERCENT);
    }

    /** How a number of dossiers stands to the guide. */
    public Level level(int dossiers) {
        if (dossiers > most) {
            return Level.ABOVE;
        }
        return dossiers < least ? Level.BELOW : Level.WITHIN;
    }

    /** Below, within or above the guide. */
    public enum Level {
        BELOW,
        WITHIN,
        ABOVE
    }
}
