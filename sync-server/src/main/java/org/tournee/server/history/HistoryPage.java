package org.tournee.server.history;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * A dossier's history: who, when, from where, what, which field groups. Rule: R-AUD.
 *
 * @param statementPath of the printable form for the person; empty but for the head
 * @param earlier the address of what came before; empty for nothing
 */
public record HistoryPage(
        Shell shell,
        String path,
        String dossierPath,
        String name,
        List<Entry> entries,
        List<Choice> acts,
        List<Choice> workers,
        String statementPath,
        String earlier) {

    /** A value of a filter. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * One step.
     *
     * @param said when its worker says that it happened; empty where that is when we heard of it
     * @param from the device
     * @param tone the class of its chip
     */
    public record Entry(
            String when, String said, String who, String from, String act, String tone, List<Change> changes) {}

    /**
     * What was done to one field group.
     *
     * @param kind of the record
     * @param hidden whether the reader may only know that it was done
     */
    public record Change(String kind, String group, boolean hidden, List<Member> members) {}

    /** One member of a value, before and after; empty for nothing. */
    public record Member(String label, String before, String after) {}
}
