package org.tournee.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.segment.Segment;
import org.tournee.server.page.Shell;

/**
 * A list of dossiers.
 *
 * @param search the name looked for; empty for none
 * @param administrative the back office's list: numbers instead of names
 * @param head whether the viewer heads a team: the list is the team's
 * @param mayOpen whether the viewer may open a dossier
 * @param referents to choose from; empty where there is but one
 * @param total on all pages
 * @param previous the address of the page before; empty for none
 */
public record DossiersPage(
        Shell shell,
        List<Row> rows,
        DossierFilter filter,
        String search,
        boolean administrative,
        boolean head,
        boolean mayOpen,
        List<Referent> referents,
        int total,
        String previous,
        String next) {

    /**
     * A dossier.
     *
     * @param path empty where the viewer may not open it
     */
    public record Row(
            String path,
            String name,
            String place,
            @Nullable Segment segment,
            String referent,
            @Nullable PaceView pace) {}

    public record Referent(String id, String name, boolean chosen) {}
}
