package org.tournee.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code ./test --simulation N [--seed S] [--real]}: so many seeds from one on; the first that fails is shortened and shown. */
public final class Simulation {

    private static final int SEEDS_A_LINE = 500;
    private static final int REAL_SEEDS_A_LINE = 10;

    private Simulation() {}

    /**
     * Plays them.
     *
     * @param arguments how many seeds, the first one, and {@code --real} for real stores
     */
    public static void main(String[] arguments) throws IOException {
        long count = Long.parseLong(arguments[0]);
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        boolean real = arguments.length > 2 && arguments[2].equals("--real");
        boolean well = real ? playOverRealStores(first, count) : play(first, count, Stores.MEMORY, SEEDS_A_LINE);
        if (!well) {
            System.exit(1);
        }
    }

    private static boolean playOverRealStores(long first, long count) throws IOException {
        Logger.getLogger("").setLevel(Level.SEVERE); // a database that is told to fail says so a thousand times
        try (RealStores stores = RealStores.open(Files.createTempDirectory("tournee-simulation"))) {
            boolean well = play(first, count, stores, REAL_SEEDS_A_LINE);
            System.out.println("Transactions waited for one another " + stores.waits() + " times");
            return well;
        }
    }

    private static boolean play(long first, long count, Stores stores, int seedsALine) {
        long began = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            Plan plan =
                    stores.equals(Stores.MEMORY) ? Plan.of(seed) : Plan.of(seed).overRealStores();
            Optional<Violation> violation = Life.of(plan, stores);
            if (violation.isPresent()) {
                System.out.println("Seed " + seed + ": " + violation.get().getMessage() + "\nis being shortened");
                System.out.println(report(plan, violation.get(), stores));
                return false;
            }
            long done = seed - first + 1;
            if (done % seedsALine == 0 || done == count) {
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf(Locale.ROOT, "%d seeds, nothing violated, %.1f seeds/s%n", done, done / seconds);
            }
        }
        return true;
    }

    /** What a person needs to understand a seed that fails. */
    static String report(Plan plan, Violation violation, Stores stores) {
        Plan shorter = Shrinking.of(plan, violation, stores);
        Violation again = Life.of(shorter, stores).orElse(violation);
        StringBuilder report = new StringBuilder("Seed " + plan.seed() + " violates: " + again.getMessage() + "\n");
        report.append(shorter.phones())
                .append(" phones, ")
                .append(shorter.events().size());
        report.append(" of ").append(plan.events().size()).append(" events are left:\n");
        shorter.events().forEach(event -> report.append("  ").append(event).append('\n'));
        again.failedAt().forEach(place -> report.append("  at ").append(place).append('\n'));
        report.append("To keep in ").append(Regressions.RESOURCE).append(":\n").append(shorter.text());
        return report.toString();
    }
}
