package org.tournee.server.web;

import java.util.List;
import org.tournee.server.page.Shell;

/**
 * A change that came back to its author. Rule: R-REC.
 *
 * @param dossierPath empty where the viewer may not open the dossier, or there is none
 * @param household its name, or the dossier's number; empty for none
 * @param reason why it came back
 * @param advice what can be done about it
 * @param mayClose whether the viewer may say that it is seen to
 */
public record ReturnPage(
        Shell shell,
        String path,
        String dossierPath,
        String household,
        String what,
        String who,
        String when,
        String reason,
        String advice,
        List<Group> groups,
        boolean mayClose) {

    /** A field group that it was to write, before and after. */
    public record Group(String name, List<Member> members) {}

    /** One member of a group; {@code before} is what its author saw. */
    public record Member(String label, String before, String after) {}
}
