package org.tournee.segment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.DossierContents;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.Segmentation;

/**
 * The receiving worker's definitive decision on a first allocation: asked for where A, B or C follows intake or nothing, for
 * a later change is a decision itself. A closure does not spare it: begun again, the dossier awaits it as it did, and the
 * months run on where they stopped *(choice)*. Rule: R-SEG-5. Source: 001 §5.
 */
public final class FirstAllocation {

    private FirstAllocation() {}

    /** Whether a stay that runs awaits it. */
    public static boolean isAwaited(DossierContents contents, Stay stay) {
        return receivedOn(contents, stay).isPresent();
    }

    /** The last day on which it is in time; empty where none is awaited. */
    public static Optional<LocalDate> dueOn(DossierContents contents, Stay stay, OrganisationProfile profile) {
        Segmentation segmentation = profile.segmentation();
        return segmentation == null
                ? Optional.empty()
                : receivedOn(contents, stay)
                        .map(day -> day.plusMonths(
                                segmentation.definitiveAllocation().value()));
    }

    /** The day of the reception, later by the days in which the dossier was closed. */
    private static Optional<LocalDate> receivedOn(DossierContents contents, Stay stay) {
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
                return Optional.of(received);
            }
            if (!goesOn(before.get(at), stay, began)) {
                return Optional.empty();
            }
            received = received.minusDays(days(earlier));
            began = earlier.enteredOn();
        }
        return Optional.of(received);
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
