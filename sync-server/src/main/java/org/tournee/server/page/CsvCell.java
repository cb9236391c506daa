package org.tournee.server.page;

/** A cell of a table that a spreadsheet opens. */
public final class CsvCell {

    private CsvCell() {}

    /** Quoted, and never a formula. */
    public static String of(String text) {
        String harmless = text.matches("^[=+\\-@].*") ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
