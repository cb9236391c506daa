package org.tournee.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.Shell;

/** What waits for the viewer. */
public record InboxPage(Shell shell, List<Row> rows) {

    /**
     * A conflict.
     *
     * @param path to its page; null where the viewer may only know that it exists
     * @param household its name, or the dossier's number
     */
    public record Row(@Nullable String path, String household, String what, String since, boolean maySettle) {}
}
