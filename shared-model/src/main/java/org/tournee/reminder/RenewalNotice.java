package org.tournee.reminder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.Figure;
import org.tournee.profile.OrganisationProfile;

/**
 * When a renewal of a right begins to be told. What was declared from that day on was declared for it: so it stays when the
 * notice becomes another one later. Rules: R-RDD, R-SEG-0.
 */
public final class RenewalNotice {

    private RenewalNotice() {}

    /** The first day on which it is so near as was told on that very day; empty where no day tells it. */
    public static Optional<LocalDate> firstDay(LocalDate dueOn, OrganisationProfile profile) {
        return Stream.concat(Stream.of(LocalDate.MIN), profile.changeDays().stream())
                .flatMap(since -> firstDay(since, dueOn, profile).stream())
                .min(Comparator.naturalOrder());
    }

    /** The same by the figure that begins on a day; empty where another one has followed it by then. */
    private static Optional<LocalDate> firstDay(LocalDate since, LocalDate dueOn, OrganisationProfile profile) {
        Figure ahead = ahead(since, profile);
        if (ahead == null) {
            return Optional.empty();
        }
        LocalDate near = dueOn.minusDays(ahead.value());
        LocalDate first = near.isBefore(since) ? since : near;
        return ahead.equals(ahead(first, profile)) ? Optional.of(first) : Optional.empty();
    }

    private static @Nullable Figure ahead(LocalDate day, OrganisationProfile profile) {
        return profile.on(day).reminders().declaration();
    }
}
