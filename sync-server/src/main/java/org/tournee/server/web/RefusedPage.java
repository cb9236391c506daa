package org.tournee.server.web;

import org.tournee.access.Decision;
import org.tournee.dossier.DossierId;
import org.tournee.server.page.Shell;

/**
 * Why a dossier is not shown, and how a stated reason opens it where it can.
 *
 * @param reasonPath where a reason is sent; empty where none opens it
 * @param stated what was written so far
 * @param error what was wrong with it; empty for nothing
 */
public record RefusedPage(
        Shell shell, String reference, String why, String reasonPath, int longest, String stated, String error) {

    /** @param refusal the code of a {@link Decision.Refusal} */
    static RefusedPage of(Shell shell, DossierId dossier, String refusal) {
        boolean opens = Decision.Refusal.NEEDS_REASON.name().equals(refusal);
        return new RefusedPage(
                shell,
                Reference.of(dossier),
                Words.refusal(refusal),
                opens ? "/dossiers/" + dossier + "/motif" : "",
                ReasonController.LONGEST,
                "",
                "");
    }

    RefusedPage withReason(String written, String wrong) {
        return new RefusedPage(shell, reference, why, reasonPath, longest, written, wrong);
    }
}
