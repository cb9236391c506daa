package org.tournee.segment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.DossierContents;
import org.tournee.profile.OrganisationProfile;

/**
 * The receiving worker's definitive decision on a first allocation: asked for where A, B or C follows intake or nothing, for
 * a later change is a decision itself. A closure does not spare it: begun again, the dossier awaits it as it did, and the
 * months run on where they stopped *(choice)*. Rule: R-SEG-5. Source: 001 §5.
 */
public final class FirstAllocation {

    private FirstAllocation() {}

    /** Whether a stay that runs awaits it. */
    public static boolean isAwaited(DossierContents contents, Stay stay) {
        return reception(contents, stay).isPresent();
    }

    /**
     * The last day on which it is in time, so many months after the reception as were given on its day; empty where none is
     * awaited. Rule: R-SEG-0
     */
    public static Optional<LocalDate> dueOn(DossierContents contents, Stay stay, OrganisationProfile profile) {
        return reception(contents, stay)
                .flatMap(reception -> Optional.ofNullable(
                                profile.on(reception.on()).segmentDuties())
                        .map(duties -> duties.definitiveAllocation().after(reception.countsFrom())));
    }

    /** @param countsFrom that day, later by the days in which the dossier was closed */
    private record Reception(LocalDate on, LocalDate countsFrom) {}

    private static Optional<Reception> reception(DossierContents contents, Stay stay) {
        if (!stay.span().segment().isAdvice() || stay.allocation() != null) {
            return Optional.empty();
        }
        List<Stay> before = contents.livedStays().stream()
                .filter(other -> other.span().enteredOn().isBefore(stay.span().enteredOn()))
                .toList();
        LocalDate received = stay.span().enteredOn();
        LocalDate began = stay.span().enteredOn();
        for (int at = before.size() - 1; at >= 0; at--) {
            Stay.Span earlier = before.get(at).span();
            if (!earlier.segment().isAdvice()) {
                return Optional.of(new Reception(began, received));
            }
            if (!goesOn(before.get(at), stay, began)) {
                return Optional.empty();
            }
            received = received.minusDays(days(earlier));
            began = earlier.enteredOn();
        }
        return Optional.of(new Reception(began, received));
    }

    /** Whether a closure alone lies between: the same segment, as little decided, and days in no segment or none. */
    private static boolean goesOn(Stay earlier, Stay stay, LocalDate began) {
        LocalDate left = earlier.span().leftOn();
        return earlier.span().segment() == stay.span().segment()
                && earlier.allocation() == null
                && left != null
                && !left.isAfter(began);
    }

    private static long days(Stay.Span span) {
        LocalDate left = span.leftOn();
        return left == null ? 0 : ChronoUnit.DAYS.between(span.enteredOn(), left);
    }
}
