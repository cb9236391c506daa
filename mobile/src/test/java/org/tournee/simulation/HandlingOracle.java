package org.tournee.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.request.Request;
import org.tournee.sync.Wire;

/**
 * What becomes of steps that somebody took on a request, as one who has the paper form before them would say: M13 of
 * {@code docs/sync.md}. It knows no {@code RequestStep}.
 */
final class HandlingOracle {

    /** What becomes of them. */
    enum Fate {
        /** They stand on the form, with what others wrote there. */
        STANDS,
        /** Somebody wrote another day there, or another decision. */
        DIFFERS,
        REFUSED,
        /** Something was struck out or written over: a value like any other. */
        CORRECTED
    }

    /** A line of the form. */
    private enum Line {
        ACKNOWLEDGED,
        OFFERED,
        DECIDED,
        NOTIFIED,
        APPEALED
    }

    /** What stands on a line: its day, and the decision where one was made. */
    private record Written(String day, @Nullable String decision) {}

    private final Map<Line, Written> form;
    private final Fate fate;

    /**
     * Looks at it.
     *
     * @param demand what was asked, as it stands
     * @param seen the form that the author had
     * @param made what they made of it
     * @param now the form that there is
     */
    HandlingOracle(String demand, @Nullable String seen, @Nullable String made, @Nullable String now) {
        String received = Wire.read(Request.Demand.class, demand).receivedOn().toString();
        this.form = lines(now);
        this.fate = fate(received, lines(seen), lines(made));
    }

    private Fate fate(String received, Map<Line, Written> seen, Map<Line, Written> made) {
        if (!seen.entrySet().stream().allMatch(line -> line.getValue().equals(made.get(line.getKey())))) {
            return Fate.CORRECTED;
        }
        Map<Line, Written> added = new LinkedHashMap<>(made);
        added.keySet().removeAll(seen.keySet());
        for (Map.Entry<Line, Written> each : added.entrySet()) {
            Written there = form.get(each.getKey());
            if (there != null) {
                if (!there.equals(each.getValue())) {
                    return Fate.DIFFERS;
                }
            } else if (isOutOfPlace(each.getKey(), each.getValue().day(), received)) {
                return Fate.REFUSED;
            } else {
                form.put(each.getKey(), each.getValue());
            }
        }
        return Fate.STANDS;
    }

    /** Days are written so that they sort as text. */
    private boolean isOutOfPlace(Line line, String day, String received) {
        Optional<String> decided = day(Line.DECIDED);
        return switch (line) {
            case ACKNOWLEDGED, OFFERED -> decided.isPresent() || day.compareTo(received) < 0;
            case DECIDED -> day.compareTo(day(Line.ACKNOWLEDGED).orElse(received)) < 0;
            case NOTIFIED -> decided.isEmpty() || day.compareTo(decided.get()) < 0;
            case APPEALED ->
                day(Line.NOTIFIED).filter(told -> day.compareTo(told) >= 0).isEmpty();
        };
    }

    private Optional<String> day(Line line) {
        return Optional.ofNullable(form.get(line)).map(Written::day);
    }

    Fate fate() {
        return fate;
    }

    /** The form with what stands. */
    String json() {
        Written decided = form.get(Line.DECIDED);
        List<String> fields = new ArrayList<>();
        add(fields, "acknowledged_on", day(Line.ACKNOWLEDGED).orElse(null));
        add(fields, "appointment_offered_for", day(Line.OFFERED).orElse(null));
        add(fields, "decision", decided == null ? null : decided.decision());
        add(fields, "decided_on", day(Line.DECIDED).orElse(null));
        add(fields, "notified_on", day(Line.NOTIFIED).orElse(null));
        add(fields, "appealed_on", day(Line.APPEALED).orElse(null));
        return "{" + String.join(",", fields) + "}";
    }

    private static void add(List<String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.add("\"" + name + "\":\"" + value + "\"");
        }
    }

    private static Map<Line, Written> lines(@Nullable String json) {
        Map<Line, Written> lines = new LinkedHashMap<>();
        if (json == null) {
            return lines;
        }
        Request.Handling read = Wire.read(Request.Handling.class, json);
        put(lines, Line.ACKNOWLEDGED, read.acknowledgedOn(), null);
        put(lines, Line.OFFERED, read.appointmentOfferedFor(), null);
        put(lines, Line.DECIDED, read.decidedOn(), read.decision());
        put(lines, Line.NOTIFIED, read.notifiedOn(), null);
        put(lines, Line.APPEALED, read.appealedOn(), null);
        return lines;
    }

    private static void put(Map<Line, Written> lines, Line line, @Nullable Object day, @Nullable Object decision) {
        if (day != null) {
            lines.put(line, new Written(day.toString(), decision == null ? null : Objects.toString(decision)));
        }
    }
}
