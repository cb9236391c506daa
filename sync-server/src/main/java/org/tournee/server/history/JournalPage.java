package org.tournee.server.history;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * Sign-ins, devices and what else concerns no dossier. Rule: R-AUD.
 *
 * @param team whether only the viewer's own team is in it
 * @param checked what a check of the whole journal found; empty where none was asked for
 * @param earlier the address of what came before; empty for nothing
 */
public record JournalPage(
        Shell shell,
        List<Line> lines,
        List<HistoryPage.Choice> acts,
        List<HistoryPage.Choice> workers,
        boolean team,
        String checked,
        String earlier) {

    /** One row. */
    public record Line(String when, String who, String act, String tone, String from) {}
}
