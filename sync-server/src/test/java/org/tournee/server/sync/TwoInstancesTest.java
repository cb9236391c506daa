package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.Application;
import org.tournee.server.TestPhone;
import org.tournee.server.TestPostgres;
import org.tournee.sync.Outcome;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Session;
import org.tournee.sync.Wire;

/** Two whole instances of the server on one database: whichever a phone reaches, it speaks to the same service. Rule: R-SYN. */
class TwoInstancesTest extends SyncTest {

    private static final int ROUNDS = 12;
    private static final long PATIENCE_SECONDS = 60;

    private Instance second;

    /** A server with its door open, on the database of all tests. */
    private record Instance(ApplicationContext beans, String address) implements AutoCloseable {

        static Instance start() {
            ApplicationContext beans = ApplicationContext.builder()
                    .mainClass(Application.class)
                    .banner(false)
                    .environments("test")
                    .properties(new HashMap<>(TestPostgres.properties()))
                    .start();
            EmbeddedServer server = beans.getBean(EmbeddedServer.class).start();
            return new Instance(beans, server.getURL().toString());
        }

        @Override
        public void close() {
            beans.close();
        }
    }

    @BeforeAll
    void aSecondInstance() {
        second = Instance.start();
    }

    @AfterAll
    void stopIt() {
        second.close();
    }

    private List<String> addresses() {
        return List.of(server.getURL().toString(), second.address());
    }

    @Test
    void aPhoneThatIsServedByBothInTurnLosesNothingAndWritesNothingTwice() {
        List<RecordId> saved = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String here = addresses().get(round % 2);
            String there = addresses().get((round + 1) % 2);
            RecordId id = TestPhone.newId();
            saved.add(id);
            phone.save(dossier, contact(id)).servedBy(here);
            List<Outcome> first = outcomes(phone.trySending());
            // The answer was lost: the same bytes go to the other instance.
            assertThat(outcomes(phone.servedBy(there).trySending())).isEqualTo(first);
            phone.outbox().clear();

            assertThat(phone.pull().store()).containsKey(id);
            assertThat(phone.session().lastOpSeq()).isEqualTo(round + 1);
            assertThat(phone.session().epoch())
                    .isEqualTo(phone.servedBy(here).session().epoch());
        }

        assertThat(phone.store()).containsKeys(saved.toArray(RecordId[]::new));
        assertEachIsHeldOnce(saved.size());
    }

    @Test
    void oneRequestAtBothInstancesAtOnceTakesEffectOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < ROUNDS; round++) {
                phone.save(dossier, contact(TestPhone.newId()), contact(TestPhone.newId()));
                List<byte[]> lines = List.copyOf(phone.outbox());
                List<Future<List<Outcome>>> answers = addresses().stream()
                        .map(address -> threads.submit(() -> {
                            TestPhone copy =
                                    service.phone(referent, phone.stream()).servedBy(address);
                            together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                            return outcomes(copy.send(lines));
                        }))
                        .toList();

                assertThat(answers.get(0).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .hasSize(2)
                        .isEqualTo(answers.get(1).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
                phone.outbox().clear();
            }
        }

        assertEachIsHeldOnce(2L * ROUNDS);
        assertThat(phone.pull().ofKind(RecordKind.CONTACT)).hasSize(2 * ROUNDS);
    }

    @Test
    void anInstanceThatIsReplacedWhileAPhoneSendsCostsNothing() throws Exception {
        CountDownLatch halfway = new CountDownLatch(ROUNDS / 2);
        Instance old = Instance.start();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                String reached = old.address();
                for (int round = 0; round < ROUNDS * 2; round++) {
                    phone.save(dossier, contact(TestPhone.newId()));
                    reached = sendUntilHeld(reached);
                    halfway.countDown();
                }
            });
            assertThat(halfway.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            old.close();
            writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        assertEachIsHeldOnce(2L * ROUNDS);
        assertThat(phone.servedBy(second.address()).pull().ofKind(RecordKind.CONTACT))
                .hasSize(2 * ROUNDS);
    }

    /** Sends what waits; where an instance does not answer, or not now, to the other one. Returns which took it. */
    private String sendUntilHeld(String first) {
        String address = first;
        while (!phone.outbox().isEmpty()) {
            try {
                HttpResponse<byte[]> response = phone.servedBy(address).trySending();
                if (response.statusCode() == 200) {
                    phone.outbox().clear();
                    return address;
                }
                assertThat(response.statusCode()).isEqualTo(503);
            } catch (UncheckedIOException e) {
                assertThat(address)
                        .as("only the one that is replaced may be gone")
                        .isNotEqualTo(second.address());
            }
            address = second.address();
        }
        return address;
    }

    @Test
    void anEpochThatOneInstanceEndsHasEndedAtTheOtherToo() throws Exception {
        String before = phone.session().epoch();
        CyclicBarrier together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            // The phone knows more than the server does, and says so to both at once.
            List<Future<String>> answers = addresses().stream()
                    .map(address -> threads.submit(() -> {
                        TestPhone copy = service.phone(referent, phone.stream()).servedBy(address);
                        together.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                        HttpResponse<byte[]> response = copy.get(
                                "/sync/v1/session?stream_id=" + phone.stream() + "&acknowledged=7&epoch=" + before);
                        return Wire.read(Session.class, response.body()).epoch();
                    }))
                    .toList();
            String minted = answers.get(0).get(PATIENCE_SECONDS, TimeUnit.SECONDS);

            assertThat(minted).isNotEqualTo(before).isEqualTo(answers.get(1).get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            for (String address : addresses()) {
                assertThat(phone.servedBy(address).session().epoch()).isEqualTo(minted);
                assertThat(phone.ask(null, null).manifest().epoch()).isEqualTo(minted);
            }
        }
    }

    @Test
    void whoListensAtOneInstanceIsWokenByWhatTheOtherTakesIn() throws Exception {
        wakesAcross(second.beans(), beans, server.getURL().toString());
        wakesAcross(beans, second.beans(), second.address());
    }

    private void wakesAcross(ApplicationContext here, ApplicationContext there, String addressThere) throws Exception {
        BlockingQueue<Wakeups.Kind> heard = new LinkedBlockingQueue<>();
        try (Wakeups.Subscription _ =
                here.getBean(Wakeups.class).subscribe(service.organisation(), referent, heard::add)) {
            untilEarlierNewsIsHeard(here);
            untilItListens(there, heard);
            heard.clear();
            phone.servedBy(addressThere)
                    .save(dossier, contact(TestPhone.newId()))
                    .push();

            assertThat(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(Wakeups.Kind.WAKE);
        }
    }

    /** News is told one after another: what the fixture moved is told once somebody newer has heard theirs. */
    private void untilEarlierNewsIsHeard(ApplicationContext here) throws Exception {
        BlockingQueue<Wakeups.Kind> newcomer = new LinkedBlockingQueue<>();
        for (int times = 0; times < 2; times++) {
            WorkerId worker = service.worker(Role.SOCIAL_WORKER);
            try (Wakeups.Subscription _ =
                    here.getBean(Wakeups.class).subscribe(service.organisation(), worker, newcomer::add)) {
                service.assign(dossier, worker, ReferentRole.REPLACEMENT);
                assertThat(newcomer.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
            }
            newcomer.clear();
        }
    }

    /** Until a reminder that the other instance publishes arrives, however late this one began to listen. */
    private void untilItListens(ApplicationContext there, BlockingQueue<Wakeups.Kind> heard) throws Exception {
        boolean listens = false;
        for (int times = 0; !listens && times < PATIENCE_SECONDS; times++) {
            there.getBean(Wakeups.class).publish(service.organisation(), List.of(referent), Wakeups.Kind.REMINDER);
            Wakeups.Kind kind = heard.poll(1, TimeUnit.SECONDS);
            while (kind == Wakeups.Kind.WAKE) {
                kind = heard.poll(1, TimeUnit.SECONDS);
            }
            listens = kind == Wakeups.Kind.REMINDER;
        }
        assertThat(listens).isTrue();
    }

    private List<Outcome> outcomes(HttpResponse<byte[]> response) {
        assertThat(response.statusCode()).as(() -> TestPhone.text(response)).isEqualTo(200);
        return Wire.read(PushAnswer.class, new String(response.body(), StandardCharsets.UTF_8))
                .outcomes();
    }

    private void assertEachIsHeldOnce(long operations) {
        assertThat(count("select count(*) from operation_log where org_id = ?")).isEqualTo(operations);
        assertThat(count("select count(*) from record where org_id = ? and kind = 'contact'"))
                .isEqualTo(operations);
        assertThat(count("select count(distinct record_id) from contact_fact where org_id = ?"))
                .isEqualTo(operations);
    }
}
