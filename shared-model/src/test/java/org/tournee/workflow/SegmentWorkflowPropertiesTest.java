package org.tournee.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.workflow.PlayedDossier.Someone;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;

/** What holds whatever is signed by whom, in whatever order. Rules: R-SEG-5, R-SEG-6, R-SEG-7. */
class SegmentWorkflowPropertiesTest {

    /** Months that pass, and then somebody signs something. */
    record Signing(int months, Someone who, SegmentCommand command) {}

    @Property
    void noSequenceOfCommandsReachesAnIllegalStateOrOneSignatureWhereTwoAreDue(
            @ForAll("signings") List<Signing> signings) {
        PlayedDossier dossier = PlayedDossier.in(Segment.INTAKE_2);
        for (Signing signing : signings) {
            int stays = dossier.stays().size();
            dossier.months(signing.months()).sign(signing.who(), signing.command());

            assertThat(dossier.changes().stream()
                            .filter(change -> change.course().state().isOpen()))
                    .as("one decision at a time")
                    .hasSizeLessThanOrEqualTo(1);
            dossier.changes().forEach(SegmentWorkflowPropertiesTest::assertSignedByEnough);
            assertWithoutGaps(dossier.stays());
            assertThat(dossier.stays().size() - stays)
                    .isBetween(0, signing.command().mayBePrepared() ? 0 : 1);
        }
        long executed = dossier.changes().stream()
                .filter(change -> change.course().state() == State.DONE)
                .map(change -> change.subject().origin())
                .filter(origin -> origin != Origin.CONFIRMATION && origin != Origin.REQUEST)
                .count();
        assertThat(dossier.stays()).as("no stay without its decision").hasSize((int) executed + 1);
    }

    private static void assertSignedByEnough(SegmentChange change) {
        boolean moves =
                change.course().state() == State.DONE && change.subject().origin() != Origin.CONFIRMATION;
        if (moves) {
            assertThat(change.course().signatures().stream()
                            .map(SegmentChange.Signature::by)
                            .distinct())
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(change.subject().reason()).isNotBlank();
        }
    }

    private static void assertWithoutGaps(List<Stay> stays) {
        for (int i = 1; i < stays.size(); i++) {
            assertThat(stays.get(i - 1).span().leftOn())
                    .isEqualTo(stays.get(i).span().enteredOn());
        }
    }

    @Provide
    Arbitrary<List<Signing>> signings() {
        Arbitrary<Segment> to = Arbitraries.of(Segment.class);
        Arbitrary<SegmentCommand> command = Arbitraries.oneOf(
                to.map(Commands::propose),
                Arbitraries.create(Commands::approve),
                Arbitraries.of(Someone.class).map(who -> new SegmentCommand.Receive(who.id())),
                Arbitraries.create(Commands::confirm),
                to.map(Commands::decide),
                Arbitraries.create(Commands::execute),
                Arbitraries.create(Commands::giveBack),
                to.map(Commands::request),
                Arbitraries.create(Commands::decline),
                to.map(Commands::proposeAtLimit),
                Arbitraries.create(Commands::review),
                Arbitraries.create(Commands::withdraw));
        return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(Someone.class), command)
                .as(Signing::new)
                .list()
                .ofMaxSize(60);
    }
}
