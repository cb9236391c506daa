package org.tournee.server.catalogue;

import java.util.List;
import org.tournee.server.page.Shell;

/** The versions of the catalogue, the last one first. Rule: R-CAT. */
public record VersionsPage(Shell shell, List<Line> versions) {

    /**
     * One version.
     *
     * @param said when it was published, and by whom
     */
    public record Line(int number, String said) {}
}
