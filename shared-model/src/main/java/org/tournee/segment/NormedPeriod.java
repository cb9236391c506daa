package org.tournee.segment;

/**
 * A period of a stay and what its norm asks for in it. Rule: R-SEG-4.
 *
 * @param period as it was or will be lived, cut where the stay begins or ends
 * @param fullDays the length of the period that it is a part of
 * @param exemptDays how many of its days are exempt. Rule: R-SEG-10
 * @param minimum after the pro rata by days and exemptions, rounded down, at least 1 once half the full period ran
 * @param maximum after the same, rounded up
 */
public record NormedPeriod(ContactNorm norm, Period period, int fullDays, int exemptDays, int minimum, int maximum) {

    static NormedPeriod of(ContactNorm norm, Period period, int fullDays, int exemptDays) {
        int days = period.days() - exemptDays;
        int least = norm.minimum() * days / fullDays;
        boolean halfRan = 2 * days >= fullDays && norm.minimum() > 0;
        int most = (norm.maximum() * days + fullDays - 1) / fullDays;
        return new NormedPeriod(norm, period, fullDays, exemptDays, halfRan ? Math.max(least, 1) : least, most);
    }
}
