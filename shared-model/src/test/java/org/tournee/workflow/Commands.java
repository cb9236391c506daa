package org.tournee.workflow;

import java.util.List;
import org.tournee.segment.Segment;

/** Commands that lack nothing. */
final class Commands {

    static final String REASON = "Dettes apurées, emploi stable depuis trois mois";

    private Commands() {}

    static List<String> criteria(Segment segment) {
        return List.of(
                PlayedDossier.PROFILE.sheet(segment).orElseThrow().criteria().get(0));
    }

    static SegmentCommand propose(Segment to) {
        return new SegmentCommand.Propose(to, criteria(to), REASON);
    }

    static SegmentCommand approve() {
        return new SegmentCommand.Approve(TransferCheck.inOrder());
    }

    static SegmentCommand decide(Segment to) {
        return new SegmentCommand.Decide(to, criteria(to), REASON);
    }

    static SegmentCommand execute() {
        return new SegmentCommand.Execute(TransferCheck.inOrder());
    }

    static SegmentCommand giveBack() {
        return new SegmentCommand.Return("Le bilan ne dit rien du logement");
    }

    static SegmentCommand request(Segment to) {
        return new SegmentCommand.Request(to, REASON);
    }

    static SegmentCommand decline() {
        return new SegmentCommand.Decline("Situation vue la semaine dernière, stable");
    }

    static SegmentCommand proposeAtLimit(Segment to) {
        return new SegmentCommand.ProposeAtLimit(to, criteria(to), REASON);
    }

    static SegmentCommand review() {
        return new SegmentCommand.Review(StayReview.allRight(), TransferCheck.inOrder());
    }

    static SegmentCommand withdraw() {
        return new SegmentCommand.Withdraw("Proposé dans le mauvais dossier");
    }

    static SegmentCommand confirm() {
        return new SegmentCommand.Confirm(null);
    }
}
