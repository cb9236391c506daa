package org.tournee.server.web;

import org.tournee.server.page.Shell;
import org.tournee.server.segment.ComplianceReport;

/**
 * How the norms are kept. Rule: R-SEG-10.
 *
 * @param byTeam whether the lines are teams: aggregates only, without a way to the dossiers behind
 */
public record TeamPage(Shell shell, ComplianceReport report, boolean byTeam) {}
