package org.tournee.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.segment.Segment;
import org.tournee.server.page.Shell;
import org.tournee.sync.RecordKind;

/**
 * A dossier on one page, with what the viewer may see of it. Rules: R-BO, R-REF.
 *
 * @param closed how the follow-up ended; empty while it is open
 * @param segment null without a running stay
 * @param since when the stay began, written out
 * @param pace null where the segment asks for no number of contacts
 * @param readings who saw it; empty but for its head
 * @param hasCourse whether the viewer may see its segment and the decisions on it
 * @param mayClose whether the viewer may end the follow-up
 * @param mayErase whether the viewer is its head
 * @param byReason whether a stated reason alone opens it to the viewer
 */
public record DossierPage(
        Shell shell,
        String id,
        String name,
        String address,
        String phone,
        String status,
        String closed,
        @Nullable Segment segment,
        String since,
        @Nullable PaceView pace,
        List<Line> reviews,
        List<Line> referents,
        List<Line> persons,
        List<ContactLine> journal,
        List<BilanRow> bilan,
        List<Line> goals,
        List<Line> actions,
        List<RightLine> rights,
        List<Part> brief,
        List<Part> professional,
        Together together,
        List<DeclarationLine> declarations,
        List<DocumentLine> documents,
        List<ConflictLine> conflicts,
        List<StepLine> changes,
        List<StepLine> readings,
        boolean hasCourse,
        boolean mayClose,
        boolean mayErase,
        boolean byReason,
        int unreadable) {

    /** What an agreement is called here. Rules: R-SEG-0, R-SEG-9. */
    public String agreement() {
        return Words.of(RecordKind.SERVICE_AGREEMENT, shell.wording());
    }

    /** Whether there is anything that a colleague who takes the dossier up has to know first, and the viewer may. */
    public boolean hasBrief() {
        return brief.stream().anyMatch(part -> !part.lines().isEmpty());
    }

    /** A part of the page: its heading, and what stands under it. */
    public record Part(String title, List<String> lines) {}

    /** What is planned, passed on and asked. Rules: R-APP, R-REL, R-ASK. */
    public record Together(List<Line> appointments, List<Line> referrals, List<Line> questions) {}

    /** A thing and what is said of it. */
    public record Line(String what, String said) {}

    /** An entry of the journal. {@code counted} says whether the norm counts it, and if not why. */
    public record ContactLine(
            String when, String how, String who, String narrative, boolean restricted, boolean incomplete) {}

    /** A dimension of the bilan: what weighs to the left, what helps to the right. */
    public record BilanRow(String dimension, List<BilanLine> weighs, List<BilanLine> helps) {}

    public record BilanLine(String text, String effect, String whose) {}

    /**
     * A held right that lasts no longer unless resources are declared. Rule: R-REM.
     *
     * @param rev the revision of its check that the viewer sees; 0 where the viewer may not tick it off
     * @param countsFrom the first day on which a declaration is one for this renewal
     */
    public record DeclarationLine(String id, long rev, String name, String due, String countsFrom, String today) {}

    /** A right. {@code tone} is the class of its chip. */
    public record RightLine(String name, String state, String tone, String followUp) {}

    /**
     * A document.
     *
     * @param said whom it is about, until when it serves
     * @param state whether the service holds it; {@code tone} is the class of its chip
     * @param address where it is saved from; empty while its bytes are not here
     */
    public record DocumentLine(String kind, String said, String state, String tone, String address) {}

    public record ConflictLine(String id, String what) {}

    /** One step of the history. */
    public record StepLine(String when, String who, String what) {}
}
