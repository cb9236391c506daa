package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.TestPhone;
import org.tournee.server.TestPostgres;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;

/** Writers do not hide each other's rows, and what dies in the middle leaves nothing behind. Rule: R-REC. */
class ConcurrencyTest extends SyncTest {

    private static final int WRITERS = 4;
    private static final int PUSHES = 12;

    @Test
    void aPullerMissesNoRowWhileSeveralPhonesWriteToTheSameDossier() throws Exception {
        List<TestPhone> phones = new ArrayList<>(List.of(phone));
        for (int at = 1; at < WRITERS; at++) {
            WorkerId worker = service.worker(Role.SOCIAL_WORKER);
            service.assign(dossier, worker, org.tournee.dossier.ReferentRole.REPLACEMENT);
            phones.add(service.phone(worker));
        }
        CyclicBarrier together = new CyclicBarrier(WRITERS);
        AtomicBoolean writing = new AtomicBoolean(true);
        TestPhone puller = service.phone(referent);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1)) {
            List<Future<Set<RecordId>>> writers = phones.stream()
                    .map(each -> threads.submit(() -> write(each, together)))
                    .toList();
            Future<Set<RecordId>> pulled = threads.submit(() -> follow(puller, writing));
            Set<RecordId> written = new HashSet<>();
            for (Future<Set<RecordId>> writer : writers) {
                written.addAll(writer.get(60, TimeUnit.SECONDS));
            }
            writing.set(false);

            assertThat(pulled.get(60, TimeUnit.SECONDS)).containsAll(written);
            assertThat(written).hasSize(WRITERS * PUSHES * 2);
        }
    }

    private Set<RecordId> write(TestPhone writer, CyclicBarrier together) throws Exception {
        Set<RecordId> ids = new HashSet<>();
        for (int at = 0; at < PUSHES; at++) {
            RecordId one = TestPhone.newId();
            RecordId two = TestPhone.newId();
            writer.save(dossier, contact(one), contact(two));
            together.await(30, TimeUnit.SECONDS);
            assertThat(writer.push()).extracting(Outcome::verdict).containsOnly(Outcome.Verdict.APPLIED);
            ids.addAll(List.of(one, two));
        }
        return ids;
    }

    /** Never asks for a position twice: what it does not get in passing, it does not get at all. */
    private Set<RecordId> follow(TestPhone puller, AtomicBoolean writing) {
        Set<RecordId> seen = new HashSet<>();
        Map<String, Long> cursors =
                new LinkedHashMap<>(Map.of(BucketId.service(dossier).value(), 0L));
        boolean last;
        do {
            last = !writing.get();
            TestPhone.Pulled pulled = puller.ask(null, cursors);
            for (FeedRow row : pulled.rows()) {
                if (row.kind().equals(RecordKind.CONTACT.code())) {
                    seen.add(row.id());
                }
            }
            cursors.putAll(pulled.end().upto());
        } while (!last);
        return seen;
    }

    @Test
    void theDatabaseRefusesAWriterThatTakesNoPosition() {
        phone.save(dossier, contact(TestPhone.newId())).push();

        assertThatThrownBy(() -> service.bean(Database.class).write(connection -> {
                    try (PreparedStatement update = connection.prepareStatement(
                            "update record set rev = rev + 1 where org_id = ? and kind = 'contact'")) {
                        update.setObject(1, service.organisation().value());
                        return update.executeUpdate();
                    }
                }))
                .hasStackTraceContaining("without a position");
    }

    @Test
    void theDatabaseRefusesToRemoveARecord() {
        assertThatThrownBy(() -> service.bean(Database.class).write(connection -> {
                    try (PreparedStatement delete =
                            connection.prepareStatement("delete from record where org_id = ?")) {
                        delete.setObject(1, service.organisation().value());
                        return delete.executeUpdate();
                    }
                }))
                .hasStackTraceContaining("never removed");
    }

    @Test
    void aConnectionThatDiesBetweenTheLogAndTheCommitLeavesNothingAndThePushIsTakenOnce() throws Exception {
        phone.save(dossier, contact(TestPhone.newId()));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> blocker = threads.submit(() -> holdHead(held, release));
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            Future<HttpResponse<byte[]>> cut = threads.submit(() -> phone.trySending());

            assertThat(killWhoWaits()).isTrue();
            release.countDown();
            blocker.get(30, TimeUnit.SECONDS);

            assertThat(cut.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
            assertThat(phone.push()).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
        }
        assertThat(count("select count(*) from operation_log where org_id = ?")).isEqualTo(1);
        assertThat(count("select count(*) from record where org_id = ? and kind = 'contact'"))
                .isEqualTo(1);
        assertThat(count(
                        "select last_op_seq from stream where org_id = ? and stream_id = ?",
                        phone.stream().value()))
                .isEqualTo(1);
    }

    /** Neither sees the record of the other before its commit: what is there by then is not written over. */
    @Test
    void ofTwoWhoMakeOneRecordInTwoDossiersAtOnceTheSecondGetsItsOwnBack() throws Exception {
        TestPhone colleague = service.phone(service.worker(Role.SOCIAL_WORKER));
        DossierId other = service.dossier(colleague.worker());
        colleague.pull();
        RecordId same = TestPhone.newId();
        colleague.save(other, TestPhone.create(RecordKind.CONTACT, same, Samples.contact(other)));
        phone.save(dossier, contact(same));

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<List<Outcome>> second;
            Future<List<Outcome>> first;
            try (Connection holder = TestPostgres.connect()) {
                holder.setAutoCommit(false);
                Sql.all(
                        holder,
                        "select chain from audit_chain where org_id = ? for update",
                        row -> row.getString(1),
                        service.organisation());
                first = threads.submit(colleague::push);
                assertThat(TestPostgres.somebodyWaits("order by chain for no key update"))
                        .isTrue();
                second = threads.submit(phone::push);
                assertThat(TestPostgres.somebodyWaits("insert into record")).isTrue();
            }
            assertThat(first.get(30, TimeUnit.SECONDS))
                    .extracting(Outcome::verdict)
                    .containsExactly(Outcome.Verdict.APPLIED);
            assertThat(second.get(30, TimeUnit.SECONDS))
                    .extracting(Outcome::reason)
                    .containsExactly(ReturnReason.UNKNOWN_RECORD);
        }
        assertThat(count(
                        "select count(*) from record where org_id = ? and record_id = ? and dossier_id = ?",
                        same.value(),
                        other.value()))
                .isOne();
    }

    private void holdHead(CountDownLatch held, CountDownLatch release) {
        service.bean(Database.class).write(connection -> {
            try (PreparedStatement lock =
                    connection.prepareStatement("select 1 from bucket where org_id = ? and bucket_id = ? for update")) {
                lock.setObject(1, service.organisation().value());
                lock.setString(2, BucketId.service(dossier).value());
                lock.executeQuery().close();
                held.countDown();
                return release.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /** Waits until the push has logged and waits for the head, then ends its connection from outside. */
    private boolean killWhoWaits() throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(deadline)) {
            try (var connection = TestPostgres.connect();
                    var select = connection.createStatement();
                    var rows = select.executeQuery("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where wait_event_type = 'Lock' and query like '%order by bucket_id for no key update%'""")) {
                if (rows.next()) {
                    return rows.getBoolean(1);
                }
            }
        }
        return false;
    }
}
