package org.tournee.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Segment;
import org.tournee.sync.Command;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/** What a phone may prepare, and how it travels. Rules: R-SEG-5, R-SEG-6, R-SEG-7, R-REC. */
class PreparedStepTest {

    private static final RecordId STAY = new RecordId(UUID.fromString("01890000-0000-7000-8000-000000000001"));
    private static final Expectation SEEN = new Expectation(STAY, null, 0);

    @Test
    void everyCommandReadsBackAsItWasWritten() {
        for (SegmentCommand command : all()) {
            assertThat(Wire.read(SegmentCommand.class, Wire.json(SegmentCommand.class, command)))
                    .isEqualTo(command);
        }
    }

    @Test
    void theBytesOfAStepNeverChange() {
        Command command = new PreparedStep(SEEN, new SegmentCommand.Request(Segment.B, "Dettes")).asCommand();

        assertThat(Wire.json(command))
                .isEqualTo("{\"name\":\"segment\",\"expected\":{\"stay\":\"01890000-0000-7000-8000-000000000001\","
                        + "\"signatures\":0},\"asked\":{\"step\":\"request\",\"to\":\"B\",\"reason\":\"Dettes\"}}");
        assertThat(PreparedStep.of(command))
                .get()
                .extracting(PreparedStep::expected)
                .isEqualTo(SEEN);
    }

    @Test
    void whatEndsInAStayAnAllocationOrASecondSignatureIsSignedOnline() {
        assertThat(all().stream().filter(SegmentCommand::mayBePrepared))
                .extracting(command -> (Object) command.getClass())
                .containsExactlyInAnyOrder(
                        SegmentCommand.Propose.class,
                        SegmentCommand.Decide.class,
                        SegmentCommand.Request.class,
                        SegmentCommand.Decline.class,
                        SegmentCommand.ProposeAtLimit.class,
                        SegmentCommand.Withdraw.class);
        assertThat(all().stream().filter(SegmentCommand::needsPresence)).noneMatch(SegmentCommand::mayBePrepared);
        assertThatIllegalArgumentException().isThrownBy(() -> new PreparedStep(SEEN, Commands.approve()));
    }

    @Test
    void aStepThatIsSignedOnlineIsNotReadFromAPhone() {
        assertThat(PreparedStep.of(new Command(
                        PreparedStep.NAME, Wire.json(SEEN), Wire.json(SegmentCommand.class, Commands.execute()))))
                .isEmpty();
        assertThat(PreparedStep.of(new Command(PreparedStep.NAME, Wire.json(SEEN), "{\"step\":\"abolish\"}")))
                .isEmpty();
    }

    private static List<SegmentCommand> all() {
        return List.of(
                Commands.propose(Segment.A),
                Commands.approve(),
                new SegmentCommand.Receive(new WorkerId(UUID.randomUUID())),
                Commands.confirm(),
                Commands.decide(Segment.B),
                Commands.execute(),
                Commands.giveBack(),
                Commands.request(Segment.A),
                Commands.decline(),
                Commands.proposeAtLimit(Segment.C),
                Commands.review(),
                Commands.withdraw());
    }
}
