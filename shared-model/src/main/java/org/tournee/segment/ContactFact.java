package org.tournee.segment;

import java.time.LocalDate;
import java.util.Objects;
import org.tournee.sync.RecordId;

/**
 * All that a norm looks at in a contact: small enough to be kept beside it. Rule: R-SEG-2.
 *
 * @param day of the contact in the organisation's zone
 * @param physical in person or a network meeting
 * @param standing whether it counts on its own; {@link CountedContacts} sees to one a day
 * @param provisional whether it still waits on the phone
 */
public record ContactFact(RecordId id, LocalDate day, boolean physical, Standing standing, boolean provisional) {

    public ContactFact {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(standing, "standing");
    }

    public boolean counts() {
        return standing == Standing.COUNTS;
    }
}
