package org.tournee.simulation;

import java.util.Optional;

/** {@code ./test --simulation N [--seed S]}: so many seeds from one on; the first that fails is shortened and shown. */
public final class Simulation {

    private static final int SEEDS_A_LINE = 500;

    private Simulation() {}

    public static void main(String[] arguments) {
        long count = Long.parseLong(arguments[0]);
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        long began = System.nanoTime();
        for (long seed = first; seed < first + count; seed++) {
            Plan plan = Plan.of(seed);
            Optional<Violation> violation = Life.of(plan);
            if (violation.isPresent()) {
                System.out.println(report(plan, violation.get()));
                System.exit(1);
            }
            long done = seed - first + 1;
            if (done % SEEDS_A_LINE == 0 || done == count) {
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf("%d seeds, nothing violated, %.0f seeds/s%n", done, done / seconds);
            }
        }
    }

    /** What a person needs to understand a seed that fails. */
    static String report(Plan plan, Violation violation) {
        Plan shorter = Shrinking.of(plan, violation);
        Violation again = Life.of(shorter).orElse(violation);
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
