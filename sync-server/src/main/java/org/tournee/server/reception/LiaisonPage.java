package org.tournee.server.reception;

import org.tournee.server.page.Shell;

/**
 * One liaison sheet, for whom it goes to. Rules: R-PER, R-REL.
 *
 * @param visitor as they gave their name, or words for nobody's
 * @param reach how to find them; empty where they did not say
 * @param to whom it goes, in words
 * @param takenOver who took over and when; empty while nobody did
 */
public record LiaisonPage(
        Shell shell,
        String path,
        String visitor,
        String reach,
        String urgency,
        String text,
        String said,
        String to,
        String takenOver) {}
