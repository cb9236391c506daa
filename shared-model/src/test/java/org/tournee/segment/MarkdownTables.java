package org.tournee.segment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of the tables of a Markdown page: a decision table that people read and tests run. */
final class MarkdownTables {

    private MarkdownTables() {}

    /** The rows of the tables that have that column, in the order of the page; each by column name. */
    static List<Map<String, String>> rows(String resource, String column) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> heads = List.of();
        for (String line : lines(resource)) {
            if (!line.startsWith("|")) {
                heads = List.of();
            } else if (heads.isEmpty()) {
                heads = cells(line);
            } else if (!line.startsWith("|---") && heads.contains(column)) {
                rows.add(row(heads, cells(line)));
            }
        }
        return rows;
    }

    private static Map<String, String> row(List<String> heads, List<String> cells) {
        if (cells.size() != heads.size()) {
            throw new IllegalStateException("Not as many cells as heads: " + cells);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            row.put(heads.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream stream = MarkdownTables.class.getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
