package org.tournee.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tournee.organisation.Commune;

/** The 265 communes of the Vienne, by their INSEE code. Source: README.md beside the data. */
record Communes(Map<String, Commune> byCode) {

    private static final String DATA = "communes-86.csv";

    static Communes ofTheVienne() {
        try (InputStream data = Objects.requireNonNull(Communes.class.getResourceAsStream(DATA), DATA);
                BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            return new Communes(lines.lines()
                    .skip(1)
                    .map(Communes::commune)
                    .collect(Collectors.toUnmodifiableMap(Commune::code, Function.identity())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order of their codes, which is that of their names. */
    List<Commune> all() {
        return byCode.values().stream()
                .sorted(java.util.Comparator.comparing(Commune::code))
                .toList();
    }

    Commune of(String code) {
        return Objects.requireNonNull(byCode.get(code), code);
    }

    /** No name of the data holds a comma. */
    private static Commune commune(String line) {
        String[] cells = line.split(",", -1);
        return new Commune(cells[0], cells[1], List.of(cells[2].split(" ", -1)), Integer.parseInt(cells[3]), cells[4]);
    }
}
