package org.tournee.server.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;

/**
 * What the demonstration is started with.
 *
 * @param data where the database and the keys are kept
 * @param port 0 for any free one
 * @param caseload how many dossiers a full-time social worker has; 80 is the whole service
 * @param seed makes the same service again
 * @param ahead the file of a {@link DemoClock}; empty for the computer's time
 */
public record DemoOptions(Path data, int port, int caseload, long seed, Optional<Path> ahead) {

    private static final DemoOptions DEFAULTS = new DemoOptions(Path.of(".data", "demo"), 0, 20, 86, Optional.empty());

    /**
     * Reads {@code --data DIR --port N --caseload N --seed N --ahead FILE}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static DemoOptions parse(String... args) {
        DemoOptions options = DEFAULTS;
        for (Iterator<String> words = Arrays.asList(args).iterator(); words.hasNext(); ) {
            String name = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options = options.with(name, words.next());
        }
        return options;
    }

    private DemoOptions with(String name, String value) {
        return switch (name) {
            case "--data" -> new DemoOptions(Path.of(value), port, caseload, seed, ahead);
            case "--port" -> new DemoOptions(data, Integer.parseInt(value), caseload, seed, ahead);
            case "--caseload" -> new DemoOptions(data, port, Integer.parseInt(value), seed, ahead);
            case "--seed" -> new DemoOptions(data, port, caseload, Long.parseLong(value), ahead);
            case "--ahead" -> new DemoOptions(data, port, caseload, seed, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("Unknown option " + name);
        };
    }
}
