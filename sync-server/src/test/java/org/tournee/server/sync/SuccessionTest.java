package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.ActionItem;
import org.tournee.organisation.Role;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.Streams;
import org.tournee.sync.Action;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Limits;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Two hands of one phone go on as two streams of one family: nothing is lost, nothing is there twice. Rule: R-SYN. */
class SuccessionTest extends SyncTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private HttpResponse<byte[]> succeed(TestPhone from, StreamId successor, String key) {
        String body = "{\"successor\":\"" + successor + "\",\"public_key\":\"" + key + "\"}";
        return from.post("/auth/v1/succeed", "application/json", body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private TestPhone successorOf(TestPhone from) {
        StreamId successor = new StreamId(UUID.randomUUID());
        assertThat(succeed(from, successor, KEY).statusCode()).isEqualTo(200);
        return service.phone(from.worker(), successor).pull();
    }

    private HeldAnswer held(TestPhone asker, StreamId stream, HeldRequest.Claim... claims) {
        byte[] body = Wire.json(new HeldRequest(stream, List.of(claims))).getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = asker.post("/sync/v1/held", "application/json", body, Map.of());
        assertThat(answer.statusCode()).as(TestPhone.text(answer)).isEqualTo(200);
        return Wire.read(HeldAnswer.class, answer.body());
    }

    @Test
    void aSuccessorTakesOperationsFromOneOnAndThePredecessorTakesNoneAnyMore() {
        phone.save(dossier, contact(TestPhone.newId())).push();

        TestPhone successor = successorOf(phone);

        assertThat(successor.save(dossier, contact(TestPhone.newId())).push())
                .extracting(Outcome::opSeq)
                .containsExactly(1L);
        phone.save(dossier, contact(TestPhone.newId()));
        assertThat(TestPhone.text(phone.send(phone.outbox()))).contains("urn:tournee:stream-forked");
    }

    @Test
    void askedAgainAfterALostAnswerThereIsOneSuccessorAndAnotherKeyIsRefused() {
        StreamId successor = new StreamId(UUID.randomUUID());
        succeed(phone, successor, KEY);

        assertThat(succeed(phone, successor, KEY).statusCode()).isEqualTo(200);

        String other = Base64.getEncoder().encodeToString(new byte[] {
            1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8
        });
        assertThat(TestPhone.text(succeed(phone, successor, other))).contains("urn:tournee:stream-taken");
        assertThat(count("select count(*) from stream where org_id = ?")).isEqualTo(2);
    }

    @Test
    void aRevokedPhoneHasNoSuccessor() {
        service.bean(Streams.class).revoke(service.service(), phone.stream(), ServiceFixture.NOON);

        assertThat(TestPhone.text(succeed(phone, new StreamId(UUID.randomUUID()), KEY)))
                .contains("urn:tournee:stream-revoked");
    }

    @Test
    void theServerProvesByNumberAndHashWhatItHolds() {
        phone.save(dossier, contact(TestPhone.newId())).save(dossier, contact(TestPhone.newId()));
        String first = OperationBytes.hash(phone.outbox().get(0));
        String second = OperationBytes.hash(phone.outbox().get(1));
        List<Outcome> outcomes = phone.push();
        TestPhone successor = successorOf(phone);

        HeldAnswer answer = held(
                successor,
                phone.stream(),
                new HeldRequest.Claim(1, first),
                new HeldRequest.Claim(2, first),
                new HeldRequest.Claim(3, second));

        assertThat(answer.held()).containsExactly(outcomes.get(0));
        assertThat(answer.durableOpSeq()).isEqualTo(2);
    }

    @Test
    void nobodyAsksAboutAColleaguesStreamAndNotAboutTooMuchAtOnce() {
        TestPhone colleague = service.phone(service.worker(Role.SOCIAL_WORKER));
        byte[] foreign = Wire.json(new HeldRequest(phone.stream(), List.of())).getBytes(StandardCharsets.UTF_8);
        HeldRequest.Claim claim = new HeldRequest.Claim(1, "0".repeat(64));
        byte[] many = Wire.json(new HeldRequest(phone.stream(), Collections.nCopies(Limits.PUSH_OPERATIONS + 1, claim)))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(TestPhone.text(colleague.post("/sync/v1/held", "application/json", foreign, Map.of())))
                .contains("urn:tournee:foreign-stream");
        assertThat(phone.post("/sync/v1/held", "application/json", many, Map.of())
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void anInsertThatBothHandsSayAgainIsThereOnceThoughSomebodyChangedItMeanwhile() {
        RecordId action = TestPhone.newId();
        TestPhone.Change insert = TestPhone.create(RecordKind.ACTION_ITEM, action, Samples.action("Rassembler"));
        TestPhone one = successorOf(phone);
        TestPhone other = successorOf(phone);
        one.save(dossier, insert).push();
        one.pull();
        one.save(dossier, one.change(RecordKind.ACTION_ITEM, action, "progress", done()))
                .push();
        long before = count("select count(*) from record where org_id = ?");

        List<Outcome> again = other.save(dossier, insert).push();

        assertThat(again).extracting(Outcome::verdict).containsExactly(Verdict.APPLIED);
        assertThat(count("select count(*) from record where org_id = ?")).isEqualTo(before);
        assertThat(other.pull().row(action).rev()).isEqualTo(2);
        assertThat(other.row(action).groups()).contains("DONE");
    }

    @Test
    void anotherContentUnderTheSameIdIsMergedLikeAnyOther() {
        RecordId action = TestPhone.newId();
        TestPhone one = successorOf(phone);
        TestPhone other = successorOf(phone);
        one.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, action, Samples.action("Rassembler")))
                .push();

        List<Outcome> differing = other.save(
                        dossier, TestPhone.create(RecordKind.ACTION_ITEM, action, Samples.action("Relancer")))
                .push();

        assertThat(differing).extracting(Outcome::verdict).containsExactly(Verdict.CONFLICT);
    }

    @Test
    void whatThePhoneWroteOnItsOwnEarlierWriteDoesNotConflictWithIt() {
        RecordId action = inserted("Rassembler");
        phone.save(dossier, phone.change(RecordKind.ACTION_ITEM, action, "task", task("Un")));
        phone.push(); // held, and not pulled
        TestPhone successor = successorOf(phone);

        List<Outcome> outcomes = successor
                .save(
                        dossier,
                        onRev(action, 1, task("Un"), task("Deux")),
                        onRev(action, 1, task("Deux"), task("Trois")))
                .push();

        assertThat(outcomes).extracting(Outcome::verdict).doesNotContain(Verdict.CONFLICT);
        assertThat(successor.pull().row(action).groups()).contains("Trois");
    }

    @Test
    void whatTheOtherHandWroteMeanwhileConflicts() {
        RecordId action = inserted("Rassembler");
        TestPhone one = successorOf(phone);
        TestPhone other = successorOf(phone);
        String base = task("Rassembler");
        one.save(dossier, onRev(action, 1, base, task("D’une main"))).push();

        List<Outcome> outcomes =
                other.save(dossier, onRev(action, 1, base, task("De l’autre"))).push();

        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.CONFLICT);
        assertThat(other.pull().ofKind(RecordKind.CONFLICT))
                .singleElement()
                .satisfies(row -> assertThat(row.groups()).contains("D’une main", "De l’autre"));
    }

    private RecordId inserted(String what) {
        RecordId action = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, action, Samples.action(what)))
                .push();
        phone.pull();
        return action;
    }

    private static TestPhone.Change onRev(RecordId id, long rev, String base, String value) {
        return new TestPhone.Change(
                Action.CHANGE, RecordKind.ACTION_ITEM, id, null, rev, Map.of("task", new GroupChange(base, value)));
    }

    private static String task(String what) {
        return Groups.of(Samples.action(what)).get("task");
    }

    private static String done() {
        return Groups.of(new ActionItem(
                        Samples.action("x").task(), new ActionItem.Progress(ActionItem.State.DONE, null)))
                .get("progress");
    }
}
