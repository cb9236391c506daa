package org.tournee.reminder;

import java.time.Instant;
import java.time.LocalDateTime;
import org.tournee.profile.DeliveryFigures;
import org.tournee.profile.OrganisationProfile;

/** When a reminder is told to somebody who is not looking: in the day's digest, or alone. Rule: R-REM. */
public final class Delivery {

    private Delivery() {}

    /**
     * What can wait is told in the next digest; what cannot is told at once, or as the quiet hours end.
     *
     * @param known when its cause became known
     * @return not before {@code known}; {@code known} itself where the profile has no hours
     */
    public static Instant tellAt(boolean urgent, Instant known, OrganisationProfile profile) {
        DeliveryFigures figures = profile.delivery();
        if (figures == null) {
            return known;
        }
        LocalDateTime then = known.atZone(profile.zone()).toLocalDateTime();
        if (!urgent) {
            return moment(next(then, figures.digest().value()), profile);
        }
        return isQuiet(then.getHour(), figures)
                ? moment(next(then, figures.quietUntil().value()), profile)
                : known;
    }

    private static boolean isQuiet(int hour, DeliveryFigures figures) {
        int from = figures.quietFrom().value();
        int until = figures.quietUntil().value();
        return from <= until ? from <= hour && hour < until : from <= hour || hour < until;
    }

    /** That hour of the day, today or tomorrow. */
    private static LocalDateTime next(LocalDateTime then, int hour) {
        LocalDateTime today = then.toLocalDate().atTime(hour, 0);
        return today.isBefore(then) ? today.plusDays(1) : today;
    }

    private static Instant moment(LocalDateTime local, OrganisationProfile profile) {
        return local.atZone(profile.zone()).toInstant();
    }
}
