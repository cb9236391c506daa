package org.tournee.endtoend;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happened on the line, as a table. */
public final class LineReport {

    private final List<Row> rows = new ArrayList<>();
    private Instant since = Instant.now();

    private record Row(String step, String what, Duration took) {}

    /** Something happened, and it took the time since the one before. */
    public void happened(String step, String what) {
        Instant now = Instant.now();
        rows.add(new Row(step, what, Duration.between(since, now)));
        since = now;
    }

    public void print(PrintStream out) {
        int step = rows.stream().mapToInt(row -> row.step().length()).max().orElse(0);
        int what = rows.stream().mapToInt(row -> row.what().length()).max().orElse(0);
        String format = "%-" + Math.max(1, step) + "s  %-" + Math.max(1, what) + "s  %7s%n";
        out.printf(format, "étape", "ce qui s'est passé", "ms");
        out.println("-".repeat(step + what + 11));
        rows.forEach(
                row -> out.printf(format, row.step(), row.what(), row.took().toMillis()));
    }
}
