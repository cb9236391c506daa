package org.tournee.server.workflow;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * « Décisions »: what waits for a signature. Rule: R-BO.
 *
 * @param mine what waits for the viewer's
 * @param others what waits for somebody else's, on dossiers of theirs
 */
public record DecisionsPage(Shell shell, List<Row> mine, List<Row> others) {

    /**
     * One decision that waits.
     *
     * @param name of the household, or the dossier's number where the viewer may not know it
     */
    public record Row(String path, String name, String what, String said, String chip) {}
}
