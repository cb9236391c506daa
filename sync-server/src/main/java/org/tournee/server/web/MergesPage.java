package org.tournee.server.web;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * The merges that stand and can be undone. Rule: R-DUP.
 *
 * @param message what came of the last attempt; empty for none
 */
public record MergesPage(Shell shell, String message, List<Row> rows) {

    /** A merge: which dossier went into which, by their numbers. */
    public record Row(String path, String kept, String merged, String who, String when) {}
}
