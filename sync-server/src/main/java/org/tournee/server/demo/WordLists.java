package org.tournee.server.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists of words or phrases from a text file: one a line, under the {@code [name]} of their list. */
record WordLists(Map<String, List<String>> byName) {

    static WordLists load(String resource) {
        try (InputStream data = Objects.requireNonNull(WordLists.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            Map<String, List<String>> lists = new LinkedHashMap<>();
            List<String> current = new ArrayList<>();
            for (String line : lines.lines().toList()) {
                if (line.startsWith("[")) {
                    current = lists.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
                } else if (!line.isBlank()) {
                    current.add(line);
                }
            }
            return new WordLists(lists);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list of that name; fails where there is none. */
    List<String> of(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }
}
