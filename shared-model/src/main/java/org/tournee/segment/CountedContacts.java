package org.tournee.segment;

import java.util.Arrays;
import java.util.List;

/**
 * What a period's contacts come to. Rule: R-SEG-2.
 *
 * @param physical days with a physical contact that counts
 * @param other days with another contact that counts, and no physical one
 * @param confirmed counted from what the server has
 * @param provisional what those that still wait on the phone add to it
 * @param attempts how often nobody came or opened
 * @param incomplete how many contacts lack their duration
 */
public record CountedContacts(int physical, int other, int confirmed, int provisional, int attempts, int incomplete) {

    private static final int WHOLE_PERCENT = 100;
    private static final int OTHER_BIT = 2;
    private static final int PROVISIONAL_BIT = 1;
    private static final int DAY_SHIFT = 2;

    /** Confirmed and provisional. */
    public int counted() {
        return confirmed + provisional;
    }

    /** Whether physical contacts are less than the share that the norm asks for. */
    public boolean shareIsLow(int physicalSharePercent) {
        return physical * WHOLE_PERCENT < physicalSharePercent * (physical + other);
    }

    /**
     * P + min(N, floor(P × (100 − s) / s)): surplus contacts of another kind neither count nor harm.
     *
     * @param sharePercent 0 to 100; at 0 all count
     */
    public static int formula(int physical, int other, int sharePercent) {
        if (sharePercent == 0) {
            return physical + other;
        }
        return physical + Math.min(other, physical * (WHOLE_PERCENT - sharePercent) / sharePercent);
    }

    /**
     * Counts the facts of one period, in any order, one a day. Linear but for the sorting of one dossier's days; makes
     * nothing but one array.
     */
    static CountedContacts of(List<ContactFact> facts, Period period, int sharePercent) {
        long start = period.start().toEpochDay();
        long end = period.end().toEpochDay();
        long[] keys = new long[facts.size()];
        int size = 0;
        int attempts = 0;
        int incomplete = 0;
        for (int i = 0; i < facts.size(); i++) {
            ContactFact fact = facts.get(i);
            long day = fact.day().toEpochDay();
            if (day >= start && day < end) {
                switch (fact.standing()) {
                    case COUNTS -> keys[size++] = key(day, fact);
                    case NOT_HELD -> attempts++;
                    case INCOMPLETE -> incomplete++;
                    default -> {
                        // of no weight here
                    }
                }
            }
        }
        Arrays.sort(keys, 0, size);
        return tally(keys, size, sharePercent, attempts, incomplete);
    }

    /** Sorts by day, then physical before other, then confirmed before provisional. */
    private static long key(long day, ContactFact fact) {
        return (day << DAY_SHIFT) | (fact.physical() ? 0 : OTHER_BIT) | (fact.provisional() ? PROVISIONAL_BIT : 0);
    }

    private static CountedContacts tally(long[] keys, int size, int sharePercent, int attempts, int incomplete) {
        int physical = 0;
        int other = 0;
        int confirmedPhysical = 0;
        int confirmedOther = 0;
        int i = 0;
        while (i < size) {
            long day = keys[i] >> DAY_SHIFT;
            if ((keys[i] & OTHER_BIT) == 0) {
                physical++;
            } else {
                other++;
            }
            boolean confirmed = false;
            for (; i < size && keys[i] >> DAY_SHIFT == day; i++) {
                if (!confirmed && (keys[i] & PROVISIONAL_BIT) == 0) {
                    confirmed = true;
                    if ((keys[i] & OTHER_BIT) == 0) {
                        confirmedPhysical++;
                    } else {
                        confirmedOther++;
                    }
                }
            }
        }
        int counted = formula(physical, other, sharePercent);
        int confirmedCount = formula(confirmedPhysical, confirmedOther, sharePercent);
        return new CountedContacts(physical, other, confirmedCount, counted - confirmedCount, attempts, incomplete);
    }
}
