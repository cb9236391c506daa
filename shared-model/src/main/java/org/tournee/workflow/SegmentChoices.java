package org.tournee.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordRules;

/**
 * What somebody may sign on a dossier now: the state machine itself is asked, with commands in which everything is filled
 * in. What is offered is what would be carried out. Rules: R-SEG-5, R-SEG-6, R-SEG-7.
 */
public final class SegmentChoices {

    private static final String WRITTEN = "-";

    /** The kinds of commands, in the order in which they are offered. */
    public enum CommandKind {
        APPROVE,
        EXECUTE,
        REVIEW,
        RECEIVE,
        RETURN,
        DECLINE,
        CONFIRM,
        PROPOSE,
        DECIDE,
        PROPOSE_AT_LIMIT,
        REQUEST,
        WITHDRAW
    }

    /**
     * One kind of command that would be carried out.
     *
     * @param targets the segments that it may lead to; empty where it names none
     * @param needsPresence see {@link SegmentCommand#needsPresence()}
     */
    public record Choice(CommandKind kind, List<Segment> targets, boolean needsPresence) {

        public Choice {
            targets = List.copyOf(targets);
        }
    }

    private final DossierCourse course;
    private final Signer signer;
    private final OrganisationProfile profile;

    private SegmentChoices(DossierCourse course, Signer signer, OrganisationProfile profile) {
        this.course = course;
        this.signer = signer;
        this.profile = profile;
    }

    /** The choices that there are, none for whoever only looks on. */
    public static List<Choice> of(DossierCourse course, Signer signer, OrganisationProfile profile) {
        SegmentChoices asked = new SegmentChoices(course, signer, profile);
        List<Choice> choices = new ArrayList<>();
        for (CommandKind kind : CommandKind.values()) {
            asked.add(kind, choices);
        }
        return List.copyOf(choices);
    }

    private void add(CommandKind kind, List<Choice> choices) {
        switch (kind) {
            case APPROVE -> alone(kind, new SegmentCommand.Approve(TransferCheck.inOrder()), choices);
            case EXECUTE -> alone(kind, new SegmentCommand.Execute(TransferCheck.inOrder()), choices);
            case REVIEW ->
                alone(kind, new SegmentCommand.Review(StayReview.allRight(), TransferCheck.inOrder()), choices);
            case RECEIVE -> alone(kind, new SegmentCommand.Receive(signer.worker()), choices);
            case RETURN -> alone(kind, new SegmentCommand.Return(WRITTEN), choices);
            case DECLINE -> alone(kind, new SegmentCommand.Decline(WRITTEN), choices);
            case CONFIRM -> alone(kind, new SegmentCommand.Confirm(null), choices);
            case WITHDRAW -> alone(kind, new SegmentCommand.Withdraw(WRITTEN), choices);
            case PROPOSE -> towards(kind, to -> new SegmentCommand.Propose(to, criteria(to), WRITTEN), choices);
            case DECIDE -> towards(kind, to -> new SegmentCommand.Decide(to, criteria(to), WRITTEN), choices);
            case PROPOSE_AT_LIMIT ->
                towards(kind, to -> new SegmentCommand.ProposeAtLimit(to, criteria(to), WRITTEN), choices);
            case REQUEST -> towards(kind, to -> new SegmentCommand.Request(to, WRITTEN), choices);
        }
    }

    private void alone(CommandKind kind, SegmentCommand command, List<Choice> choices) {
        if (isCarried(command)) {
            choices.add(new Choice(kind, List.of(), command.needsPresence()));
        }
    }

    private void towards(CommandKind kind, Function<Segment, SegmentCommand> command, List<Choice> choices) {
        List<Segment> targets = Arrays.stream(Segment.values())
                .filter(to -> isCarried(command.apply(to)))
                .toList();
        if (!targets.isEmpty()) {
            choices.add(new Choice(kind, targets, command.apply(targets.get(0)).needsPresence()));
        }
    }

    private boolean isCarried(SegmentCommand command) {
        return SegmentWorkflow.carry(command, course.asSeen(), course, signer, profile) instanceof Carried.Done;
    }

    private List<String> criteria(Segment to) {
        return profile.sheet(to).map(SegmentSheet::criteria).orElse(List.of()).stream()
                .limit(RecordRules.MOST_VALUES)
                .toList();
    }
}
