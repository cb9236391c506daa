package org.tournee.mandate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tournee.profile.Figure;
import org.tournee.profile.MandateFigures;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.NoticeStage;

/**
 * What a mandate asks for next besides contacts: that it is looked at again, or what is due before it ends. Rule: R-MAN.
 * Source: 002 §4.3.
 *
 * @param dueOn the last day on which it is in time, a day of the organisation
 * @param stage how near that is, as of a review of the segment. Rule: R-SEG-7
 */
public record MandateDuty(Kind kind, LocalDate dueOn, NoticeStage stage) {

    /** Which. */
    public enum Kind {
        /** Its purpose, its means and what came of it are looked at, and a conclusion is written. */
        REVIEW,
        /** Its last day comes: what is due is handed in, or it is renewed. */
        ENDING
    }

    /**
     * The next duty. A review is due so many months after the start, or after the last review, as the norm of that day
     * says; one that would fall after the last day gives way to the ending.
     *
     * @param today the day of the organisation
     * @return empty once it is over, and where neither the profile nor an end asks for anything
     */
    public static Optional<MandateDuty> next(Mandate mandate, LocalDate today, OrganisationProfile profile) {
        LocalDate end = mandate.term().end();
        if (end != null && !today.isBefore(end)) {
            return Optional.empty();
        }
        Optional<LocalDate> review = reviewOn(mandate, profile);
        if (end != null && review.filter(day -> day.isBefore(end)).isEmpty()) {
            return Optional.of(of(Kind.ENDING, end.minusDays(1), today, profile));
        }
        return review.map(day -> of(Kind.REVIEW, day, today, profile));
    }

    private static Optional<LocalDate> reviewOn(Mandate mandate, OrganisationProfile profile) {
        MandateFigures figures = profile.mandates();
        if (figures == null) {
            return Optional.empty();
        }
        Mandate.Review last = mandate.review();
        LocalDate since = last == null ? mandate.term().start() : last.heldOn();
        return figures.sheet(mandate.mission().kind())
                .flatMap(sheet -> sheet.normOn(since))
                .map(MandateFigures.Norm::reviewEvery)
                .map(Figure::value)
                .map(since::plusMonths);
    }

    private static MandateDuty of(Kind kind, LocalDate dueOn, LocalDate today, OrganisationProfile profile) {
        long daysLeft = ChronoUnit.DAYS.between(today, dueOn);
        return new MandateDuty(
                kind, dueOn, NoticeStage.of(daysLeft, profile.on(today).reviews()));
    }

    /** Whether it is near enough to be told, or overdue. */
    public boolean isTold() {
        return stage != NoticeStage.NOT_YET;
    }
}
