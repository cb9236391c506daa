package org.tournee.server.catalogue;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * The catalogue being edited: what a publication changes, then every right. Rule: R-CAT.
 *
 * @param said which version it will be, and who changed it last
 * @param message why something that was sent is not done; empty for nothing
 * @param seen by which a publication says what was looked at
 */
public record DraftPage(
        Shell shell, String said, String message, String seen, List<Change> changes, List<Domain> domains) {

    /**
     * One thing that changes on every phone.
     *
     * @param kind added, corrected or retired, in a word
     * @param values what it says after; empty where nothing of it is written anew
     */
    public record Change(String kind, String tone, String name, String path, List<Value> values) {}

    /** A field of a right, before and after; empty for none. */
    public record Value(String field, String before, String after) {}

    public record Domain(String title, List<Line> rights) {}

    /**
     * A right.
     *
     * @param seen what its forms are made from
     * @param state retired, or new; empty for neither
     * @param mayRetire else it may be kept after all
     */
    public record Line(
            String id,
            String name,
            String institution,
            String seen,
            String state,
            boolean mayRetire,
            boolean mayKeep) {}
}
