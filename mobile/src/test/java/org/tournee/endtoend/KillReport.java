package org.tournee.endtoend;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What was killed when, and what the server holds afterwards. */
record KillReport(Map<Victim, Map<Moment, Integer>> kills, Books books, Duration took) {

    /** What is killed. */
    enum Victim {
        PHONE,
        SERVER,
        DATABASE
    }

    /** Counts while it goes on. */
    static final class Tally {

        private final Map<Victim, Map<Moment, Integer>> kills = new EnumMap<>(Victim.class);

        void count(Victim victim, Moment moment) {
            kills.computeIfAbsent(victim, one -> new EnumMap<>(Moment.class)).merge(moment, 1, Integer::sum);
        }

        KillReport report(Books books, Duration took) {
            return new KillReport(kills, books, took);
        }
    }

    int of(Victim victim) {
        return kills.getOrDefault(victim, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** As a table for people. */
    String text() {
        StringBuilder text = new StringBuilder(String.format("%-10s", "killed"));
        for (Moment moment : Moment.values()) {
            text.append(String.format("%10s", moment.name().toLowerCase(Locale.ROOT)));
        }
        text.append(String.format("%10s%n", "all"));
        for (Victim victim : Victim.values()) {
            text.append(String.format("%-10s", victim.name().toLowerCase(Locale.ROOT)));
            Map<Moment, Integer> counts = kills.getOrDefault(victim, Map.of());
            for (Moment moment : Moment.values()) {
                text.append(String.format("%10d", counts.getOrDefault(moment, 0)));
            }
            text.append(String.format("%10d%n", of(victim)));
        }
        return text.append(String.format(
                        "records saved %d, lost %d, twice %d, by halves %d; operations returned %d; alarms %d; gaps %s; %d s%n",
                        books.saved(),
                        books.lost().size(),
                        books.twice().size(),
                        books.halves().size(),
                        books.returned(),
                        books.alarms(),
                        books.gapless() ? "none" : "SOME",
                        took.toSeconds()))
                .toString();
    }
}
