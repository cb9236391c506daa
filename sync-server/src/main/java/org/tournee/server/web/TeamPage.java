package org.tournee.server.web;

import java.util.List;
import org.tournee.server.page.Shell;
import org.tournee.server.segment.ComplianceReport;

/**
 * How the norms are kept. Rule: R-SEG-10.
 *
 * @param loads of the teams of a head, by name; none for the direction
 * @param byTeam whether the lines are teams: aggregates only, without a way to the dossiers behind
 */
public record TeamPage(Shell shell, ComplianceReport report, boolean byTeam, List<LoadRow> loads) {

    public TeamPage {
        loads = List.copyOf(loads);
    }

    /**
     * What one worker carries; nobody is ranked by it. Rule: R-SEG-8.
     *
     * @param guide how many dossiers the post is expected to carry
     * @param level how the number stands to it; empty where it is within
     */
    public record LoadRow(String name, int fullTimePercent, int dossiers, String guide, String level, int points) {}
}
