package org.tournee.server.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.server.page.Shell;

/**
 * The directory as a list. Rule: R-DIR.
 *
 * @param total how many there are under no filter
 * @param waiting what the field said and nobody dealt with
 */
public record DirectoryPage(
        Shell shell,
        String text,
        @Nullable Topic topic,
        boolean closed,
        List<Row> rows,
        int total,
        boolean writes,
        int waiting) {

    public DirectoryPage {
        rows = List.copyOf(rows);
    }

    /** One partner in a line. */
    public record Row(String path, String name, String topics, String commune, String reach, String checkedOn) {}
}
