package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.server.store.CaseloadFullException;
import org.tournee.server.store.Streams;
import org.tournee.server.store.Successions;
import org.tournee.server.store.TermSweep;
import org.tournee.server.store.Withdrawals;
import org.tournee.sync.Acknowledgement;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Limits;
import org.tournee.sync.Manifest;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;
import org.tournee.sync.Withdrawal;

/** What a worker may not hold any more is open until their phone gave it back. Rules: R-SHARE, R-REF. */
class WithdrawalTest extends SyncTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Instant now = today.atTime(12, 0).toInstant(ZoneOffset.UTC);

    private RecordId assign(WorkerId worker, LocalDate from, LocalDate until) {
        return service.bean(Assignments.class)
                .assign(
                        service.service(),
                        dossier,
                        new ReferentTerm.Term(worker, ReferentRole.REPLACEMENT, from, until),
                        now);
    }

    private void end(RecordId term) {
        service.bean(Assignments.class).end(service.service(), dossier, term, today, now);
    }

    private List<Withdrawals.Open> open() {
        return service.bean(Withdrawals.class).open(service.organisation());
    }

    private static boolean holds(TestPhone phone, DossierId dossier) {
        return phone.ask(null, null).manifest().buckets().stream()
                .map(GrantedBucket::bucket)
                .anyMatch(BucketId.service(dossier)::equals);
    }

    @Test
    void itStaysOpenUntilThePhoneSaysThatItHoldsNothing() {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        RecordId term = assign(colleague, today.minusDays(30), null);
        TestPhone theirs = service.phone(colleague).pull();
        Manifest before = theirs.ask(null, null).manifest();
        end(term);

        Manifest told = theirs.ask(before.digest(), null).manifest();
        assertThat(told.unchanged()).isFalse();
        assertThat(told.withdrawn()).containsExactly(new Withdrawal(BucketId.service(dossier), 1));
        assertThat(open()).extracting(Withdrawals.Open::stream).containsExactly(theirs.stream());

        assertThat(acknowledge(theirs, theirs.stream(), told.withdrawn())).isEqualTo(204);
        assertThat(acknowledge(theirs, theirs.stream(), told.withdrawn())).isEqualTo(204);

        assertThat(open()).isEmpty();
        assertThat(theirs.ask(null, null).manifest().withdrawn()).isEmpty();
        assertThat(count("select count(*) from audit where org_id = ? and act = 'GIVE_BACK'"))
                .isEqualTo(1);
    }

    @Test
    void aRevokedPhoneOwesNothingMore() {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        RecordId term = assign(colleague, today.minusDays(30), null);
        TestPhone theirs = service.phone(colleague).pull();
        end(term);
        assertThat(open()).hasSize(1);

        service.bean(Streams.class).revoke(service.service(), theirs.stream(), now);

        assertThat(open()).isEmpty();
    }

    @Test
    void whoEntersAgainGetsANewEpochAndGivesNothingBack() {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        RecordId term = assign(colleague, today.minusDays(30), null);
        TestPhone theirs = service.phone(colleague).pull();
        end(term);
        assign(colleague, today, null);

        Manifest told = theirs.ask(null, null).manifest();
        assertThat(told.withdrawn()).isEmpty();
        assertThat(told.buckets())
                .filteredOn(bucket -> bucket.bucket().equals(BucketId.service(dossier)))
                .extracting(GrantedBucket::grantEpoch)
                .containsExactly(2L);
        assertThat(open()).isEmpty();
    }

    @Test
    void whatAFrozenPhoneOwedItsSuccessorOwes() {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        RecordId term = assign(colleague, today.minusDays(30), null);
        TestPhone theirs = service.phone(colleague).pull();
        end(term);
        StreamId successor = new StreamId(java.util.UUID.randomUUID());

        service.bean(Successions.class)
                .succeed(new Actor(service.organisation(), colleague, theirs.stream()), successor, new byte[32], now);

        assertThat(open()).extracting(Withdrawals.Open::stream).containsExactly(successor);
    }

    @Test
    void nobodyAcknowledgesForAnotherPhone() {
        assertThat(acknowledge(phone, new StreamId(java.util.UUID.randomUUID()), List.of()))
                .isEqualTo(403);
    }

    @Test
    void aTermThatBeginsAndEndsByItsDateAloneGivesAndEndsTheGrantThatDay() {
        WorkerId substitute = service.worker(Role.SOCIAL_WORKER);
        assign(substitute, today.plusDays(1), today.plusDays(3));
        TestPhone theirs = service.phone(substitute).pull();
        TermSweep terms = service.bean(TermSweep.class);

        terms.sweep(now);
        assertThat(holds(theirs, dossier)).isFalse();

        terms.sweep(now.plus(Duration.ofDays(1)));
        assertThat(holds(theirs, dossier)).isTrue();
        assertThat(theirs.pull().row(dossierRecord())).isNotNull();

        terms.sweep(now.plus(Duration.ofDays(3)));
        assertThat(holds(theirs, dossier)).isFalse();
        assertThat(open()).extracting(Withdrawals.Open::worker).containsExactly(substitute);
        assertThat(holds(phone, dossier)).as("the referent goes on").isTrue();
    }

    @Test
    void aWorkerAnswersForNoMoreDossiersThanAPhoneHolds() {
        WorkerId colleague = service.worker(Role.SOCIAL_WORKER);
        service.bean(Database.class)
                .write(connection ->
                        Sql.change(connection, """
                        insert into bucket_grant (org_id, worker_id, bucket_id, grant_epoch, granted_at)
                        select ?, ?, 'd/' || gen_random_uuid() || '/s', 1, now() from generate_series(1, ?)""", service.organisation(), colleague, Limits.DOSSIERS_PER_WORKER));

        assertThatThrownBy(() -> assign(colleague, today, null)).isInstanceOf(CaseloadFullException.class);
        assign(colleague, today.plusDays(1), null); // does not run today
    }

    private static int acknowledge(TestPhone phone, StreamId stream, List<Withdrawal> withdrawn) {
        byte[] body = Wire.json(new Acknowledgement(stream, withdrawn)).getBytes(StandardCharsets.UTF_8);
        return phone.post("/sync/v1/withdrawals", "application/json", body, Map.of())
                .statusCode();
    }
}
