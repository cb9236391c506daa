package org.tournee.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The communes that come with the software, by the first characters of their INSEE codes. Source and licence: README.md
 * beside the data.
 */
public enum ShippedCommunes {
    VIENNE("86");

    private final String prefix;

    ShippedCommunes(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The communes of the same département as one.
     *
     * @param communeCode an INSEE code
     * @return by code, which is their order by name; none for a département that is not shipped
     */
    public static List<Commune> around(String communeCode) {
        for (ShippedCommunes shipped : values()) {
            if (communeCode.startsWith(shipped.prefix)) {
                return shipped.all();
            }
        }
        return List.of();
    }

    /** All of them, by code. */
    public List<Commune> all() {
        String name = "communes-" + prefix + ".csv";
        try (InputStream data = Objects.requireNonNull(ShippedCommunes.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(ShippedCommunes::commune).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No name of the data holds a comma. */
    private static Commune commune(String line) {
        String[] cells = line.split(",", -1);
        return new Commune(cells[0], cells[1], List.of(cells[2].split(" ", -1)), Integer.parseInt(cells[3]), cells[4]);
    }
}
