package org.tournee.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tournee.profile.DeliveryFigures;
import org.tournee.profile.OrganisationProfile;

/** When a reminder is told to somebody who is not looking: in the day's digest, or alone. Rule: R-REM. */
public final class Delivery {

    private Delivery() {}

    /**
     * What can wait is told in the next digest; what cannot is told at once, or as the quiet hours end. The hours are those
     * of the day on which it is told.
     *
     * @param known when its cause became known
     * @return not before {@code known}; {@code known} itself where the profile has no hours
     */
    public static Instant tellAt(boolean urgent, Instant known, OrganisationProfile profile) {
        LocalDateTime then = known.atZone(profile.zone()).toLocalDateTime();
        LocalDateTime told = urgent ? unquiet(then, profile) : digest(then, profile);
        return told.equals(then) ? known : told.atZone(profile.zone()).toInstant();
    }

    /** The next digest: of that day, or of the one after it. */
    private static LocalDateTime digest(LocalDateTime then, OrganisationProfile profile) {
        LocalDateTime today = digest(then.toLocalDate(), profile).orElse(then);
        return today.isBefore(then)
                ? digest(then.toLocalDate().plusDays(1), profile).orElse(then)
                : today;
    }

    private static Optional<LocalDateTime> digest(LocalDate day, OrganisationProfile profile) {
        return Optional.ofNullable(profile.on(day).delivery())
                .map(figures -> day.atTime(figures.digest().value(), 0));
    }

    /** That moment, or the first full hour after it in which somebody may be disturbed: every day has one. */
    private static LocalDateTime unquiet(LocalDateTime then, OrganisationProfile profile) {
        LocalDateTime told = then;
        while (isQuiet(told, profile)) {
            told = told.truncatedTo(ChronoUnit.HOURS).plusHours(1);
        }
        return told;
    }

    private static boolean isQuiet(LocalDateTime then, OrganisationProfile profile) {
        DeliveryFigures figures = profile.on(then.toLocalDate()).delivery();
        return figures != null && isQuiet(then.getHour(), figures);
    }

    private static boolean isQuiet(int hour, DeliveryFigures figures) {
        int from = figures.quietFrom().value();
        int until = figures.quietUntil().value();
        return from <= until ? from <= hour && hour < until : from <= hour || hour < until;
    }
}
