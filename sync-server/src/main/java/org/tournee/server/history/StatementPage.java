package org.tournee.server.history;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * Who saw and changed a dossier, on paper, on the person's request: without values, which may concern third parties.
 * Rules: R-AUD, R-GDPR.
 *
 * @param household whose dossier it is
 * @param intact whether nobody altered the audit, as checked now
 * @param cut whether older steps are left out
 */
public record StatementPage(
        Shell shell,
        String dossierPath,
        String organisation,
        String household,
        String reference,
        String madeOn,
        String madeBy,
        List<Line> lines,
        boolean intact,
        boolean cut) {

    /** One step. {@code about} names the kinds and field groups. */
    public record Line(String when, String who, String role, String from, String act, String about) {}
}
