package org.tournee.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.Shell;

/**
 * What waits for the viewer.
 *
 * @param tabs the kinds of which there is anything, with all of them first
 * @param turned the address with or without what is others' to see to
 * @param more how many are not shown
 */
public record InboxPage(Shell shell, List<Row> rows, List<Tab> tabs, boolean theirs, String turned, int more) {

    /** A way to one kind. */
    public record Tab(String path, String name, int count, boolean active) {}

    /**
     * Something that waits.
     *
     * @param path to its page; null where the viewer may only know that it exists
     * @param name the household, or the dossier's number; of a phone, whose it is
     * @param call what is asked of the viewer; {@code tone} is the class of its chip
     */
    public record Row(
            @Nullable String path, String kind, String name, String what, String since, String call, String tone) {}
}
