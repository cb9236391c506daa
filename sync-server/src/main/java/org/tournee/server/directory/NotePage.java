package org.tournee.server.directory;

import org.tournee.server.page.Shell;

/**
 * One thing that the field says of the directory, with its words. Rule: R-DIR.
 *
 * @param partnerPath where it is corrected; empty for a need
 * @param handled when and by whom it was dealt with; empty while nobody did
 */
public record NotePage(
        Shell shell,
        String path,
        String what,
        String about,
        String partnerPath,
        String text,
        String said,
        String handled) {}
