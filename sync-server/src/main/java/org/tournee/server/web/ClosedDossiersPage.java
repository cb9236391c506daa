package org.tournee.server.web;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * The closed dossiers to which the viewer is linked, the last closed first.
 *
 * @param longest how many are shown at most
 */
public record ClosedDossiersPage(Shell shell, List<Row> rows, int longest) {

    /** A closed dossier, and the first day without a follow-up. */
    public record Row(String path, String name, String place, String closedOn) {}
}
