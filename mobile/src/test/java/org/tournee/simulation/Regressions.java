package org.tournee.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plans that are kept: one a line, under a line that says what was wrong. */
final class Regressions {

    static final String RESOURCE = "regressions.txt";
    static final String PLANTED = "planted.txt";

    private Regressions() {}

    /** Those that once failed. */
    static List<Plan> all() {
        return read(RESOURCE).values().stream().flatMap(List::stream).toList();
    }

    /** Those that show a planted fault, the shortest known; empty where none is kept. */
    static List<Plan> showing(String mutant) {
        return read(PLANTED).getOrDefault(mutant, List.of());
    }

    private static Map<String, List<Plan>> read(String resource) {
        Map<String, List<Plan>> plans = new LinkedHashMap<>();
        String what = "";
        for (String line : text(resource).lines().filter(any -> !any.isBlank()).toList()) {
            if (line.startsWith("#")) {
                what = line.substring(1).strip();
            } else {
                plans.computeIfAbsent(what, key -> new ArrayList<>()).add(Plan.read(line));
            }
        }
        return plans;
    }

    private static String text(String resource) {
        try (InputStream in = Regressions.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
