package org.tournee.server.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Stay;
import org.tournee.server.indicator.Happened.Course;
import org.tournee.server.indicator.Happened.Kind;

/**
 * The reviews that were due in a period, and when they were held: pure. A stay's is held once a decision, to keep or to change,
 * ends it; a revision of the year once the bilan is concluded again. Rules: R-SEG-4, R-SEG-7, R-IND.
 *
 * @param today what is due on it may still be held
 */
record DueReviews(OrganisationProfile profile, Period period, LocalDate today) {

    record StayOf(UUID dossier, Stay.Span span) {}

    /**
     * A day from which a year runs to the next revision.
     *
     * @param closedOn when the dossier was closed; null while it is open
     */
    record YearFrom(UUID dossier, LocalDate day, @Nullable LocalDate closedOn) {

        boolean isOpenOn(LocalDate later) {
            return closedOn == null || closedOn.isAfter(later);
        }
    }

    /** Of stays that were there on their limit's day. */
    List<Happened> ofStays(List<StayOf> stays) {
        Map<UUID, LocalDate> running = new HashMap<>();
        stays.stream()
                .filter(stay -> stay.span().leftOn() == null)
                .forEach(stay -> running.merge(
                        stay.dossier(), stay.span().enteredOn(), (one, other) -> one.isAfter(other) ? one : other));
        List<Happened> due = new ArrayList<>();
        for (StayOf stay : stays) {
            LocalDate left = leftOn(stay.span(), running.get(stay.dossier()));
            profile.limitOf(stay.span())
                    .filter(limit -> isCounted(limit, left))
                    .ifPresent(limit -> due.add(review(
                            Kind.STAY_REVIEW, stay.dossier(), limit, stay.span().enteredOn(), left)));
        }
        return due;
    }

    /** Of two stays that run, as after a merge, the one entered last counts: the other lasted until then. Rules: R-SEG-6, R-DUP. */
    private static @Nullable LocalDate leftOn(Stay.Span span, @Nullable LocalDate runningSince) {
        boolean isOther = span.leftOn() == null
                && runningSince != null
                && span.enteredOn().isBefore(runningSince);
        return isOther ? runningSince : span.leftOn();
    }

    /** Of dossiers that were open on that day. */
    List<Happened> ofYears(List<YearFrom> years) {
        Map<UUID, List<YearFrom>> byDossier =
                years.stream().collect(Collectors.groupingBy(YearFrom::dossier, TreeMap::new, Collectors.toList()));
        return byDossier.values().stream()
                .flatMap(ofOne -> ofOne(ofOne).stream())
                .toList();
    }

    private List<Happened> ofOne(List<YearFrom> years) {
        List<YearFrom> inOrder =
                years.stream().sorted(Comparator.comparing(YearFrom::day)).toList();
        List<Happened> due = new ArrayList<>();
        for (int at = 0; at < inOrder.size(); at++) {
            YearFrom from = inOrder.get(at);
            LocalDate next = at + 1 < inOrder.size() ? inOrder.get(at + 1).day() : null;
            profile.dueAfter(from.day(), today, figures -> figures.reviews().revisionEvery())
                    .filter(dueOn -> from.isOpenOn(dueOn) && isCounted(dueOn, next))
                    .ifPresent(dueOn -> due.add(review(Kind.ANNUAL_REVISION, from.dossier(), dueOn, from.day(), next)));
        }
        return due;
    }

    /** What was over before anybody was told of the review needed none. */
    private boolean isCounted(LocalDate due, @Nullable LocalDate held) {
        LocalDate told = due.minusDays(profile.on(due).reviews().firstNotice().value());
        return period.has(due) && due.isBefore(today) && (held == null || !held.isBefore(told));
    }

    private static Happened review(Kind kind, UUID dossier, LocalDate due, LocalDate from, @Nullable LocalDate held) {
        return new Happened(kind, dossier, due, "", held == null ? null : new Course(from, held), false);
    }
}
