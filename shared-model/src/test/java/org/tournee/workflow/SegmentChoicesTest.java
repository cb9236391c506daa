package org.tournee.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.workflow.Commands.approve;
import static org.tournee.workflow.Commands.decide;
import static org.tournee.workflow.Commands.propose;
import static org.tournee.workflow.Commands.request;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tournee.segment.Segment;
import org.tournee.workflow.PlayedDossier.Someone;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;

/** What is offered to whom, and who is asked to sign next. Rules: R-SEG-5, R-SEG-6, R-SEG-7. */
class SegmentChoicesTest {

    @Test
    void theIntakeWorkerIsOfferedTheProposalAndTheHeadNothingYet() {
        PlayedDossier dossier = PlayedDossier.in(Segment.INTAKE_2);

        assertThat(offered(dossier, Someone.INTAKE)).containsExactly("PROPOSE [A, B, C]");
        assertThat(offered(dossier, Someone.HEAD)).isEmpty();
        assertThat(offered(dossier, Someone.STRANGER)).isEmpty();
    }

    @Test
    void theHeadSignsSecondThenTheTeamReceives() {
        PlayedDossier dossier = PlayedDossier.in(Segment.INTAKE_2);
        dossier.sign(Someone.INTAKE, propose(Segment.B));

        assertThat(offered(dossier, Someone.HEAD)).containsExactly("APPROVE []", "RETURN []");
        assertThat(offered(dossier, Someone.INTAKE)).containsExactly("WITHDRAW []");

        dossier.sign(Someone.HEAD, approve());

        assertThat(offered(dossier, Someone.HEAD)).containsExactly("RECEIVE []");
        assertThat(offered(dossier, Someone.COLLEAGUE)).containsExactly("RECEIVE []");
        assertThat(offered(dossier, Someone.INTAKE)).isEmpty();
    }

    @Test
    void theReferentIsOfferedEveryOtherSegmentAndNearTheLimitTheReviewToo() {
        PlayedDossier dossier = PlayedDossier.in(Segment.A);

        assertThat(offered(dossier, Someone.REFERENT)).containsExactly("CONFIRM []", "DECIDE [B, C]");

        dossier.months(5);

        assertThat(offered(dossier, Someone.REFERENT)).contains("PROPOSE_AT_LIMIT [A, B, C]");
    }

    @Test
    void aRequestIsAnsweredByTheReferentAlone() {
        PlayedDossier dossier = PlayedDossier.in(Segment.C);

        assertThat(offered(dossier, Someone.ASSISTANT)).containsExactly("REQUEST [A, B]");

        dossier.sign(Someone.ASSISTANT, request(Segment.A));

        assertThat(offered(dossier, Someone.REFERENT)).containsExactly("DECLINE []", "DECIDE [A, B]");
        assertThat(offered(dossier, Someone.HEAD)).isEmpty();
    }

    @Test
    void nobodyIsAskedToSignTheirOwnDecision() {
        PlayedDossier dossier = PlayedDossier.in(Segment.A);
        dossier.sign(Someone.REFERENT, decide(Segment.B));
        SegmentChange open = dossier.changes().getLast();

        assertThat(open.next()).contains(NextSigner.HEAD);
        assertThat(dossier.signer(Someone.HEAD).isDue(NextSigner.HEAD, open.author()))
                .isTrue();
        assertThat(dossier.signer(Someone.HEAD).isDue(NextSigner.HEAD, Someone.HEAD.id()))
                .isFalse();
        assertThat(dossier.signer(Someone.COLLEAGUE).isDue(NextSigner.HEAD, open.author()))
                .isFalse();
        assertThat(NextSigner.of(Origin.REFERENT, State.DONE)).isEmpty();
    }

    private static List<String> offered(PlayedDossier dossier, Someone who) {
        return SegmentChoices.of(dossier.course(), dossier.signer(who), PlayedDossier.PROFILE).stream()
                .map(choice -> choice.kind()
                        + choice.targets().stream().map(Segment::name).collect(Collectors.joining(", ", " [", "]")))
                .toList();
    }
}
