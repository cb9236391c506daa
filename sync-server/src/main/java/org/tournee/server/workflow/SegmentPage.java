package org.tournee.server.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.segment.Segment;
import org.tournee.server.page.Shell;

/**
 * The segment of a dossier: where it stands, what waits, what the viewer may sign, what was decided. Rule: R-BO.
 *
 * @param segment null where the dossier is in none
 * @param lines what there is to say of the running stay
 * @param message what came of what was sent; null for nothing
 * @param open the decision that waits; null for none
 * @param next who signs it next, in words
 * @param forms what the viewer may sign, in the order of use
 * @param kept what was typed into a form that is not offered any more
 * @param grants whether the viewer grants and ends exemptions
 */
public record SegmentPage(
        Shell shell,
        String id,
        String household,
        @Nullable Segment segment,
        List<Line> lines,
        @Nullable Message message,
        @Nullable DecisionView open,
        String next,
        List<FormView> forms,
        List<Line> kept,
        List<DecisionView> history,
        List<ExemptionView> exemptions,
        boolean grants,
        GrantView grant) {

    /** A thing and what is said of it. */
    public record Line(String what, String said) {}

    /**
     * What came of what was sent.
     *
     * @param what which rule says no, or what happened
     * @param advice what can be done about it
     */
    public record Message(String what, String advice) {}

    /** One decision with everybody who signed. {@code tone} is the class of its chip. */
    public record DecisionView(
            String title,
            String state,
            String tone,
            String reason,
            List<String> criteria,
            List<SignatureView> signatures,
            List<Line> check,
            List<Line> review) {}

    /** One signature. {@code text} is empty for none. */
    public record SignatureView(String step, String who, String when, String text) {}

    /**
     * One thing to sign.
     *
     * @param hint what signing it does
     * @param textLabel empty where nothing is to be written
     * @param typed what was written so far
     * @param offer to whom the rule offers the dossier, and why; empty where it is nobody
     * @param asksPassword whether the password is to be given with it
     * @param main whether it is what is waited for
     */
    public record FormView(
            String kind,
            String command,
            String stay,
            String change,
            int signatures,
            String title,
            String hint,
            List<TargetView> targets,
            String textLabel,
            String typed,
            boolean textRequired,
            List<OptionView> referents,
            String offer,
            List<PointView> points,
            String remark,
            List<QuestionView> questions,
            boolean asksPassword,
            boolean main) {}

    /** A segment that can be chosen, with its criteria. */
    public record TargetView(String code, String name, String need, boolean chosen, List<TickView> criteria) {}

    public record TickView(String field, String text, boolean ticked) {}

    public record OptionView(String value, String label, boolean chosen) {}

    /** A point of a transfer check; {@code found} is the code of the finding, empty for none yet. */
    public record PointView(String field, String label, String found) {}

    /** A question of a review; {@code said} is {@code oui}, {@code non} or empty. */
    public record QuestionView(String field, String label, String said, String remark) {}

    /**
     * Days on which no contact is expected, or that somebody asks for.
     *
     * @param why in the words of whoever asked, and of the head who declined; empty for none
     * @param runs it can still be ended
     * @param waits it is neither granted nor declined
     * @param typed why it is declined, as far as it was written
     */
    public record ExemptionView(
            String id, String what, String said, String why, boolean runs, boolean waits, String typed) {}

    /** The form for another exemption, with what was typed so far. */
    public record GrantView(String id, String reason, String from, String until) {}

    /** Why an exemption that was asked for is declined, with what was typed so far. */
    public record AnswerView(String exemption, String why) {

        /** No answer was written. */
        static final AnswerView NONE = new AnswerView("", "");
    }
}
