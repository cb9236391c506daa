package org.tournee.server.indicator;

import org.jspecify.annotations.Nullable;
import org.tournee.server.indicator.IndicatorPage.Rank;
import org.tournee.server.indicator.IndicatorPage.Row;

/**
 * Writes lines of tables: a dash for what would tell of somebody, and for a head the way to the dossiers behind. Rule: R-IND.
 *
 * @param whole whether small cells are shown, as to the head of the dossiers behind them
 */
record IndicatorRows(Period period, boolean whole) {

    /** The same for a small cell and for one that would tell it: the words must not say which. */
    private static final String HIDDEN = "non publié";

    private static final String NOT_TOLD = "–";

    /** Whether so many households may be told. */
    boolean shows(Figures.Line line) {
        return whole || SmallCells.shows(line.dossiers());
    }

    /** Whether a part may stand beside its whole: neither the households behind it nor those behind the rest are few. */
    boolean shows(Figures.Part part) {
        return whole || (SmallCells.shows(part.dossiers()) && SmallCells.shows(part.otherDossiers()));
    }

    /** A line with its dossiers. */
    Row row(String label, Figures.Line line, boolean told, Rank rank, @Nullable Behind behind) {
        return new Row(
                label,
                told ? Integer.toString(line.times()) : NOT_TOLD,
                told ? Integer.toString(line.dossiers()) : HIDDEN,
                rank,
                line.dossiers() == 0 ? "" : path(behind));
    }

    /** A line of one figure. */
    Row figure(String label, int count, boolean told, Rank rank, Behind behind) {
        return new Row(label, told ? Integer.toString(count) : NOT_TOLD, "", rank, count == 0 ? "" : path(behind));
    }

    /** A figure that no dossier stands behind, as a delay; empty for one that there is not. */
    Row said(String label, String value) {
        return new Row(label, value.isEmpty() ? NOT_TOLD : value, "", Rank.LINE, "");
    }

    /** The direction is led to no dossier. */
    private String path(@Nullable Behind behind) {
        return !whole || behind == null
                ? ""
                : "/equipe/indicateurs/dossiers?" + behind.inAddress() + "&du=" + period.first() + "&au="
                        + period.last();
    }
}
