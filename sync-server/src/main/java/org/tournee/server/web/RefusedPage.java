package org.tournee.server.web;

import org.tournee.server.page.Shell;

/** Why something is not shown. */
public record RefusedPage(Shell shell, String reference, String reason) {}
