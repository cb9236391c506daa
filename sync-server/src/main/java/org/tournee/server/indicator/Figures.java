package org.tournee.server.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.rights.RightsDomain;
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
     * @param behind on which dossiers; a dossier may be behind several lines
     */
    record Line(String code, int times, Set<UUID> behind) {

        static Line of(String code, List<Happened> ones) {
            return new Line(
                    code, ones.size(), ones.stream().map(Happened::dossier).collect(Collectors.toSet()));
        }

        /** On how many dossiers. */
        int dossiers() {
            return behind.size();
        }
    }

    /**
     * Some of a whole.
     *
     * @param times how many
     * @param dossiers on how many dossiers
     * @param otherDossiers on how many the rest is: what the whole tells beside the part
     */
    record Part(int times, int dossiers, int otherDossiers) {

        /** @param is asked once of each */
        static Part of(List<Happened> whole, Predicate<Happened> is) {
            Map<Boolean, List<Happened>> split = whole.stream().collect(Collectors.partitioningBy(is));
            List<Happened> ones = split.getOrDefault(true, List.of());
            List<Happened> others = split.getOrDefault(false, List.of());
            return new Part(ones.size(), Figures.dossiers(ones), Figures.dossiers(others));
        }
    }

    /**
     * The requests, beside what the law or the service sets.
     *
     * @param received all of them
     * @param dossiers on how many dossiers
     * @param first those that are the first of their dossier
     * @param decided of the received
     * @param inTime of the decided, within so many days as the profile says; empty where it says none
     * @param medianDays to the decision, the lower of two middle ones; empty where none was decided
     */
    record Requests(
            int received, int dossiers, Part first, Part decided, Optional<Part> inTime, OptionalInt medianDays) {}

    /**
     * Rights that were opened.
     *
     * @param health those of the domain of health
     * @param inTime within three months of their sweep, of those whose sweep is known
     * @param medianDays from the sweep to the opening, the lower of two middle ones; empty where none is known
     */
    record Rights(Line opened, Part health, Part inTime, OptionalInt medianDays) {}

    private final List<Happened> all;

    /** @param all what happened in the period, in any order */
    Figures(List<Happened> all) {
        this.all = List.copyOf(all);
    }

    private Stream<Happened> of(Kind kind) {
        return all.stream().filter(one -> one.kind() == kind);
    }

    /** All of a kind. */
    List<Happened> ones(Kind kind) {
        return of(kind).toList();
    }

    /** By code, the most first; equal ones by code, so that the same facts make the same table. */
    List<Line> by(Kind kind) {
        Map<String, List<Happened>> byCode = of(kind).collect(Collectors.groupingBy(Happened::code));
        List<Line> lines = new ArrayList<>();
        byCode.forEach((code, ones) -> lines.add(Line.of(code, ones)));
        lines.sort(Comparator.comparingInt((Line line) -> -line.times()).thenComparing(Line::code));
        return lines;
    }

    /** Which of those lines are hidden where they are published. */
    List<Boolean> hidden(Kind kind) {
        return SmallCells.hidden(by(kind).stream().map(Line::behind).toList());
    }

    /** As one line. */
    Line total(Kind kind, String code) {
        return Line.of(code, of(kind).toList());
    }

    private static int dossiers(List<Happened> ones) {
        return (int) ones.stream().map(Happened::dossier).distinct().count();
    }

    /** @param within what the profile set for a decision in that period; empty for nothing. Rule: R-REQ */
    Requests requests(Optional<DecisionTime> within) {
        List<Happened> received = of(Kind.REQUEST).toList();
        List<Happened> decided =
                received.stream().filter(one -> one.days().isPresent()).toList();
        return new Requests(
                received.size(),
                dossiers(received),
                Part.of(received, Happened::first),
                Part.of(received, one -> one.days().isPresent()),
                within.map(time -> Part.of(decided, time::isKept)),
                median(decided));
    }

    /** Of rights, beside the reference points of the source. Rule: R-RDD. Source: 004 §2.1.2. */
    Rights rights() {
        List<Happened> opened = ones(Kind.RIGHT_OPENED);
        List<Happened> known =
                opened.stream().filter(one -> one.days().isPresent()).toList();
        return new Rights(
                total(Kind.RIGHT_OPENED, ""),
                Part.of(opened, one -> one.code().equals(RightsDomain.HEALTH.name())),
                Part.of(known, Happened::inTime),
                median(known));
    }

    /** Of the reviews that were due, those that were held in time. Rule: R-SEG-7. */
    Part inTime(Kind review) {
        return Part.of(ones(review), Happened::inTime);
    }

    private static OptionalInt median(List<Happened> ended) {
        List<Long> days = ended.stream()
                .map(Happened::days)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return days.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(days.get((days.size() - 1) / 2).intValue());
    }
}
