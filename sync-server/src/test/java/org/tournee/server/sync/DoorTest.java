package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DoorKeys;
import org.tournee.server.store.Quarantine;
import org.tournee.server.store.Streams;
import org.tournee.sync.DoorAnswer;
import org.tournee.sync.DoorAnswer.Reception;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.Limits;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** What was saved gets in without a token, by its stream's signature alone, and nothing gets out. Rules: R-SYN, R-REC. */
class DoorTest extends SyncTest {

    private SealingPhone sealing;
    private TestPhone sealed;

    @BeforeEach
    void aPhoneThatSeals() {
        sealing = new SealingPhone(
                server.getURL().toString(),
                service.organisation(),
                service.bean(DoorKeys.class).current(service.organisation()));
        sealed = service.phone(referent, sealing.publicKey()).pull();
    }

    private DoorEnvelope saved(RecordId contact) {
        long first = sealed.outbox().size() + 1L;
        sealed.save(dossier, contact(contact));
        return sealing.seal(
                sealed.stream(),
                first,
                lines(sealed.outbox().get(sealed.outbox().size() - 1)));
    }

    private DoorAnswer delivered(DoorEnvelope... envelopes) {
        HttpResponse<byte[]> answer = sealing.deliver(sealed.stream(), envelopes);
        assertThat(answer.statusCode()).as(TestPhone.text(answer)).isEqualTo(200);
        return Wire.read(DoorAnswer.class, answer.body());
    }

    private void assertRefused(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestPhone.text(answer)).contains("urn:tournee:door-refused");
        assertThat(count("select count(*) from operation_log where org_id = ?")).isZero();
        assertThat(count("select count(*) from quarantine where org_id = ?")).isZero();
    }

    @Test
    void whatIsSealedAndSignedIsTakenInLikeAPush() {
        RecordId contact = TestPhone.newId();

        DoorAnswer answer = delivered(saved(TestPhone.newId()), saved(contact));

        assertThat(answer.reception()).isEqualTo(Reception.TAKEN);
        assertThat(answer.outcomes()).extracting(Outcome::opSeq).containsExactly(1L, 2L);
        assertThat(answer.outcomes()).extracting(Outcome::verdict).containsOnly(Outcome.Verdict.APPLIED);
        assertThat(answer.durableOpSeq()).isEqualTo(2);
        assertThat(phone.pull().row(contact).author()).isEqualTo(referent);
    }

    @Test
    void theSameAgainGetsTheSameOutcomesAndTakesEffectOnce() {
        DoorEnvelope envelope = saved(TestPhone.newId());
        DoorAnswer first = delivered(envelope);

        assertThat(delivered(envelope)).isEqualTo(first);

        assertThat(sealed.push()).as("pushed as well").isEqualTo(first.outcomes());
        assertThat(count("select count(*) from record where org_id = ? and kind = 'contact'"))
                .isEqualTo(1);
    }

    @Test
    void anAlteredSignatureIsRefusedAndNothingIsTaken() {
        DoorEnvelope right = saved(TestPhone.newId());
        DoorEnvelope altered = saved(TestPhone.newId());
        DoorEnvelope wrong = new DoorEnvelope(
                altered.firstSeq(), altered.lastSeq(), altered.doorKey(), altered.sealed(), right.signature());

        assertRefused(sealing.deliver(sealed.stream(), right, wrong));
    }

    @Test
    void aSealThatIsMovedToAnotherPlaceIsRefused() {
        DoorEnvelope envelope = saved(TestPhone.newId());
        DoorEnvelope moved = new DoorEnvelope(2, 2, envelope.doorKey(), envelope.sealed(), envelope.signature());

        assertRefused(sealing.deliver(sealed.stream(), moved));
    }

    @Test
    void whatAnotherStreamSignedAndAStreamThatThereIsNotAreRefusedAlike() {
        DoorEnvelope envelope = saved(TestPhone.newId());

        assertRefused(sealing.deliver(phone.stream(), envelope));
        assertRefused(sealing.deliver(new StreamId(UUID.randomUUID()), envelope));
    }

    @Test
    void aRevokedPhoneIsPutUnderQuarantineSealedAndAdministratorsSeeThatItExists() {
        WorkerId administrator = service.worker(Role.ADMINISTRATOR);
        DoorEnvelope envelope = saved(TestPhone.newId());
        service.bean(Streams.class)
                .revoke(new Actor(service.organisation(), administrator, null), sealed.stream(), ServiceFixture.NOON);

        DoorAnswer answer = delivered(envelope);
        delivered(envelope);

        assertThat(answer.reception()).isEqualTo(Reception.QUARANTINED_REVOKED);
        assertThat(answer.outcomes()).isEmpty();
        assertThat(count("select count(*) from operation_log where org_id = ?")).isZero();
        assertThat(service.bean(Quarantine.class).all(service.organisation()))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.stream()).isEqualTo(sealed.stream());
                    assertThat(kept.worker()).isEqualTo(referent);
                    assertThat(kept.operations()).isEqualTo(1);
                    assertThat(kept.reason()).isEqualTo(Quarantine.Reason.REVOKED);
                });
        assertThat(count("select count(*) from audit where org_id = ? and act = 'QUARANTINE'"))
                .isEqualTo(1);
    }

    @Test
    void whatDoesNotFitTheStreamFreezesItAndStaysUnderQuarantine() {
        DoorEnvelope envelope = saved(TestPhone.newId());
        TestPhone clone = service.phone(referent, sealed.stream());
        clone.save(dossier, contact(TestPhone.newId())).push();

        assertThat(delivered(envelope).reception()).isEqualTo(Reception.QUARANTINED_FORKED);

        assertThat(count("select count(*) from stream where org_id = ? and state = 'FROZEN'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from quarantine where org_id = ? and reason = 'FORKED'"))
                .isEqualTo(1);
    }

    @Test
    void aGapIsToldLikeInAPush() {
        saved(TestPhone.newId());
        DoorEnvelope second = saved(TestPhone.newId());

        HttpResponse<byte[]> answer = sealing.deliver(sealed.stream(), second);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(TestPhone.text(answer)).contains("urn:tournee:gap").contains("\"expected\":1");
    }

    @Test
    void whatIsSignedAndDoesNotOpenIsKeptAsItIs() {
        DoorEnvelope broken = sealing.signed(sealed.stream(), 1, 1, new byte[64]);

        assertThat(delivered(broken).reception()).isEqualTo(Reception.QUARANTINED_UNREADABLE);
    }

    @Test
    void whatCannotBeReadOrIsTooLargeIsRefused() {
        assertThat(sealing.post("{}").statusCode()).isEqualTo(400);
        assertThat(sealing.post("x".repeat(Limits.DOOR_BYTES + 1)).statusCode()).isEqualTo(413);
        assertThat(sealing.deliver(sealed.stream()).statusCode()).isEqualTo(400);
        DoorEnvelope envelope = saved(TestPhone.newId());
        List<DoorEnvelope> many = new ArrayList<>();
        for (int at = 0; at <= Limits.PUSH_OPERATIONS; at++) {
            many.add(envelope);
        }
        assertThat(sealing.deliver(sealed.stream(), many.toArray(DoorEnvelope[]::new))
                        .statusCode())
                .isEqualTo(413);
    }
}
