package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.ReceptionRegister;
import org.tournee.server.TestPhone;
import org.tournee.server.store.Registers;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A collective action that outlasts its quarter is counted and ended in the next one. Rule: R-COL. */
class CarriedActionsTest extends WebTest {

    private ReceptionFixture desks;
    private TestPhone phone;
    private LocalDate quarter;

    @BeforeEach
    void aSite() {
        desks = new ReceptionFixture(service, clock.instant());
        desks.worksIn(referent, Role.SOCIAL_WORKER, desks.northTeam);
        phone = service.phone(referent).clockAt(clock.instant()).pull();
        quarter = ReceptionRegister.begin(desks.today).plusMonths(ReceptionRegister.MONTHS);
    }

    private CollectiveAction workshop() {
        return new CollectiveAction(
                new CollectiveAction.Theme(Topic.FINANCE, "Atelier budget", "Site de Loudun", desks.today), null);
    }

    private void theQuarterTurns() {
        Instant first = quarter.atTime(6, 0).toInstant(ZoneOffset.UTC);
        service.bean(Registers.class).keepUp(service.organisation(), first);
        phone.pull();
    }

    private static CollectiveAction action(FeedRow row) {
        return Groups.parse(row.groups()).as(CollectiveAction.class);
    }

    @Test
    void whatIsOpenGoesOnInTheNextRegisterOnceAndItsSessionsAreCountedThere() {
        RecordId begun = desks.written(phone, RecordKind.COLLECTIVE_ACTION, workshop());
        theQuarterTurns();
        theQuarterTurns();

        List<FeedRow> actions = phone.ofKind(RecordKind.COLLECTIVE_ACTION);
        assertThat(actions).hasSize(2);
        FeedRow carried = actions.stream()
                .filter(row -> !row.id().equals(begun))
                .findFirst()
                .orElseThrow();
        DossierId next = desks.register(phone, quarter);
        assertThat(carried.bucket()).isEqualTo(BucketId.service(next));
        assertThat(action(carried)).isEqualTo(workshop().carriedInto(quarter));
        assertThat(action(phone.row(begun))).isEqualTo(workshop().ended(quarter.minusDays(1)));

        assertThat(phone.save(next, session(carried.id(), 12)).push())
                .extracting(Outcome::verdict)
                .containsExactly(Outcome.Verdict.APPLIED);
    }

    private TestPhone.Change session(RecordId action, int participants) {
        return TestPhone.create(
                RecordKind.COLLECTIVE_SESSION,
                TestPhone.newId(),
                new CollectiveSession(new CollectiveSession.Session(action, quarter, 90, participants, 0)));
    }

    @Test
    void whatIsEndedStaysWhereItIs() {
        RecordId ended =
                desks.written(phone, RecordKind.COLLECTIVE_ACTION, workshop().ended(desks.today));
        theQuarterTurns();

        assertThat(phone.ofKind(RecordKind.COLLECTIVE_ACTION))
                .extracting(FeedRow::id)
                .containsExactly(ended);
    }
}
