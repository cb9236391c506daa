package org.tournee.server.indicator;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * « Indicateurs »: the figures of a period. Rule: R-IND.
 *
 * @param ofTeams whether they are those of the viewer's teams, whole; else of the organisation, without small cells
 * @param message what is wrong with the period; empty for nothing
 * @param first as a form field writes it
 * @param said the period in words
 * @param export where the same is had as a file
 */
public record IndicatorPage(
        Shell shell,
        boolean ofTeams,
        String message,
        String first,
        String last,
        String said,
        String export,
        List<Table> tables) {

    /** A table with its caption; {@code note} says how to read it, empty for nothing. */
    public record Table(String title, String note, List<Row> rows) {}

    /**
     * A line; a figure that is not told is a dash.
     *
     * @param rank how it stands to those around it
     * @param path to the dossiers behind it; empty where the viewer is not led there
     */
    public record Row(String label, String times, String dossiers, Rank rank, String path) {}

    /** How a line stands to those around it. */
    public enum Rank {
        LINE,
        /** Of the line above that is none such. */
        WITHIN,
        /** The sum of those above. */
        TOTAL
    }
}
