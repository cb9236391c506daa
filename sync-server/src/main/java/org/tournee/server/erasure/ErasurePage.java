package org.tournee.server.erasure;

import org.tournee.server.page.Shell;

/**
 * A dossier that is about to be erased.
 *
 * @param household the name that is typed once more
 * @param asksPassword whether the password is asked for once more
 * @param error why nothing happened; empty for nothing of that
 */
public record ErasurePage(Shell shell, String dossier, String household, boolean asksPassword, String error) {

    ErasurePage with(String why) {
        return new ErasurePage(shell, dossier, household, asksPassword, why);
    }
}
