package org.tournee.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * At most one contact a dossier and local day counts, a physical one before another. Rule: R-SEG-2.
 *
 * <p>For the journal that people read. {@link CountedContacts} counts for itself: a visit that still waits on the phone
 * takes the day of a confirmed call in what is shown, but not in what is confirmed.
 */
final class OneADay {

    private OneADay() {}

    /** The facts in their order, each whose day is taken by another marked so. */
    static List<ContactFact> settle(List<ContactFact> facts) {
        Map<LocalDate, ContactFact> kept = new HashMap<>();
        for (ContactFact fact : facts) {
            if (fact.counts()) {
                kept.merge(fact.day(), fact, OneADay::preferred);
            }
        }
        List<ContactFact> settled = new ArrayList<>(facts.size());
        for (ContactFact fact : facts) {
            boolean taken = fact.counts() && !fact.equals(kept.get(fact.day()));
            settled.add(
                    taken
                            ? new ContactFact(
                                    fact.id(), fact.day(), fact.physical(), Standing.SAME_DAY, fact.provisional())
                            : fact);
        }
        return settled;
    }

    private static ContactFact preferred(ContactFact one, ContactFact other) {
        if (one.physical() != other.physical()) {
            return one.physical() ? one : other;
        }
        return one.provisional() && !other.provisional() ? other : one;
    }
}
