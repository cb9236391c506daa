package org.tournee.server.workflow;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * « Décisions »: what waits for a signature, and the reviews that are due. Rule: R-BO.
 *
 * @param mine what waits for the viewer's
 * @param reviews those that are near or overdue, the first due first. Rule: R-SEG-7
 * @param others what waits for somebody else's, on dossiers of theirs
 */
public record DecisionsPage(Shell shell, List<Row> mine, List<Row> others, List<Row> reviews) {

    /**
     * One decision that waits.
     *
     * @param name of the household, or the dossier's number where the viewer may not know it
     */
    public record Row(String path, String name, String what, String said, String chip) {}
}
