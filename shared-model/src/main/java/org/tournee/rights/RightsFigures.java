package org.tournee.rights;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.sync.RecordId;

/**
 * What became of the rights that were asked for, beside the two reference points that the source gives: help to see, no
 * target. Rule: R-RDD. Source: 004 §2.1.2.
 *
 * @param opened how many were opened
 * @param medianDays from the sweep to the opening, the lower of two middle ones; empty where none was opened
 * @param inHealth how many of the opened are of the domain of health
 */
public record RightsFigures(int opened, Optional<Integer> medianDays, int inHealth) {

    /** So many days it takes to restore a right, about. */
    public static final int REFERENCE_DAYS = 15;
    /** More than so many percent of restored rights are in health. */
    public static final int REFERENCE_HEALTH_PERCENT = 50;

    /** Of the checks of a dossier that may be seen; {@code zone} is the organisation's. */
    public static RightsFigures of(
            DossierContents contents, List<Entry<RightCheck>> shown, RightsCatalogue catalogue, ZoneId zone) {
        Map<RecordId, LocalDate> asked = new HashMap<>();
        contents.rightsCheckups()
                .forEach(entry -> asked.put(
                        entry.id(), LocalDate.ofInstant(entry.value().course().startedAt(), zone)));
        List<RightCheck> opened = shown.stream()
                .map(Entry::value)
                .filter(check -> check.ending() != null && check.ending().outcome() == FollowUpOutcome.OPENED)
                .toList();
        List<Integer> days = opened.stream()
                .flatMap(check -> days(check, asked).stream())
                .sorted()
                .toList();
        int inHealth = (int) opened.stream()
                .flatMap(check -> catalogue.right(check.subject().rightId()).stream())
                .filter(right -> right.domain() == RightsDomain.HEALTH)
                .count();
        return new RightsFigures(
                opened.size(),
                days.isEmpty() ? Optional.empty() : Optional.of(days.get((days.size() - 1) / 2)),
                inHealth);
    }

    private static Optional<Integer> days(RightCheck check, Map<RecordId, LocalDate> asked) {
        LocalDate from = asked.get(check.subject().checkup());
        RightCheck.Ending ending = check.ending();
        return from == null || ending == null
                ? Optional.empty()
                : Optional.of((int) ChronoUnit.DAYS.between(from, ending.endedOn()))
                        .filter(days -> days >= 0); // opened before the sweep: nothing was restored by it
    }
}
