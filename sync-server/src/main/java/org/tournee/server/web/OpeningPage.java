package org.tournee.server.web;

import org.tournee.server.page.Shell;

/** What somebody stated to open a dossier of the viewer's team. Rule: R-SHARE. */
public record OpeningPage(
        Shell shell,
        String path,
        String dossierPath,
        String reference,
        String who,
        String when,
        String reason,
        boolean seen) {}
