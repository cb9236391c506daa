package org.tournee.server.access;

/**
 * The sign-in page.
 *
 * @param login what was typed
 * @param suite the path to go to afterwards
 * @param error empty for none
 * @param retryAfter in how many seconds the next attempt is looked at; 0 for at once
 */
public record SignInPage(String login, String suite, String error, long retryAfter) {}
