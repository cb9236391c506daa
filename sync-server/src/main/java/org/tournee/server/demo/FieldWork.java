package org.tournee.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Limits;

/**
 * What one worker recorded, in the order in which their phone sent it: a quarter of a year at a time, what belongs to
 * one dossier together.
 */
record FieldWork(WorkerId worker, List<Saved> saved) {

    private static final int MONTHS_BETWEEN = 3;

    /** Records of one dossier that were saved together, and when the server received them. */
    record Saved(DossierId dossier, Instant receivedAt, List<Made> together) {}

    /** The work of all who wrote in these dossiers. */
    static List<FieldWork> in(List<CaseFile> files, Instant now) {
        Map<WorkerId, List<Saved>> byWorker = new LinkedHashMap<>();
        for (CaseFile file : files) {
            Map<WorkerId, Map<Instant, List<Made>>> chunks = new LinkedHashMap<>();
            for (Made made : file.work()) {
                chunks.computeIfAbsent(made.author(), worker -> new TreeMap<>())
                        .computeIfAbsent(receivedAt(made.at(), now), time -> new ArrayList<>())
                        .add(made);
            }
            chunks.forEach((worker, byTime) -> byTime.forEach((time, together) -> split(together)
                    .forEach(part -> byWorker.computeIfAbsent(worker, key -> new ArrayList<>())
                            .add(new Saved(file.opening().id(), time, part)))));
        }
        List<FieldWork> work = new ArrayList<>();
        byWorker.forEach((worker, saved) -> {
            saved.sort(Comparator.comparing(Saved::receivedAt));
            work.add(new FieldWork(worker, List.copyOf(saved)));
        });
        return work;
    }

    private static List<List<Made>> split(List<Made> together) {
        List<List<Made>> parts = new ArrayList<>();
        for (int from = 0; from < together.size(); from += Limits.TX_OPERATIONS) {
            parts.add(together.subList(from, Math.min(together.size(), from + Limits.TX_OPERATIONS)));
        }
        return parts;
    }

    /** The first day of the next quarter, but not later than now. */
    private static Instant receivedAt(Instant at, Instant now) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        int monthsIntoQuarter = (day.getMonthValue() - 1) % MONTHS_BETWEEN;
        Instant next = day.withDayOfMonth(1)
                .plusMonths(MONTHS_BETWEEN - monthsIntoQuarter)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
        return next.isAfter(now) ? now : next;
    }
}
