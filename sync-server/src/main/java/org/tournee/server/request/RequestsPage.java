package org.tournee.server.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.server.page.Shell;
import org.tournee.server.web.PaceView;

/**
 * What was asked on a dossier and what the service is charged with. Rules: R-REQ, R-MAN.
 *
 * @param message why something that was sent is not done, and what to do; empty for nothing
 * @param kept a conclusion that was typed and has no form any more to stand in; empty for none
 * @param writes whether the viewer may record here
 */
public record RequestsPage(
        Shell shell,
        String dossierPath,
        String household,
        String message,
        List<RequestView> requests,
        List<MandateView> mandates,
        String kept,
        boolean writes,
        NewRequest newRequest,
        NewMandate newMandate) {

    /** Where its forms are sent. */
    public String path() {
        return dossierPath + "/demandes";
    }

    /** Something that can be chosen. */
    public record Option(String value, String label, boolean chosen) {}

    /**
     * One request.
     *
     * @param rev the revision that the viewer sees
     * @param asked when and by whom
     * @param done what was done about it, in order
     * @param deadline what the law asks for next; empty for nothing
     * @param tone the class of the deadline's chip
     * @param steps what may be done next, the next one first; empty for whoever only looks on
     */
    public record RequestView(
            String id,
            long rev,
            String subject,
            String asked,
            String text,
            List<String> done,
            String deadline,
            String tone,
            List<StepView> steps) {}

    /**
     * A step that may be taken.
     *
     * @param decisions what may be decided; empty where the step decides nothing
     */
    public record StepView(String code, String title, String dayLabel, String day, List<Option> decisions) {}

    /**
     * One mandate.
     *
     * @param pace what it asks for in contacts; null for nothing
     * @param duty its next review, or its end, with the day; empty for none
     * @param tone the class of that chip
     * @param review the last review; empty before the first
     * @param lastDay what was typed as its last day
     * @param reviewForm by which the viewer may review it; null where they may not, or while it does not run
     * @param mayEnd whether the viewer may end it
     */
    public record MandateView(
            String id,
            long rev,
            String kind,
            String said,
            String due,
            boolean running,
            @Nullable PaceView pace,
            String duty,
            String tone,
            String review,
            String lastDay,
            @Nullable ReviewForm reviewForm,
            boolean mayEnd) {}

    /**
     * The form for a review, with what was typed.
     *
     * @param open whether something was typed
     */
    public record ReviewForm(String held, String conclusion, boolean open) {}

    /** The form for another request, with what was typed. */
    public record NewRequest(
            String id,
            List<Option> origins,
            List<Option> urgencies,
            List<Option> subjects,
            String received,
            String text,
            boolean open) {}

    /** The form for another mandate, with what was typed. */
    public record NewMandate(
            String id, List<Option> kinds, String authority, String due, String start, String end, boolean open) {}
}
