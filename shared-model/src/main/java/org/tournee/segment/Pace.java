package org.tournee.segment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.RecordId;

/**
 * How the contacts of a dossier go, in the running period of its stay or of a mandate. Rules: R-SEG-4, R-MAN.
 *
 * @param today the day of the organisation on which that was so
 * @param normed the running period, its norm, and what it asks for
 * @param contacts what there was in it
 * @param nextDueOn the last day on which the next contact is in time; null once the minimum is reached
 * @param flags said beside the status
 * @param incomplete the contacts of the period that lack their duration
 */
public record Pace(
        LocalDate today,
        NormedPeriod normed,
        CountedContacts contacts,
        @Nullable LocalDate nextDueOn,
        PaceStatus status,
        Set<PaceFlag> flags,
        List<RecordId> incomplete) {

    public Pace {
        flags = Set.copyOf(flags);
        incomplete = List.copyOf(incomplete);
    }

    /** The running period. */
    public Period period() {
        return normed.period();
    }

    /** Contacts that the period asks for, after exemptions. */
    public int minimum() {
        return normed.minimum();
    }

    /** Contacts above which a more intensive segment may fit. */
    public int maximum() {
        return normed.maximum();
    }

    /** Confirmed and provisional. */
    public int counted() {
        return contacts.counted();
    }

    /** How many contacts the minimum still asks for; 0 once it is reached. */
    public int missing() {
        return Math.max(0, minimum() - counted());
    }

    /** The last day on which the next contact is in time; empty once the minimum is reached. */
    public Optional<LocalDate> nextDue() {
        return Optional.ofNullable(nextDueOn);
    }
}
