package org.tournee.profile;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.mandate.Mandate;
import org.tournee.profile.Figure.Unit;
import org.tournee.segment.Segment;

/**
 * The dated figures of a profile, each with its unit and the bounds within which it is no slip, in the order in which one
 * reads them. Rules: R-SEG-0, R-SEG-1.
 */
public enum NormFigure {
    /** Contacts expected in a period, at least. */
    MINIMUM(Unit.CONTACTS, 1, 60, Need.FREE),
    MAXIMUM(Unit.CONTACTS, 1, 60, Need.FREE),
    /** The period in which they are expected. */
    PERIOD(Unit.MONTHS, 1, 24, Need.FREE),
    PHYSICAL_SHARE(Unit.PERCENT, 0, 100, Need.FREE),
    STAY_LIMIT(Unit.MONTHS, 1, 120, Need.FREE),
    LEAST_SHARE(Unit.PERCENT, 0, 100, Need.FREE),
    MOST_SHARE(Unit.PERCENT, 0, 100, Need.FREE),
    /** Between two reviews of a mandate. */
    REVIEW(Unit.MONTHS, 1, 60, Need.FREE),

    DUE_WINDOW(Unit.DAYS, 0, 90, Need.ALWAYS),
    DEFINITIVE_ALLOCATION(Unit.MONTHS, 1, 24, Need.ALWAYS),
    /** Smaller portfolios raise no flag. */
    PORTFOLIO_SILENT_BELOW(Unit.DOSSIERS, 0, 500, Need.ALWAYS),

    REVISION(Unit.MONTHS, 1, 60, Need.FREE),
    FIRST_NOTICE(Unit.DAYS, 0, 365, Need.ALWAYS),
    SECOND_NOTICE(Unit.DAYS, 0, 365, Need.ALWAYS),
    LAST_NOTICE(Unit.DAYS, 0, 365, Need.ALWAYS),

    DECISION(Unit.DAYS, 1, 365, Need.ALWAYS),
    NOTIFICATION(Unit.DAYS, 1, 365, Need.ALWAYS),

    AHEAD(Unit.DAYS, 0, 90, Need.ALWAYS),
    AGREEMENT_ENDING(Unit.DAYS, 0, 365, Need.ALWAYS),
    AGREEMENT_WITHIN(Unit.DAYS, 0, 365, Need.ALWAYS),
    DOCUMENT_EXPIRING(Unit.DAYS, 0, 365, Need.ALWAYS),
    NO_SHOW(Unit.DAYS, 0, 365, Need.ALWAYS),
    ESCALATION(Unit.DAYS, 1, 365, Need.ALWAYS),
    FORMER_REFERENT_VIEW(Unit.MONTHS, 0, 24, Need.ALWAYS),
    DECLARATION(Unit.DAYS, 1, 90, Need.FREE),
    SIGNATURE(Unit.DAYS, 0, 90, Need.FREE),
    QUESTION(Unit.DAYS, 0, 90, Need.FREE),
    SILENT_PHONE(Unit.DAYS, 1, 90, Need.FREE),
    CLOSED_HELD(Unit.DAYS, 0, 3650, Need.FREE),
    LIAISON(Unit.DAYS, 0, 90, Need.FREE),

    DIGEST(Unit.HOUR, 0, 23, Need.ALWAYS),
    QUIET_FROM(Unit.HOUR, 0, 23, Need.ALWAYS),
    QUIET_UNTIL(Unit.HOUR, 0, 23, Need.ALWAYS),

    LEAST_REFERENT(Unit.DOSSIERS, 0, 500, Need.ALWAYS),
    MOST_REFERENT(Unit.DOSSIERS, 1, 500, Need.ALWAYS),
    MOST_SPECIALISED(Unit.DOSSIERS, 1, 500, Need.ALWAYS),
    MOST_SUBORDINATES(Unit.PERSONS, 1, 100, Need.ALWAYS),

    WEIGHT_INTAKE_1(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_INTAKE_2(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_A(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_B(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_C(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_WITHOUT_SEGMENT(Unit.POINTS, 0, 100, Need.ALWAYS),
    WEIGHT_CHILD_AT_RISK_REPORT(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_MINIMUM_INCOME_SUPPORT(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_BUDGET_SUPPORT(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_EVICTION_ENQUIRY(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_OTHER_MANDATE(Unit.POINTS, 0, 100, Need.FREE),
    WEIGHT_FIRST_REQUEST(Unit.POINTS, 0, 100, Need.ALWAYS);

    private final Unit unit;
    private final int least;
    private final int most;
    private final Need need;

    NormFigure(Unit unit, int least, int most, Need need) {
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.need = need;
    }

    /** Whether a profile may do without it. */
    private enum Need {
        ALWAYS,
        FREE
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

    /** Whether what it belongs to is whole without it. */
    public boolean isOptional() {
        return need == Need.FREE;
    }

    boolean allows(int value) {
        return value >= least && value <= most;
    }

    /** Notes it among those of a day; nothing where there is none. */
    void put(Map<NormFigure, Figure> figures, @Nullable Figure value) {
        if (value != null) {
            figures.put(this, value);
        }
    }

    /**
     * What it is among those.
     *
     * @throws IllegalStateException where it is missing
     */
    Figure in(Map<NormFigure, Figure> figures) {
        Figure figure = figures.get(this);
        if (figure == null) {
            throw new IllegalStateException("Missing: " + this);
        }
        return figure;
    }

    static NormFigure weightOf(Segment segment) {
        return switch (segment) {
            case INTAKE_1 -> WEIGHT_INTAKE_1;
            case INTAKE_2 -> WEIGHT_INTAKE_2;
            case A -> WEIGHT_A;
            case B -> WEIGHT_B;
            case C -> WEIGHT_C;
        };
    }

    static NormFigure weightOf(Mandate.Kind kind) {
        return switch (kind) {
            case CHILD_AT_RISK_REPORT -> WEIGHT_CHILD_AT_RISK_REPORT;
            case MINIMUM_INCOME_SUPPORT -> WEIGHT_MINIMUM_INCOME_SUPPORT;
            case BUDGET_SUPPORT -> WEIGHT_BUDGET_SUPPORT;
            case EVICTION_ENQUIRY -> WEIGHT_EVICTION_ENQUIRY;
            case OTHER -> WEIGHT_OTHER_MANDATE;
        };
    }
}
