package org.tournee.server.web;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * Two or more values that cannot both stand, side by side. Rule: R-REC.
 *
 * @param path of the page
 * @param dossierPath empty where the viewer may not open the dossier
 * @param seen the ids of all variants shown: a settlement says what it saw
 * @param maySettle false shows why not in {@code why}
 * @param fields what a new value consists of; empty where it can only be chosen
 */
public record ConflictPage(
        Shell shell,
        String path,
        String dossierPath,
        String household,
        String what,
        String message,
        List<Side> sides,
        String seen,
        boolean open,
        String settled,
        boolean maySettle,
        String why,
        List<Field> fields) {

    /**
     * One of the values.
     *
     * @param id of the variant
     * @param current whether it is the one that stands until somebody settles
     * @param removed whether its author took the value away
     */
    public record Side(String id, String who, String when, boolean current, boolean removed, List<Value> values) {}

    /** One member of a value, its differences marked. */
    public record Value(String label, List<Differences.Piece> pieces) {}

    /**
     * A field of the form.
     *
     * @param name of the input
     * @param options for a choice; empty for a text
     */
    public record Field(String name, String label, String value, boolean wide, List<Option> options) {}

    public record Option(String value, String label, boolean chosen) {}
}
