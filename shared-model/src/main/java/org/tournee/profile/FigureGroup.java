package org.tournee.profile;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Figures that belong together and are changed together. Rule: R-SEG-0. */
public enum FigureGroup {
    /** Rules: R-SEG-4, R-SEG-5, R-SEG-8. */
    SEGMENTS(NormFigure.DUE_WINDOW, NormFigure.PORTFOLIO_SILENT_BELOW),
    /** Rule: R-MAN. */
    MANDATES(NormFigure.DUE_WINDOW, NormFigure.DUE_WINDOW),
    /** Rule: R-SEG-7. */
    REVIEWS(NormFigure.REVISION, NormFigure.LAST_NOTICE),
    /** Rule: R-REQ. */
    REQUESTS(NormFigure.DECISION, NormFigure.NOTIFICATION),
    /** Rule: R-REM. */
    REMINDERS(NormFigure.AHEAD, NormFigure.LIAISON),
    /** Rule: R-REM. */
    DELIVERY(NormFigure.DIGEST, NormFigure.QUIET_UNTIL),
    /** Rule: R-SEG-8. */
    LOAD(NormFigure.LEAST_REFERENT, NormFigure.MOST_SUBORDINATES),
    /** Rule: R-ORG. */
    WEIGHTS(NormFigure.WEIGHT_INTAKE_1, NormFigure.WEIGHT_FIRST_REQUEST);

    private final NormFigure first;
    private final NormFigure last;

    FigureGroup(NormFigure first, NormFigure last) {
        this.first = first;
        this.last = last;
    }

    /** Those that there are in such a profile: without segments nothing weighs by them. */
    Set<NormFigure> figures(OrganisationProfile profile) {
        boolean bySegment = this != WEIGHTS || profile.segmentation() != null;
        return EnumSet.range(bySegment ? first : NormFigure.WEIGHT_WITHOUT_SEGMENT, last);
    }

    /**
     * Whether a profile has it, or may be given it. A deadline of the law is of a country: a profile that knows none gets
     * none by a form. Nor do segments or mandates come by one.
     */
    boolean isOf(OrganisationProfile profile) {
        return switch (this) {
            case SEGMENTS -> profile.segmentation() != null;
            case MANDATES -> profile.mandates() != null;
            case REQUESTS ->
                profile.changeDays().stream().anyMatch(day -> profile.on(day).requests() != null);
            case REVIEWS, REMINDERS, DELIVERY, LOAD, WEIGHTS -> true;
        };
    }

    /** Those of a day; empty where there are none. */
    Map<NormFigure, Figure> of(ProfileFigures all) {
        Map<NormFigure, Figure> figures = new EnumMap<>(NormFigure.class);
        FigureSet set = set(all);
        if (set != null) {
            set.into(figures);
        }
        return figures;
    }

    private @Nullable FigureSet set(ProfileFigures all) {
        return switch (this) {
            case SEGMENTS -> all.segmentDuties();
            case MANDATES -> all.mandateDuties();
            case REVIEWS -> all.reviews();
            case REQUESTS -> all.requests();
            case REMINDERS -> all.reminders();
            case DELIVERY -> all.delivery();
            case LOAD -> all.load();
            case WEIGHTS -> all.weights();
        };
    }

    /** The change that makes it those figures from a day on. */
    DatedFigures change(LocalDate day, Map<NormFigure, Figure> to) {
        return switch (this) {
            case REVIEWS -> new DatedFigures(day, ReviewFigures.of(to), null, null, null, null, null, null, null);
            case LOAD -> new DatedFigures(day, null, LoadFigures.of(to), null, null, null, null, null, null);
            case REMINDERS -> new DatedFigures(day, null, null, ReminderFigures.of(to), null, null, null, null, null);
            case REQUESTS -> new DatedFigures(day, null, null, null, RequestFigures.of(to), null, null, null, null);
            case DELIVERY -> new DatedFigures(day, null, null, null, null, DeliveryFigures.of(to), null, null, null);
            case WEIGHTS -> new DatedFigures(day, null, null, null, null, null, WorkWeights.of(to), null, null);
            case SEGMENTS -> new DatedFigures(day, null, null, null, null, null, null, SegmentDuties.of(to), null);
            case MANDATES -> new DatedFigures(day, null, null, null, null, null, null, null, MandateDuties.of(to));
        };
    }
}
