package org.tournee.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tournee.workflow.Commands.approve;
import static org.tournee.workflow.Commands.confirm;
import static org.tournee.workflow.Commands.criteria;
import static org.tournee.workflow.Commands.decide;
import static org.tournee.workflow.Commands.decline;
import static org.tournee.workflow.Commands.execute;
import static org.tournee.workflow.Commands.giveBack;
import static org.tournee.workflow.Commands.propose;
import static org.tournee.workflow.Commands.proposeAtLimit;
import static org.tournee.workflow.Commands.request;
import static org.tournee.workflow.Commands.review;
import static org.tournee.workflow.Commands.withdraw;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.Segment;
import org.tournee.workflow.Carried.Refusal;
import org.tournee.workflow.PlayedDossier.Someone;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;
import org.tournee.workflow.SegmentChange.Step;
import org.tournee.workflow.TransferCheck.Finding;

/** Each step of the workflow, and who may take it. Rules: R-SEG-5, R-SEG-6, R-SEG-7. */
class SegmentWorkflowTest {

    private static final Map<String, SegmentCommand> COMMANDS = Map.ofEntries(
            Map.entry("propose A", propose(Segment.A)),
            Map.entry("propose INTAKE_2", propose(Segment.INTAKE_2)),
            Map.entry("approve", approve()),
            Map.entry("receive", new SegmentCommand.Receive(Someone.COLLEAGUE.id())),
            Map.entry("confirm", confirm()),
            Map.entry("decide B", decide(Segment.B)),
            Map.entry("decide A", decide(Segment.A)),
            Map.entry("decide C", decide(Segment.C)),
            Map.entry("decide INTAKE_2", decide(Segment.INTAKE_2)),
            Map.entry("execute", execute()),
            Map.entry("return", giveBack()),
            Map.entry("request A", request(Segment.A)),
            Map.entry("request C", request(Segment.C)),
            Map.entry("decline", decline()),
            Map.entry("limit A", proposeAtLimit(Segment.A)),
            Map.entry("limit B", proposeAtLimit(Segment.B)),
            Map.entry("review", review()),
            Map.entry("withdraw", withdraw()));

    /** Steps that came before, such as {@code INTAKE: propose A / HEAD: approve}. */
    private static PlayedDossier played(String segment, String before) {
        PlayedDossier dossier = PlayedDossier.in(segment.equals("-") ? null : Segment.valueOf(segment));
        Stream.of(before.split(" / ", -1)).filter(step -> !step.equals("-")).forEach(step -> {
            if (step.startsWith("+")) {
                dossier.months(Integer.parseInt(step.substring(1)));
            } else {
                String[] parts = step.split(": ", 2);
                assertThat(dossier.sign(Someone.valueOf(parts[0]), COMMANDS.get(parts[1])))
                        .as(step)
                        .isInstanceOf(Carried.Done.class);
            }
        });
        return dossier;
    }

    @ParameterizedTest(name = "R-SEG-5/6/7 in {0} after {1}, {2} signs {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            -        | -                                       | INTAKE       | propose A        | DONE
            INTAKE_2 | -                                       | INTAKE       | propose A        | DONE
            INTAKE_2 | -                                       | REFERENT     | propose A        | NOT_AN_INTAKE_WORKER
            INTAKE_2 | -                                       | STRANGER     | propose A        | NOT_AN_INTAKE_WORKER
            INTAKE_2 | -                                       | INTAKE       | propose INTAKE_2 | NOT_FROM_HERE
            B        | -                                       | INTAKE       | propose A        | NOT_IN_INTAKE
            INTAKE_2 | INTAKE: propose A                       | INTAKE       | propose A        | ANOTHER_OPEN
            INTAKE_2 | INTAKE: propose A                       | HEAD         | approve          | DONE
            INTAKE_2 | INTAKE: propose A                       | INTAKE       | approve          | NOT_THE_HEAD
            INTAKE_2 | WORKING_HEAD: propose A                 | WORKING_HEAD | approve          | SECOND_PERSON
            INTAKE_2 | WORKING_HEAD: propose A                 | HEAD         | approve          | DONE
            INTAKE_2 | -                                       | HEAD         | approve          | NOTHING_OPEN
            INTAKE_2 | INTAKE: propose A                       | HEAD         | return           | DONE
            INTAKE_2 | INTAKE: propose A                       | COLLEAGUE    | receive          | NOTHING_OPEN
            INTAKE_2 | INTAKE: propose A / HEAD: approve       | COLLEAGUE    | receive          | DONE
            INTAKE_2 | INTAKE: propose A / HEAD: approve       | HEAD         | receive          | DONE
            INTAKE_2 | INTAKE: propose A / HEAD: approve       | ASSISTANT    | receive          | NOT_OF_THE_RECEIVING_TEAM
            INTAKE_2 | INTAKE: propose A / HEAD: approve       | STRANGER     | receive          | NOT_OF_THE_RECEIVING_TEAM
            INTAKE_2 | INTAKE: propose A / HEAD: approve       | HEAD         | return           | NOTHING_OPEN
            INTAKE_2 | INTAKE: propose A / HEAD: approve       | INTAKE       | withdraw         | NOTHING_OPEN
            A        | -                                       | REFERENT     | confirm          | DONE
            A        | REFERENT: confirm                       | REFERENT     | confirm          | ALREADY_ALLOCATED
            A        | -                                       | COLLEAGUE    | confirm          | NOT_THE_REFERENT
            INTAKE_2 | -                                       | REFERENT     | confirm          | NOT_IN_ADVICE
            A        | REFERENT: decide B / HEAD: execute      | REFERENT     | confirm          | ALREADY_ALLOCATED
            A        | -                                       | REFERENT     | decide B         | DONE
            A        | -                                       | REFERENT     | decide A         | NOT_FROM_HERE
            A        | -                                       | REFERENT     | decide INTAKE_2  | NOT_FROM_HERE
            A        | -                                       | HEAD         | decide B         | NOT_THE_REFERENT
            INTAKE_1 | -                                       | INTAKE       | decide INTAKE_2  | DONE
            INTAKE_2 | -                                       | INTAKE       | decide C         | NOT_FROM_HERE
            -        | -                                       | REFERENT     | decide B         | NOT_IN_ADVICE
            A        | REFERENT: decide B                      | REFERENT     | decide C         | ANOTHER_OPEN
            A        | REFERENT: decide B                      | HEAD         | execute          | DONE
            A        | REFERENT: decide B                      | REFERENT     | execute          | NOT_THE_HEAD
            A        | REFERENT: decide B                      | HEAD         | return           | DONE
            A        | REFERENT: decide B                      | REFERENT     | withdraw         | DONE
            A        | REFERENT: decide B                      | HEAD         | withdraw         | NOT_ITS_AUTHOR
            A        | REFERENT: decide B                      | HEAD         | review           | NOTHING_OPEN
            C        | -                                       | ASSISTANT    | request A        | DONE
            C        | -                                       | ASSISTANT    | request C        | ONLY_FROM_C
            B        | -                                       | ASSISTANT    | request A        | ONLY_FROM_C
            C        | -                                       | REFERENT     | request A        | NOT_AN_ADMIN_ASSISTANT
            C        | ASSISTANT: request A                    | REFERENT     | decline          | DONE
            C        | ASSISTANT: request A                    | HEAD         | decline          | NOT_THE_REFERENT
            C        | ASSISTANT: request A                    | HEAD         | return           | NOTHING_OPEN
            C        | ASSISTANT: request A                    | REFERENT     | decide A         | DONE
            C        | ASSISTANT: request A                    | ASSISTANT    | withdraw         | DONE
            A        | +3                                      | REFERENT     | limit B          | NOT_AT_THE_LIMIT
            A        | +5                                      | REFERENT     | limit B          | DONE
            A        | +5                                      | REFERENT     | limit A          | DONE
            A        | +9                                      | REFERENT     | limit A          | DONE
            A        | +5                                      | HEAD         | limit B          | NOT_THE_REFERENT
            INTAKE_2 | +5                                      | REFERENT     | limit B          | NOT_IN_ADVICE
            A        | +5 / REFERENT: limit B                  | HEAD         | review           | DONE
            A        | +5 / REFERENT: limit B                  | REFERENT     | review           | NOT_THE_HEAD
            A        | +5 / REFERENT: limit B                  | HEAD         | return           | DONE
            """)
    void aCommandIsDoneOrRefused(String segment, String before, Someone who, String command, String expected) {
        Carried carried = played(segment, before).sign(who, COMMANDS.get(command));

        if (expected.equals("DONE")) {
            assertThat(carried).isInstanceOf(Carried.Done.class);
        } else {
            assertThat(carried).isEqualTo(new Carried.Refused(Refusal.valueOf(expected)));
        }
    }

    static Stream<List<Object>> lacking() {
        String missing = " \n";
        return Stream.of(
                List.of(
                        "-",
                        "-",
                        Someone.INTAKE,
                        new SegmentCommand.Propose(Segment.A, List.of(), "x"),
                        Refusal.CRITERIA),
                List.of(
                        "-",
                        "-",
                        Someone.INTAKE,
                        new SegmentCommand.Propose(Segment.A, criteria(Segment.C), "x"),
                        Refusal.CRITERIA),
                List.of(
                        "-",
                        "-",
                        Someone.INTAKE,
                        new SegmentCommand.Propose(Segment.A, criteria(Segment.A), missing),
                        Refusal.REASON_MISSING),
                List.of(
                        "A",
                        "-",
                        Someone.REFERENT,
                        new SegmentCommand.Decide(Segment.B, criteria(Segment.B), missing),
                        Refusal.REASON_MISSING),
                List.of(
                        "A",
                        "-",
                        Someone.REFERENT,
                        new SegmentCommand.Decide(
                                Segment.B, criteria(Segment.B), "x".repeat(SegmentWorkflow.LONGEST_REASON + 1)),
                        Refusal.TOO_LONG),
                List.of(
                        "A",
                        "REFERENT: decide B",
                        Someone.HEAD,
                        new SegmentCommand.Return(missing),
                        Refusal.REASON_MISSING),
                List.of(
                        "A",
                        "REFERENT: decide B",
                        Someone.HEAD,
                        new SegmentCommand.Execute(new TransferCheck(Finding.IN_ORDER, null, null, null, null, null)),
                        Refusal.CHECK_INCOMPLETE),
                List.of(
                        "C",
                        "-",
                        Someone.ASSISTANT,
                        new SegmentCommand.Request(Segment.A, missing),
                        Refusal.REASON_MISSING),
                List.of(
                        "A",
                        "+5 / REFERENT: limit B",
                        Someone.HEAD,
                        new SegmentCommand.Review(
                                new StayReview(
                                        new StayReview.Answer(true, null),
                                        new StayReview.Answer(false, missing),
                                        new StayReview.Answer(true, null)),
                                TransferCheck.inOrder()),
                        Refusal.REVIEW_INCOMPLETE));
    }

    @ParameterizedTest(name = "{4}")
    @MethodSource("lacking")
    void whatLacksSomethingIsRefusedWithTheRule(List<Object> row) {
        PlayedDossier dossier = played((String) row.get(0), (String) row.get(1));

        Carried carried = dossier.sign((Someone) row.get(2), (SegmentCommand) row.get(3));

        assertThat(carried).isEqualTo(new Carried.Refused((Refusal) row.get(4)));
        assertThat(((Refusal) row.get(4)).rule()).startsWith("R-SEG-");
    }

    @Test
    void aStayBeginsOnTheDayTheTeamTakesTheDossierAndWaitsForItsAllocation() {
        PlayedDossier dossier = played("INTAKE_2", "INTAKE: propose A / HEAD: approve / +1 / COLLEAGUE: receive");

        assertThat(dossier.segment()).isEqualTo(Segment.A);
        assertThat(dossier.stay().span().enteredOn()).isEqualTo(dossier.today());
        assertThat(dossier.stay().allocation()).isNull();
        assertThat(dossier.course().awaitsAllocation()).isTrue();
        assertThat(dossier.referent()).isEqualTo(Someone.COLLEAGUE.id());
        assertThat(dossier.stays().get(0).span().leftOn()).as("half-open").isEqualTo(dossier.today());
    }

    @Test
    void aChangeBelongsToTheDayOfItsExecutionAndIsTheReferentsDecision() {
        PlayedDossier dossier = played("A", "REFERENT: decide B / +1 / HEAD: execute");

        assertThat(dossier.stay().span().enteredOn()).isEqualTo(dossier.today());
        assertThat(dossier.stay().allocation().decidedBy()).isEqualTo(Someone.REFERENT.id());
        assertThat(dossier.changes().get(0).course().signatures())
                .extracting(SegmentChange.Signature::step)
                .containsExactly(Step.PROPOSED, Step.EXECUTED);
    }

    @Test
    void keepingTheSegmentAtItsLimitBeginsANewStay() {
        PlayedDossier dossier = played("A", "+6 / REFERENT: limit A / HEAD: review");

        assertThat(dossier.stays()).hasSize(2);
        assertThat(dossier.segment()).isEqualTo(Segment.A);
        assertThat(dossier.changes().get(0).review()).isEqualTo(StayReview.allRight());
    }

    @Test
    void aRequestThatTheReferentFollowsIsClosedByTheirDecision() {
        PlayedDossier dossier = played("C", "ASSISTANT: request A / REFERENT: decide B");

        assertThat(dossier.changes())
                .extracting(change -> change.subject().origin())
                .containsExactly(Origin.REQUEST, Origin.REFERENT);
        assertThat(dossier.changes())
                .extracting(change -> change.course().state())
                .containsExactly(State.DONE, State.PROPOSED);
        assertThat(dossier.segment())
                .as("nothing is done before the head signs")
                .isEqualTo(Segment.C);
    }

    @Test
    void whatIsReturnedChangesNothingAndKeepsItsObjection() {
        PlayedDossier dossier = played("A", "REFERENT: decide B / HEAD: return");

        assertThat(dossier.segment()).isEqualTo(Segment.A);
        assertThat(dossier.course().open()).isNull();
        assertThat(dossier.changes().get(0).course().signatures().get(1).text()).contains("logement");
    }

    @Test
    void aCommandOnAStateThatMovedOnIsStale() {
        PlayedDossier dossier = played("A", "REFERENT: decide B");
        Expectation seen = dossier.course().asSeen();
        dossier.sign(Someone.HEAD, giveBack());

        assertThat(dossier.sign(Someone.HEAD, execute(), seen)).isEqualTo(new Carried.Stale());
    }

    @Test
    void aProfileWithoutSegmentsKnowsNoCommand() {
        PlayedDossier dossier = PlayedDossier.in(null);

        Carried carried = SegmentWorkflow.carry(
                propose(Segment.A),
                dossier.course().asSeen(),
                dossier.course(),
                dossier.signer(Someone.INTAKE),
                ShippedProfile.SANS_SEGMENTS.profile());

        assertThat(carried).isEqualTo(new Carried.Refused(Refusal.NO_SEGMENTS));
    }
}
