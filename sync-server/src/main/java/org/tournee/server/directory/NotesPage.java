package org.tournee.server.directory;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * What the field says of the directory: counted by subject, then one by one. Rule: R-DIR.
 *
 * @param filtered what the list is narrowed to, in words; empty for all that wait
 */
public record NotesPage(Shell shell, List<Count> needs, String filtered, List<Row> rows) {

    public NotesPage {
        needs = List.copyOf(needs);
        rows = List.copyOf(rows);
    }

    /**
     * The needs of one subject that no partner meets.
     *
     * @param all since the directory is kept; those included that were dealt with
     */
    public record Count(String path, String subject, int waiting, int all) {}

    /** One in a line; its words are read on a page of its own. */
    public record Row(String path, String what, String about, String on, boolean open) {}
}
