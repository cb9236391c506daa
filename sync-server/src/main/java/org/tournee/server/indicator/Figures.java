package org.tournee.server.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.server.indicator.Happened.Kind;

/**
 * Counts what happened in a period: pure, so that each figure has its cases. Rule: R-IND. Source: 002 annex 2, fiche 4;
 * 000 §2.7.
 */
final class Figures {

    /**
     * One line of a table.
     *
     * @param code what is counted
     * @param times how often
     * @param dossiers on how many dossiers
     */
    record Line(String code, int times, int dossiers) {}

    /**
     * The requests of the period, beside what the law or the service sets.
     *
     * @param received in the period
     * @param first those that are the first of their dossier
     * @param decided of the received
     * @param inTime of the decided, within so many days as the profile says; empty where it says none
     * @param medianDays to the decision, the lower of two middle ones; empty where none was decided
     */
    record Requests(int received, int first, int decided, OptionalInt inTime, OptionalInt medianDays) {}

    private final List<Happened> all;
    private final Period period;

    Figures(List<Happened> all, Period period) {
        this.all = List.copyOf(all);
        this.period = period;
    }

    private Stream<Happened> of(Kind kind) {
        return all.stream().filter(one -> one.kind() == kind && period.contains(one.day()));
    }

    /** By code, the most first; equal ones by code, so that the same facts make the same table. */
    List<Line> by(Kind kind) {
        Map<String, List<Happened>> byCode = of(kind).collect(Collectors.groupingBy(Happened::code));
        List<Line> lines = new ArrayList<>();
        byCode.forEach((code, ones) -> lines.add(new Line(code, ones.size(), dossiers(ones))));
        lines.sort(Comparator.comparingInt((Line line) -> -line.times()).thenComparing(Line::code));
        return lines;
    }

    /** As one line. */
    Line total(Kind kind, String code) {
        List<Happened> ones = of(kind).toList();
        return new Line(code, ones.size(), dossiers(ones));
    }

    private static int dossiers(List<Happened> ones) {
        return (int) ones.stream().map(Happened::dossier).distinct().count();
    }

    /** @param withinDays what the profile sets for a decision; empty for nothing. Rule: R-REQ */
    Requests requests(Optional<Integer> withinDays) {
        Map<UUID, LocalDate> firsts = new HashMap<>();
        all.stream()
                .filter(one -> one.kind() == Kind.REQUEST)
                .forEach(one -> firsts.merge(
                        one.dossier(), one.day(), (known, other) -> other.isBefore(known) ? other : known));
        List<Happened> received = of(Kind.REQUEST).toList();
        List<Long> days = received.stream()
                .map(Figures::daysToDecide)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return new Requests(
                received.size(),
                (int) received.stream()
                        .filter(distinctBy(Happened::dossier))
                        .filter(one -> one.day().equals(firsts.get(one.dossier())))
                        .count(),
                days.size(),
                withinDays
                        .map(within -> OptionalInt.of((int)
                                days.stream().filter(taken -> taken <= within).count()))
                        .orElse(OptionalInt.empty()),
                days.isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(days.get((days.size() - 1) / 2).intValue()));
    }

    /** One decided before it came is a slip and no delay. */
    private static Optional<Long> daysToDecide(Happened request) {
        return Optional.ofNullable(request.answered())
                .map(day -> ChronoUnit.DAYS.between(request.day(), day))
                .filter(days -> days >= 0);
    }

    private static <T, K> Predicate<T> distinctBy(Function<T, K> key) {
        Set<K> seen = new java.util.HashSet<>();
        return one -> seen.add(key.apply(one));
    }
}
