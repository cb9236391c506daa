package org.tournee.bench;

import java.util.Locale;

/** One measured figure and what it is held against. */
record Figure(String name, double value, String unit, String referenceName, double reference) {

    /** The value through the reference. */
    double ratio() {
        return value / reference;
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%.2f,\"unit\":\"%s\",\"reference\":{\"name\":\"%s\",\"value\":%.2f},\"ratio\":%.3f}",
                name,
                value,
                unit,
                referenceName,
                reference,
                ratio());
    }

    static String heading() {
        return String.format("%-14s %14s %-12s %14s  %-52s %7s", "name", "value", "unit", "reference", "", "ratio");
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-14s %,14.1f %-12s %,14.1f  %-52s %7.2f",
                name,
                value,
                unit,
                reference,
                referenceName,
                ratio());
    }
}
