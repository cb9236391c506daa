package org.tournee.profile;

import org.tournee.profile.Figure.Unit;

/** The dated figures of a segment or a mandate, each with its unit and the bounds within which it is no slip. Rule: R-SEG-1. */
public enum NormFigure {
    /** Contacts expected in a period, at least. */
    MINIMUM(Unit.CONTACTS, 1, 60),
    MAXIMUM(Unit.CONTACTS, 1, 60),
    /** The period in which they are expected. */
    PERIOD(Unit.MONTHS, 1, 24),
    PHYSICAL_SHARE(Unit.PERCENT, 0, 100),
    STAY_LIMIT(Unit.MONTHS, 1, 120),
    LEAST_SHARE(Unit.PERCENT, 0, 100),
    MOST_SHARE(Unit.PERCENT, 0, 100),
    /** Between two reviews of a mandate. */
    REVIEW(Unit.MONTHS, 1, 60);

    private final Unit unit;
    private final int least;
    private final int most;

    NormFigure(Unit unit, int least, int most) {
        this.unit = unit;
        this.least = least;
        this.most = most;
    }

    public Unit unit() {
        return unit;
    }

    /** The least that is no slip. */
    public int least() {
        return least;
    }

    /** The most that is no slip. */
    public int most() {
        return most;
    }

    boolean allows(int value) {
        return value >= least && value <= most;
    }
}
