package org.tournee.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The exempt days of a dossier, each once, however many exemptions name it. Rule: R-SEG-10. */
final class ExemptDays {

    static final ExemptDays NONE = new ExemptDays(List.of());

    private final List<Exemption.Grant> grants;

    ExemptDays(List<Exemption.Grant> grants) {
        List<Exemption.Grant> sorted = new ArrayList<>(grants);
        sorted.sort(Comparator.comparing(Exemption.Grant::from));
        this.grants = sorted;
    }

    /** How many days of the period are exempt. */
    int within(Period period) {
        long end = period.end().toEpochDay();
        long seen = period.start().toEpochDay();
        long days = 0;
        for (Exemption.Grant grant : grants) {
            long from = Math.max(seen, grant.from().toEpochDay());
            long until = Math.min(end, grant.until().toEpochDay());
            if (until > from) {
                days += until - from;
                seen = until;
            }
        }
        return (int) days;
    }
}
