package org.tournee.server.reference;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * « Profil »: what the organisation chose, as it is in force. Rules: R-BO, R-SEG-0.
 *
 * @param said version and day, in words
 */
public record ProfilePage(Shell shell, String name, String said, List<Table> tables) {

    /**
     * Figures that belong together.
     *
     * @param edit where they are changed; empty where they are not, or not by the viewer
     */
    public record Table(String title, String note, List<Row> rows, String edit) {

        Table(String title, String note, List<Row> rows) {
            this(title, note, rows, "");
        }
    }

    /** One figure with its unit, since when it holds, and where it comes from. */
    public record Row(String what, String value, String since, String source) {}
}
