package org.tournee.mobile.sync;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Acknowledgement;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.DoorAnswer;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Manifest;
import org.tournee.sync.ManifestParts;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.PullEnd;
import org.tournee.sync.PullRequest;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.RecordId;
import org.tournee.sync.Session;
import org.tournee.sync.Wire;
import org.tournee.sync.Withdrawal;

/**
 * Answers as the contract says, over real HTTP, for one stream and without any rule: for what a phone does when answers
 * are lost, cut, refused or late. The real server has the end-to-end tests.
 */
final class CannedServer implements AutoCloseable {

    static final String PASSWORD = "mot-de-passe-inventé";

    private static final int PAGE = 50;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<BucketId, Map<RecordId, FeedRow>> rows = new LinkedHashMap<>();
    private final Map<BucketId, Long> heads = new LinkedHashMap<>();
    private final Map<BucketId, Long> grants = new LinkedHashMap<>();
    private final Set<BucketId> withdrawn = new HashSet<>();
    private final Map<Long, Outcome> outcomes = new LinkedHashMap<>();
    private final List<OutputStream> listeners = new CopyOnWriteArrayList<>();

    final CannedTus tus = new CannedTus();
    final List<String> log = Collections.synchronizedList(new ArrayList<>());
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger expireTokens = new AtomicInteger();
    final AtomicInteger loseAnswers = new AtomicInteger();
    final AtomicInteger cutAnswers = new AtomicInteger();
    /** Of those to whoever fetches something from its beginning. */
    final AtomicInteger cutFresh = new AtomicInteger();

    final AtomicInteger loseSuccessions = new AtomicInteger();
    final Set<String> successors = Collections.synchronizedSet(new HashSet<>());
    final AtomicInteger refuse503 = new AtomicInteger();
    volatile boolean forked;
    volatile boolean revoked;
    volatile boolean refreshSpent;
    volatile boolean durableLags;
    private static final WorkerId WORKER = new WorkerId(UUID.fromString("01900000-0000-7000-0000-000000000001"));

    volatile String epoch = "epoch-1";
    volatile boolean tooOld;
    /** Answers in zstd where a phone reads it. */
    volatile boolean speaksZstd;
    /** In which pushes came. */
    final List<String> encodings = new CopyOnWriteArrayList<>();

    volatile int pullSchemaMin = 1;
    volatile @Nullable BucketId miscounted;
    volatile @Nullable RecordId leftOutOnce;
    final List<Withdrawal> withdrawals = new CopyOnWriteArrayList<>();
    final List<Withdrawal> acknowledged = new CopyOnWriteArrayList<>();
    final List<String> alarms = Collections.synchronizedList(new ArrayList<>());

    private int tokens;

    CannedServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** Writes as a colleague would. */
    synchronized void put(FeedRow row) {
        long position = heads.merge(row.bucket(), 1L, Long::sum);
        if (!withdrawn.contains(row.bucket())) {
            grants.putIfAbsent(row.bucket(), 1L);
        }
        rows.computeIfAbsent(row.bucket(), bucket -> new LinkedHashMap<>())
                .put(
                        row.id(),
                        new FeedRow(
                                row.bucket(),
                                position,
                                row.id(),
                                row.kind(),
                                row.rev(),
                                row.author(),
                                row.changedBy(),
                                row.changedAt(),
                                row.occurredAt(),
                                row.deleted(),
                                row.groups()));
    }

    synchronized void put(List<FeedRow> all) {
        all.forEach(this::put);
    }

    /** Something else under a position that was given already, as where a server was set back and does not know it. */
    synchronized void putInPlace(FeedRow row) {
        rows.get(row.bucket()).put(row.id(), row);
    }

    synchronized void withdraw(BucketId bucket) {
        withdrawn.add(bucket);
        withdrawals.add(new Withdrawal(bucket, grants.getOrDefault(bucket, 1L)));
        grants.remove(bucket);
    }

    /** A dossier was erased. */
    synchronized void erase(BucketId bucket) {
        withdrawn.add(bucket);
        withdrawals.add(new Withdrawal(bucket, grants.getOrDefault(bucket, 1L), true));
        grants.remove(bucket);
    }

    synchronized void grantAgain(BucketId bucket, long grantEpoch) {
        grants.put(bucket, grantEpoch);
    }

    synchronized FeedRow row(BucketId bucket, RecordId id) {
        return rows.getOrDefault(bucket, Map.of()).get(id);
    }

    /** Forgets operations, as a restore to an earlier state does. */
    synchronized void forgetFrom(long opSeq) {
        outcomes.keySet().removeIf(seq -> seq >= opSeq);
    }

    void tell(String event, String data) {
        byte[] bytes = ("event: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
        listeners.removeIf(listener -> !isHeard(listener, bytes));
    }

    private static boolean isHeard(OutputStream listener, byte[] bytes) {
        try {
            listener.write(bytes);
            listener.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    boolean isListenedTo() {
        return !listeners.isEmpty();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        try (exchange) {
            byte[] body = body(exchange);
            if (path.startsWith("/auth/")) {
                auth(exchange, path, new String(body, StandardCharsets.UTF_8));
            } else if (taken(expireTokens)) {
                problem(exchange, 401, "urn:tournee:unauthorised", "");
            } else if (taken(refuse503)) {
                problem(exchange, 503, "urn:tournee:busy", "");
            } else if (revoked) {
                problem(exchange, 403, "urn:tournee:stream-revoked", "");
            } else {
                sync(exchange, path, body);
            }
        }
    }

    private void sync(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (path.equals("/sync/v1/session")) {
            long last = lastOpSeq();
            answer(
                    exchange,
                    List.of(Wire.json(
                            new Session(epoch, last, null, durableLags ? 0 : last, Instant.now(), pullSchemaMin))));
        } else if (path.equals("/sync/v1/push")) {
            push(exchange, body);
        } else if (path.equals("/sync/v1/door")) {
            answer(exchange, List.of(Wire.json(delivered(new String(body, StandardCharsets.UTF_8)))));
        } else if (path.equals("/sync/v1/pull") && tooOld) {
            problem(exchange, 426, "urn:tournee:app-too-old", "");
        } else if (path.equals("/sync/v1/withdrawals")) {
            List<Withdrawal> givenBack = Wire.read(Acknowledgement.class, body).withdrawn();
            acknowledged.addAll(givenBack);
            withdrawals.removeAll(givenBack);
            answer(exchange, List.of());
        } else if (path.equals("/sync/v1/alarms")) {
            alarms.add(new String(body, StandardCharsets.UTF_8));
            answer(exchange, List.of());
        } else if (path.equals("/sync/v1/held")) {
            HeldRequest asked = Wire.read(HeldRequest.class, body);
            List<Outcome> held = asked.operations().stream()
                    .flatMap(claim -> Stream.ofNullable(outcomes.get(claim.opSeq())))
                    .toList();
            answer(exchange, List.of(Wire.json(new HeldAnswer(durableLags ? 0 : lastOpSeq(), held))));
        } else if (path.equals("/sync/v1/pull")) {
            answer(exchange, pull(Wire.read(PullRequest.class, body)));
        } else if (path.startsWith(CannedTus.ROOT)) {
            tus.answer(exchange, body);
        } else {
            listen(exchange);
        }
    }

    private static boolean taken(AtomicInteger counter) {
        return counter.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private void auth(HttpExchange exchange, String path, String body) throws IOException {
        if (path.endsWith("/succeed")) {
            successors.add(body);
            forked = false;
            outcomes.clear();
            if (taken(loseSuccessions)) {
                forked = true;
                return; // committed, and the connection breaks before a word was said
            }
        }
        boolean enrolment = path.endsWith("/enrol");
        if (enrolment ? !body.contains(PASSWORD) : refreshSpent) {
            problem(exchange, 401, "urn:tournee:bad-credentials", "");
            return;
        }
        int number;
        synchronized (this) {
            number = ++tokens;
        }
        String made = "\"access_token\":\"access-" + number + "\",\"refresh_token\":\"refresh-" + number + "\"";
        answer(
                exchange,
                List.of(
                        enrolment
                                ? "{\"worker_id\":\"01900000-0000-7000-0000-000000000001\",\"worker_name\":\"Claire Beaufort\","
                                        + "\"org_id\":\"01900000-0000-7000-0000-0000000000aa\",\"org_name\":\"Département\","
                                        + "\"roles\":[\"SOCIAL_WORKER\"]," + made + "}"
                                : "{" + made + "}"));
    }

    private void push(HttpExchange exchange, byte[] body) throws IOException {
        if (forked) {
            problem(exchange, 409, "urn:tournee:stream-forked", "");
            return;
        }
        List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
        List<Outcome> answered = new ArrayList<>();
        long missing = 0;
        synchronized (this) {
            for (String line : lines.subList(1, lines.size())) {
                Operation operation = Wire.read(Operation.class, line);
                if (operation.opSeq() > lastOpSeq() + 1) {
                    missing = lastOpSeq() + 1;
                    break;
                }
                answered.add(taken(operation, line));
            }
        }
        if (missing > 0) {
            problem(exchange, 409, "urn:tournee:gap", ",\"expected\":" + missing);
            return;
        }
        long last = lastOpSeq();
        if (taken(loseAnswers)) {
            return; // committed, and the connection breaks before a word was said
        }
        answer(
                exchange,
                List.of(Wire.json(new PushAnswer(epoch, last, durableLags ? 0 : last, Instant.now(), answered))));
    }

    /** Takes envelopes unopened: what is in them is the real server's to say. */
    private DoorAnswer delivered(String body) {
        List<Outcome> kept = new ArrayList<>();
        for (String line : body.lines().skip(1).toList()) {
            DoorEnvelope envelope = Wire.read(DoorEnvelope.class, line);
            for (long seq = envelope.firstSeq(); seq <= envelope.lastSeq(); seq++) {
                kept.add(new Outcome(seq, Outcome.Verdict.APPLIED, null, null, 0));
            }
        }
        long last = kept.isEmpty() ? 0 : kept.get(kept.size() - 1).opSeq();
        return new DoorAnswer(DoorAnswer.Reception.TAKEN, durableLags ? 0 : last, kept);
    }

    private Outcome taken(Operation operation, String line) {
        Outcome known = outcomes.get(operation.opSeq());
        if (known != null) {
            return known;
        }
        log.add(line);
        Audience audience = operation.audience() == null ? Audience.SERVICE : operation.audience();
        BucketId bucket = BucketId.of(operation.dossierId(), audience, WORKER);
        if (operation.action() == Action.CREATE || operation.action() == Action.CHANGE) {
            FeedRow before = row(bucket, operation.recordId());
            Groups groups = before == null ? Groups.NONE : Groups.parse(before.groups());
            for (Map.Entry<String, GroupChange> change : operation.groups().entrySet()) {
                groups = groups.with(change.getKey(), change.getValue().value());
            }
            put(new FeedRow(
                    bucket,
                    0,
                    operation.recordId(),
                    operation.kind(),
                    before == null ? 1 : before.rev() + 1,
                    before == null ? WORKER : before.author(),
                    WORKER,
                    Instant.now(),
                    operation.occurredAt(),
                    false,
                    groups.json()));
        }
        Outcome outcome =
                new Outcome(operation.opSeq(), Outcome.Verdict.APPLIED, null, bucket, heads.getOrDefault(bucket, 0L));
        outcomes.put(operation.opSeq(), outcome);
        return outcome;
    }

    private synchronized long lastOpSeq() {
        return outcomes.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private synchronized List<String> pull(PullRequest request) {
        List<GrantedBucket> granted = grants.entrySet().stream()
                .map(grant -> new GrantedBucket(
                        grant.getKey(),
                        heads.getOrDefault(grant.getKey(), 0L),
                        grant.getValue(),
                        0,
                        checksum(grant.getKey())))
                .toList();
        String digest = OperationBytes.hash((epoch + granted + withdrawals).getBytes(StandardCharsets.UTF_8));
        Map<String, Long> cursors = request.cursors();
        boolean unchanged = cursors == null && digest.equals(request.digest());
        Set<Integer> parts = cursors == null && !unchanged ? differing(request, granted) : null;
        List<String> lines = new ArrayList<>();
        lines.add(Wire.json(new Manifest(
                epoch,
                Instant.now(),
                digest,
                unchanged,
                unchanged ? List.of() : ofParts(parts, granted),
                parts,
                List.copyOf(withdrawals))));
        if (cursors != null) {
            page(cursors, lines);
        }
        return lines;
    }

    private @Nullable Set<Integer> differing(PullRequest request, List<GrantedBucket> granted) {
        if (request.parts() == null || !epoch.equals(request.epoch())) {
            return null;
        }
        ManifestParts parts = new ManifestParts();
        granted.forEach(bucket -> parts.add(bucket.bucket(), bucket.head(), bucket.grantEpoch()));
        return ManifestParts.differing(request.parts(), parts.digests());
    }

    private static List<GrantedBucket> ofParts(@Nullable Set<Integer> parts, List<GrantedBucket> granted) {
        return granted.stream()
                .filter(bucket -> parts == null || parts.contains(ManifestParts.of(bucket.bucket())))
                .toList();
    }

    private Checksum checksum(BucketId bucket) {
        Checksum sum = bucket.equals(miscounted) ? new Checksum(1) : Checksum.NONE;
        for (FeedRow row : rows.getOrDefault(bucket, Map.of()).values()) {
            byte[] groups = row.groups().getBytes(StandardCharsets.UTF_8);
            sum = row.deleted() ? sum : sum.plus(Checksum.of(bucket, row.id(), row.rev(), groups));
        }
        return sum;
    }

    private void page(Map<String, Long> cursors, List<String> lines) {
        Map<String, Long> upto = new LinkedHashMap<>();
        int room = PAGE;
        boolean more = false;
        for (Map.Entry<String, Long> cursor : cursors.entrySet()) {
            BucketId bucket = new BucketId(cursor.getKey());
            List<FeedRow> after = rows.getOrDefault(bucket, Map.of()).values().stream()
                    .filter(row -> row.position() > cursor.getValue())
                    .filter(row -> !row.id().equals(leftOutOnce))
                    .sorted((a, b) -> Long.compare(a.position(), b.position()))
                    .toList();
            List<FeedRow> sent = after.subList(0, Math.min(room, after.size()));
            sent.forEach(row -> lines.add(Wire.json(row)));
            room -= sent.size();
            boolean all = sent.size() == after.size();
            if (leftOutOnce != null && rows.getOrDefault(bucket, Map.of()).containsKey(leftOutOnce)) {
                leftOutOnce = null;
            }
            more |= !all;
            long reached = sent.isEmpty()
                    ? cursor.getValue()
                    : sent.get(sent.size() - 1).position();
            upto.put(cursor.getKey(), all ? heads.getOrDefault(bucket, 0L) : Long.valueOf(reached));
        }
        lines.add(Wire.json(new PullEnd(upto, more)));
        if (taken(cutAnswers) || (cursors.containsValue(0L) && taken(cutFresh))) {
            lines.remove(lines.size() - 1);
        }
    }

    private void listen(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(": here\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        listeners.add(out);
        try {
            synchronized (out) {
                while (listeners.contains(out)) {
                    out.wait(200);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            byte[] sent = in.readAllBytes();
            String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
            return encoding == null ? sent : unpacked(encoding, sent);
        }
    }

    private byte[] unpacked(String encoding, byte[] sent) throws IOException {
        encodings.add(encoding);
        ByteArrayInputStream in = new ByteArrayInputStream(sent);
        try (InputStream clear = encoding.equals("zstd") ? new ZstdInputStream(in) : new GZIPInputStream(in)) {
            return clear.readAllBytes();
        }
    }

    private void answer(HttpExchange exchange, List<String> lines) throws IOException {
        boolean zstd = speaksZstd
                && exchange.getRequestHeaders()
                        .getOrDefault("Accept-Encoding", List.of())
                        .toString()
                        .contains("zstd");
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream zipping = zstd ? new ZstdOutputStream(zipped) : new GZIPOutputStream(zipped)) {
            zipping.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().add("Content-Encoding", zstd ? "zstd" : "gzip");
        exchange.sendResponseHeaders(200, zipped.size());
        exchange.getResponseBody().write(zipped.toByteArray());
    }

    private static void problem(HttpExchange exchange, int status, String type, String more) throws IOException {
        byte[] body = ("{\"type\":\"" + type + "\",\"title\":\"x\",\"status\":" + status + more + "}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        listeners.clear();
        http.stop(0);
        threads.shutdownNow();
    }
}
