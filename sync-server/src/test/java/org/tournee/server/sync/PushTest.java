package org.tournee.server.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.Streams;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Limits;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** What a phone sends is held exactly once, and what it wrote is found again. Rules: R-SYN, R-REC. */
class PushTest extends SyncTest {

    @Test
    void aContactSavedOnThePhoneIsAppliedAndComesBackInThePull() {
        RecordId contact = TestPhone.newId();

        List<Outcome> outcomes = phone.save(dossier, contact(contact)).push();

        assertThat(outcomes).extracting(Outcome::reason).containsOnlyNulls();
        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
        FeedRow row = phone.pull().row(contact);
        assertThat(row.groups()).contains("Bail à revoir, « urgent ».");
        assertThat(row.position()).isEqualTo(outcomes.get(0).position());
        assertThat(row.author()).isEqualTo(referent);
        assertThat(phone.session().lastOpSeq()).isEqualTo(1);
    }

    @Test
    void operationsSentAgainGetTheSameOutcomesAndTakeEffectOnce() {
        phone.save(dossier, contact(TestPhone.newId())).save(dossier, contact(TestPhone.newId()));
        List<byte[]> lines = new ArrayList<>(phone.outbox());
        List<Outcome> first = phone.push();

        HttpResponse<byte[]> again = phone.send(lines);

        assertThat(Wire.read(PushAnswer.class, again.body()).outcomes()).isEqualTo(first);
        assertThat(count("select count(*) from record where org_id = ? and kind = 'contact'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from operation_log where org_id = ?")).isEqualTo(2);
    }

    @Test
    void aPartlyKnownPushIsTakenFromWhereItIsNew() {
        phone.save(dossier, contact(TestPhone.newId()));
        List<byte[]> lines = new ArrayList<>(phone.outbox());
        phone.push();
        phone.save(dossier, contact(TestPhone.newId()));
        lines.addAll(phone.outbox());

        HttpResponse<byte[]> both = phone.send(lines);

        assertThat(Wire.read(PushAnswer.class, both.body()).outcomes()).hasSize(2);
        assertThat(Wire.read(PushAnswer.class, both.body()).lastOpSeq()).isEqualTo(2);
    }

    @Test
    void anAlteredOperationIsAForkAndItsBytesAreKeptAsEvidence() {
        phone.save(dossier, contact(TestPhone.newId()));
        byte[] altered = new String(phone.outbox().get(0), UTF_8)
                .replace("HOUSING", "FAMILY")
                .getBytes(UTF_8);
        phone.push();

        HttpResponse<byte[]> answer = phone.send(lines(altered));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(TestPhone.text(answer)).contains("urn:tournee:stream-forked");
        assertThat(count("select count(*) from fork_evidence where org_id = ?")).isEqualTo(1);
        assertThat(count("select count(*) from stream where org_id = ? and state = 'FROZEN'"))
                .isEqualTo(1);
        phone.save(dossier, contact(TestPhone.newId()));
        assertThat(phone.send(phone.outbox()).statusCode()).isEqualTo(409);
    }

    @Test
    void anOperationThatContinuesAnotherHistoryIsAFork() {
        phone.save(dossier, contact(TestPhone.newId())).push();
        phone.save(dossier, contact(TestPhone.newId()));
        String line = new String(phone.outbox().get(0), UTF_8);
        byte[] other = line.replaceFirst("\"prev_hash\":\"[0-9a-f]{64}\"", "\"prev_hash\":\"" + "a".repeat(64) + "\"")
                .getBytes(UTF_8);

        assertThat(TestPhone.text(phone.send(lines(other)))).contains("urn:tournee:stream-forked");
    }

    @Test
    void aGapIsToldWithTheNumberExpected() {
        phone.save(dossier, contact(TestPhone.newId())).save(dossier, contact(TestPhone.newId()));

        HttpResponse<byte[]> answer = phone.send(lines(phone.outbox().get(1)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(TestPhone.text(answer)).contains("urn:tournee:gap").contains("\"expected\":1");
        assertThat(count("select count(*) from operation_log where org_id = ?")).isZero();
    }

    @Test
    void anIncompleteTransactionAtTheEndIsNeitherLoggedNorAcknowledged() {
        phone.save(dossier, contact(TestPhone.newId()));
        phone.save(dossier, contact(TestPhone.newId()), contact(TestPhone.newId()));

        HttpResponse<byte[]> answer = phone.send(phone.outbox().subList(0, 2));

        assertThat(Wire.read(PushAnswer.class, answer.body()).lastOpSeq()).isEqualTo(1);
        assertThat(Wire.read(PushAnswer.class, answer.body()).outcomes()).hasSize(1);
        assertThat(phone.push()).hasSize(3);
        assertThat(count("select count(*) from record where org_id = ? and kind = 'contact'"))
                .isEqualTo(3);
    }

    @Test
    void aCompressedPushIsTakenIn() {
        phone.save(dossier, contact(TestPhone.newId()));

        assertThat(phone.sendGzip(phone.outbox()).statusCode()).isEqualTo(200);
        assertThat(phone.sendZstd(phone.outbox(), 0).statusCode()).isEqualTo(200);
    }

    @Test
    void aFrameThatWantsMoreMemoryThanEightMebibytesIsRefused() {
        phone.save(dossier, contact(TestPhone.newId()));

        assertThat(phone.sendZstd(phone.outbox(), 27).statusCode()).isEqualTo(400);
        assertThat(phone.sendZstd(phone.outbox(), 23).statusCode()).isEqualTo(200);
    }

    @Test
    void aPushThatIsTooLargeIsRefusedWhileItStreamsEvenWhenItIsSmallCompressed() {
        byte[] zeros = new byte[Limits.PUSH_BYTES + 10_000];
        Arrays.fill(zeros, (byte) ' ');

        assertTooLarge(phone.send(lines(zeros)));
        assertTooLarge(phone.sendGzip(lines(zeros)));
        assertTooLarge(phone.sendZstd(lines(zeros), 0));
        assertThat(count("select count(*) from operation_log where org_id = ?")).isZero();
    }

    @Test
    void aPushOfTooManyOperationsIsRefused() {
        List<byte[]> many = new ArrayList<>();
        for (int at = 0; at <= Limits.PUSH_OPERATIONS; at++) {
            many.add("{}".getBytes(UTF_8));
        }

        assertTooLarge(phone.send(many));
    }

    private static void assertTooLarge(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(TestPhone.text(answer)).contains("urn:tournee:too-large");
    }

    @Test
    void aPushWithoutAHeaderIsRefused() {
        HttpResponse<byte[]> answer =
                phone.post("/sync/v1/push", "application/x-ndjson", "nonsense\n".getBytes(UTF_8), java.util.Map.of());

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void aTokenSpeaksForItsOwnStreamAlone() {
        HttpResponse<byte[]> answer = phone.sendAs(new StreamId(UUID.randomUUID()), List.of());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void nothingMoreIsTakenFromARevokedStream() {
        service.bean(Streams.class).revoke(service.service(), phone.stream(), ServiceFixture.NOON);
        phone.save(dossier, contact(TestPhone.newId()));

        HttpResponse<byte[]> answer = phone.send(phone.outbox());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(TestPhone.text(answer)).contains("urn:tournee:stream-revoked");
    }

    @Test
    void anOperationOfANewerAppWaitsUntilTheServerIsUpgraded() {
        phone.save(dossier, contact(TestPhone.newId())).save(dossier, contact(TestPhone.newId()));
        byte[] newer = new String(phone.outbox().get(1), UTF_8)
                .replace("\"schema\":" + Operation.SCHEMA, "\"schema\":99")
                .getBytes(UTF_8);

        HttpResponse<byte[]> before = phone.send(lines(phone.outbox().get(0), newer));
        HttpResponse<byte[]> alone = phone.send(lines(newer));

        assertThat(Wire.read(PushAnswer.class, before.body()).outcomes()).hasSize(1);
        assertThat(alone.statusCode()).isEqualTo(503);
        assertThat(TestPhone.text(alone)).contains("urn:tournee:schema-newer");
        assertThat(count("select count(*) from operation_log where org_id = ?")).isEqualTo(1);
    }

    @Test
    void aGroupAndAFieldThatTheServerDoesNotKnowAreKeptWhole() {
        RecordId contact = TestPhone.newId();
        phone.save(dossier, contact(contact));
        String line = new String(phone.outbox().remove(0), UTF_8)
                .replace("\"groups\":{", "\"groups\":{\"weather\":{\"new\":{\"sky\":\"gris\"}},")
                .replace("\"duration_minutes\":45", "\"duration_minutes\":45,\"mood\":\"serein\"");

        assertThat(phone.send(lines(line.getBytes(UTF_8))).statusCode()).isEqualTo(200);

        assertThat(phone.pull().row(contact).groups())
                .contains("\"weather\":{\"sky\":\"gris\"}")
                .contains("\"mood\":\"serein\"");
    }

    @Test
    void aTransactionIsKeptTogetherAcrossSeveralDossiers() {
        var other = service.dossier(referent);
        phone.pull();
        RecordId here = TestPhone.newId();
        RecordId there = TestPhone.newId();
        phone.save(dossier, contact(here));
        phone.save(other, TestPhone.create(RecordKind.CONTACT, there, Samples.contact(other)));

        assertThat(phone.push()).extracting(Outcome::verdict).containsOnly(Outcome.Verdict.APPLIED);
        phone.pull();
        assertThat(phone.row(here).bucket()).isNotEqualTo(phone.row(there).bucket());
    }
}
