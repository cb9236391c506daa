package org.tournee.segment;

import java.time.LocalDate;

/**
 * What a closed period came to. It never colours the next one, and is computed again when late records arrive. Rule:
 * R-SEG-4.
 *
 * @param knownOn the day of the organisation as on which this was known
 */
public record PeriodVerdict(NormedPeriod normed, CountedContacts contacts, LocalDate knownOn) {

    /** Whether the minimum was reached. */
    public boolean met() {
        return contacts.counted() >= normed.minimum();
    }
}
