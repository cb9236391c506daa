package org.tournee.server.indicator;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * The dossiers behind a figure. Rule: R-IND.
 *
 * @param back the figures that led here
 * @param figure which one, in words
 * @param unseen how many dossiers the viewer may not see, or that were too many for one page
 */
public record BehindPage(Shell shell, String back, String figure, String period, List<Row> rows, int unseen) {

    public record Row(String path, String name, String place, String status) {}
}
