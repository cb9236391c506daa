package org.tournee.server.organisation;

import org.tournee.server.page.Shell;

/**
 * « Mot de passe »: another one for oneself.
 *
 * @param shortest the fewest characters of the new one
 * @param done whether it was just changed
 * @param message why nothing happened, and what to do; empty for nothing
 */
public record OwnPasswordPage(Shell shell, int shortest, boolean done, String message) {}
