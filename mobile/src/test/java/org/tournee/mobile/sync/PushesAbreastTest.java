package org.tournee.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.AuthMessages.Tokens;
import org.tournee.sync.Audience;
import org.tournee.sync.Limits;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** A long outbox: while the server works on one push, the next travels. Rule: R-SYN. */
class PushesAbreastTest {

    private static final int PUSHES = 5;
    private static final int TOGETHER = 100;
    private static final long SECONDS = 20;

    private final PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(1);
    private final SyncStore store = phone.store();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Long> came = new CopyOnWriteArrayList<>();
    private final List<Operation> taken = new ArrayList<>();
    private Door door = this::take;
    private HttpServer http;
    private Sender sender;

    /** What a server does with a push whose first operation has that number. */
    private interface Door {
        void push(HttpExchange exchange, List<Operation> operations) throws Exception;
    }

    @BeforeEach
    void begin() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/sync/v1/push", this::receive);
        http.start();
        URI uri = URI.create("http://127.0.0.1:" + http.getAddress().getPort());
        ServerGateway gateway = new ServerGateway(SyncEngine.client(), uri, Duration.ofSeconds(SECONDS));
        Access access = new Access(gateway, store);
        access.use(new Tokens("access", "refresh", null));
        sender = new Sender(gateway, access, store, PhoneStoreFixture.CLOCK);
        for (int saved = 0; saved < PUSHES * Limits.PUSH_OPERATIONS; saved += TOGETHER) {
            store.save(new Edit(HouseholdRows.dossier(0), items()));
        }
    }

    @AfterEach
    void end() {
        http.stop(0);
        threads.shutdownNow();
        phone.close();
    }

    @Test
    void theThirdArrivesWhileTheSecondIsWorkedOn() throws Exception {
        CompletableFuture<Void> thirdArrived = new CompletableFuture<>();
        door = (exchange, operations) -> {
            if (number(operations) == 2) {
                thirdArrived.get(SECONDS, TimeUnit.SECONDS);
            } else if (number(operations) == 3) {
                thirdArrived.complete(null);
                awaitTaken(2);
            }
            take(exchange, operations);
        };

        sender.sendAll();

        assertThat(came).startsWith(first(1), first(2), first(3));
        assertEverythingIsHeldOnce();
    }

    @Test
    void theFirstOfARunTravelsAlone() throws Exception {
        door = (exchange, operations) -> {
            if (number(operations) == 1) {
                TimeUnit.MILLISECONDS.sleep(300); // a second one would have come meanwhile
                assertThat(came).hasSize(1);
            }
            take(exchange, operations);
        };

        sender.sendAll();

        assertEverythingIsHeldOnce();
    }

    @Test
    void whatOvertookAnotherIsSentAgainBehindIt() throws Exception {
        CompletableFuture<Void> refused = new CompletableFuture<>();
        door = (exchange, operations) -> {
            if (number(operations) == 2) {
                refused.get(SECONDS, TimeUnit.SECONDS);
            }
            take(exchange, operations);
            if (number(operations) == 3) {
                refused.complete(null);
            }
        };

        sender.sendAll();

        assertThat(came).startsWith(first(1), first(2), first(3), first(4), first(3), first(4));
        assertEverythingIsHeldOnce();
    }

    @Test
    void aServerWithoutTimeStopsTheRunAndTheNextOneSendsTheRest() throws Exception {
        door = (exchange, operations) -> {
            if (number(operations) == 2 && taken.size() == Limits.PUSH_OPERATIONS) {
                door = this::take;
                say(exchange, 503, "{\"type\":\"about:blank\",\"status\":503}");
            } else {
                take(exchange, operations);
            }
        };

        assertThatThrownBy(sender::sendAll).isInstanceOf(ServerFailure.class);
        assertThat(store.waiting().operations()).isEqualTo((PUSHES - 1) * Limits.PUSH_OPERATIONS);
        sender.sendAll();

        assertEverythingIsHeldOnce();
    }

    @Test
    void anAnswerLostInFrontOfOneThatComesLosesNothing() throws Exception {
        door = (exchange, operations) -> {
            if (number(operations) == 2) {
                door = this::take;
                keep(operations);
                exchange.close(); // held, and the connection breaks before a word was said
            } else {
                take(exchange, operations);
            }
        };

        assertThatThrownBy(sender::sendAll).isInstanceOf(ServerFailure.class);
        sender.sendAll();

        assertEverythingIsHeldOnce();
    }

    private void assertEverythingIsHeldOnce() {
        assertThat(store.waiting().operations()).isZero();
        assertThat(taken)
                .extracting(Operation::opSeq)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, PUSHES * (long) Limits.PUSH_OPERATIONS)
                        .boxed()
                        .toList());
    }

    private static List<Edit.Change> items() {
        BilanItem item = new BilanItem(
                new BilanItem.Statement(
                        Dimension.HOUSING, Effect.STABILISER, WhoseWord.OBSERVED_FACT, "Bail signé", false),
                new BilanItem.Validity(HouseholdRows.TODAY, null));
        List<Edit.Change> items = new ArrayList<>();
        for (int number = 0; number < TOGETHER; number++) {
            items.add(new Edit.Create(RecordKind.BILAN_ITEM, new RecordId(UUID.randomUUID()), Audience.SERVICE, item));
        }
        return items;
    }

    private static long first(int push) {
        return (push - 1L) * Limits.PUSH_OPERATIONS + 1;
    }

    private static long number(List<Operation> operations) {
        return operations.get(0).opSeq() / Limits.PUSH_OPERATIONS + 1;
    }

    private void receive(HttpExchange exchange) throws IOException {
        byte[] packed = exchange.getRequestBody().readAllBytes();
        String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
        List<String> lines = new String(new Packings().open(encoding, packed), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<Operation> operations = lines.subList(1, lines.size()).stream()
                .map(line -> OperationBytes.read(line.getBytes(StandardCharsets.UTF_8)))
                .toList();
        came.add(operations.get(0).opSeq());
        try {
            door.push(exchange, operations);
        } catch (Exception | AssertionError e) {
            say(exchange, 500, "{\"type\":\"about:blank\",\"status\":500}");
        }
    }

    private void awaitTaken(int push) throws InterruptedException {
        synchronized (taken) {
            while (taken.size() < push * Limits.PUSH_OPERATIONS) {
                taken.wait(TimeUnit.SECONDS.toMillis(SECONDS));
            }
        }
    }

    /** Takes in what follows on what is held, and says of the rest that there is a gap. */
    private void take(HttpExchange exchange, List<Operation> operations) throws IOException {
        long gap = keep(operations);
        if (gap > 0) {
            say(exchange, 409, "{\"type\":\"urn:tournee:gap\",\"status\":409,\"expected\":" + gap + "}");
            return;
        }
        long last = operations.get(operations.size() - 1).opSeq();
        List<Outcome> outcomes = operations.stream()
                .map(operation -> new Outcome(operation.opSeq(), Outcome.Verdict.APPLIED, null, null, 0))
                .toList();
        say(exchange, 200, Wire.json(new PushAnswer("epoch", last, last, PhoneStoreFixture.CLOCK.instant(), outcomes)));
    }

    /** @return the number expected where these do not follow; else 0 */
    private long keep(List<Operation> operations) {
        synchronized (taken) {
            if (operations.get(0).opSeq() > taken.size() + 1) {
                return taken.size() + 1L;
            }
            operations.stream()
                    .filter(operation -> operation.opSeq() > taken.size())
                    .forEach(taken::add);
            taken.notifyAll();
            return 0;
        }
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
