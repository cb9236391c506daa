package org.tournee.server.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.Shell;
import org.tournee.server.workflow.SegmentPage.Message;

/**
 * « Clore le dossier »: how it ended, how often, and the form that ends it or begins it again. Rules: R-SEG-5, R-BO.
 *
 * @param closed whether it is closed today
 * @param past every end and every new beginning, the last first
 * @param form null where the viewer may do neither
 * @param why who may, where the viewer may not; empty otherwise
 * @param message why nothing happened; null for nothing of that
 */
public record ClosurePage(
        Shell shell,
        String dossierPath,
        String household,
        boolean closed,
        List<Line> past,
        @Nullable Form form,
        String why,
        @Nullable Message message) {

    /** Where its forms are sent. */
    public String path() {
        return dossierPath + "/cloture";
    }

    /** An end or a new beginning. */
    public record Line(String title, String said, String reason) {}

    /**
     * The form, as it was sent where it comes back.
     *
     * @param id of the closure that is made or ended
     * @param after how many closures were seen
     * @param exits empty to begin it again
     */
    public record Form(String id, int after, List<Exit> exits, String orientedTo, String reason) {}

    public record Exit(String code, String label, boolean chosen) {}
}
