package org.tournee.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Manifest;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.PullEnd;
import org.tournee.sync.PullRequest;
import org.tournee.sync.PushAnswer;
import org.tournee.sync.PushHeader;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Schema;
import org.tournee.sync.Session;
import org.tournee.sync.StreamId;
import org.tournee.sync.TxId;
import org.tournee.sync.Wire;

/** Speaks the protocol as a phone does, over real HTTP; it can be made to speak it badly. */
public final class TestPhone {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServiceFixture service;
    private final WorkerId worker;
    private final StreamId stream;
    private String token;
    private final List<byte[]> outbox = new ArrayList<>();
    private final Map<String, Long> cursors = new LinkedHashMap<>();
    private final Map<RecordId, FeedRow> store = new LinkedHashMap<>();
    private final Map<BucketId, Long> grants = new LinkedHashMap<>();
    private long lastSeq;
    private String lastHash = OperationBytes.NO_PREVIOUS;
    private int schema = Operation.SCHEMA;
    private Supplier<Instant> clock = Instant::now;
    private Supplier<String> address;

    TestPhone(ServiceFixture service, WorkerId worker, StreamId stream, String token) {
        this.service = service;
        this.worker = worker;
        this.stream = stream;
        this.token = token;
        this.address = service::address;
    }

    /** From now on another instance of the server is spoken to. */
    public TestPhone servedBy(String otherAddress) {
        address = () -> otherAddress;
        return this;
    }

    private String address() {
        return address.get();
    }

    public StreamId stream() {
        return stream;
    }

    public WorkerId worker() {
        return worker;
    }

    /** An app of an earlier schema, which writes and reads that one. */
    public TestPhone ofSchema(int earlier) {
        schema = earlier;
        return this;
    }

    /** Sets the phone's clock, which then stands. */
    public TestPhone clockAt(Instant at) {
        clock = () -> at;
        return this;
    }

    public List<byte[]> outbox() {
        return outbox;
    }

    public Map<RecordId, FeedRow> store() {
        return store;
    }

    public FeedRow row(RecordId id) {
        return store.get(id);
    }

    /** Signs in again after a long time; what it holds stays. */
    public TestPhone signedInAgain() {
        token = service.token(worker, stream);
        return this;
    }

    /** What it holds of a dossier, typed as on every phone. */
    public DossierContents contents(DossierId dossier) {
        List<StoredRecord> records = store.values().stream()
                .filter(row -> !row.deleted()
                        && row.bucket().dossier().filter(dossier::equals).isPresent())
                .map(TestPhone::stored)
                .toList();
        return DossierContents.of(dossier, records).orElseThrow();
    }

    private static StoredRecord stored(FeedRow row) {
        return new StoredRecord(
                row.id(),
                row.kind(),
                row.bucket().isRestricted() ? Audience.RESTRICTED : Audience.SERVICE,
                row.position(),
                row.rev(),
                row.author(),
                row.changedBy(),
                row.changedAt(),
                row.occurredAt(),
                false,
                Schema.lift(row.kind(), Groups.parse(row.groups())));
    }

    public List<FeedRow> ofKind(RecordKind kind) {
        return store.values().stream()
                .filter(row -> row.kind().equals(kind.code()))
                .toList();
    }

    /** One change, not yet an operation. */
    public record Change(
            Action action,
            RecordKind kind,
            RecordId record,
            Audience audience,
            long baseRev,
            Map<String, GroupChange> groups) {}

    public static Change create(RecordKind kind, RecordId id, Object typed) {
        return new Change(
                Action.CREATE, kind, id, Audience.SERVICE, 0, Groups.of(typed).changesSince(Groups.NONE));
    }

    /** A change of what this phone holds of a record: the group gets that JSON. */
    public Change change(RecordKind kind, RecordId id, String group, String json) {
        FeedRow row = store.get(id);
        String base = row == null ? null : Groups.parse(row.groups()).get(group);
        return new Change(
                Action.CHANGE, kind, id, null, row == null ? 0 : row.rev(), Map.of(group, new GroupChange(base, json)));
    }

    public Change delete(RecordKind kind, RecordId id) {
        FeedRow row = store.get(id);
        return new Change(Action.DELETE, kind, id, null, row == null ? 0 : row.rev(), Map.of());
    }

    public static RecordId newId() {
        return new RecordId(UuidCreator.getTimeOrderedEpoch());
    }

    /** Saves changes together. */
    public TestPhone save(DossierId dossier, Change... changes) {
        TxId tx = new TxId(UuidCreator.getTimeOrderedEpoch());
        for (int index = 0; index < changes.length; index++) {
            saveRaw(OperationBytes.make(operation(dossier, tx, index, changes.length, changes[index])));
        }
        return this;
    }

    public Operation operation(DossierId dossier, TxId tx, int index, int count, Change change) {
        return new Operation(
                stream,
                lastSeq + 1,
                lastHash,
                tx,
                index,
                count,
                change.action(),
                change.kind().code(),
                change.record(),
                dossier,
                change.audience(),
                schema,
                epoch(),
                grantEpoch,
                change.baseRev(),
                change.groups(),
                Instant.parse("2026-03-09T09:30:00Z"),
                UUID.randomUUID().toString());
    }

    private long grantEpoch = 1;

    public void grantEpoch(long epoch) {
        grantEpoch = epoch;
    }

    /** Puts bytes into the outbox as they are. */
    public void saveRaw(byte[] line) {
        outbox.add(line);
        lastSeq++;
        lastHash = OperationBytes.hash(line);
    }

    public String epoch() {
        return service.epoch();
    }

    /** Sends everything in the outbox and empties it. */
    public List<Outcome> push() {
        HttpResponse<byte[]> response = send(outbox);
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + text(response));
        }
        outbox.clear();
        return Wire.read(PushAnswer.class, response.body()).outcomes();
    }

    /** Sends what is in the outbox and leaves it there, whatever is answered. */
    public HttpResponse<byte[]> trySending() {
        return send(outbox);
    }

    /** Sends those lines after a header, whatever they are. */
    public HttpResponse<byte[]> send(List<byte[]> lines) {
        return post("/sync/v1/push", "application/x-ndjson", body(stream, lines), Map.of());
    }

    public HttpResponse<byte[]> sendAs(StreamId other, List<byte[]> lines) {
        return post("/sync/v1/push", "application/x-ndjson", body(other, lines), Map.of());
    }

    public HttpResponse<byte[]> sendGzip(List<byte[]> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body(stream, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return post("/sync/v1/push", "application/x-ndjson", out.toByteArray(), Map.of("Content-Encoding", "gzip"));
    }

    /**
     * Sends those lines packed with zstd.
     *
     * @param windowLog of the frame; 0 for what the level takes
     */
    public HttpResponse<byte[]> sendZstd(List<byte[]> lines, int windowLog) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            if (windowLog > 0) {
                zstd.setLong(windowLog);
            }
            byte[] clear = body(stream, lines);
            zstd.write(clear, 0, 1);
            zstd.flush(); // so that the frame cannot be fitted to its contents
            zstd.write(clear, 1, clear.length - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return post("/sync/v1/push", "application/x-ndjson", out.toByteArray(), Map.of("Content-Encoding", "zstd"));
    }

    private byte[] body(StreamId as, List<byte[]> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Wire.json(new PushHeader(as, epoch(), clock.get())).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        for (byte[] line : lines) {
            out.writeBytes(line);
            out.write('\n');
        }
        return out.toByteArray();
    }

    public HttpResponse<byte[]> post(String path, String type, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    public HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /** Whatever else is asked of the server, in this phone's name. */
    public HttpResponse<byte[]> ask(String method, String path, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request.build());
    }

    public String token() {
        return token;
    }

    /** Opens a stream of events. */
    public HttpResponse<java.io.InputStream> stream(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Session session() {
        HttpResponse<byte[]> response = get("/sync/v1/session?stream_id=" + stream);
        return Wire.read(Session.class, response.body());
    }

    /** What one pull answered. */
    public record Pulled(Manifest manifest, List<FeedRow> rows, PullEnd end) {}

    public Pulled ask(String digest, Map<String, Long> asked) {
        return askAs(epoch(), digest, asked);
    }

    /** Asks as a phone that last heard that epoch. */
    public Pulled askAs(String epoch, String digest, Map<String, Long> asked) {
        byte[] body = Wire.json(new PullRequest(stream, epoch, digest, null, asked, schema))
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> response = post("/sync/v1/pull", "application/json", body, Map.of());
        if (response.statusCode() != 200) {
            throw new AssertionError(response.statusCode() + " " + text(response));
        }
        String[] lines = text(response).split("\n", -1);
        Manifest manifest = Wire.read(Manifest.class, lines[0]);
        List<FeedRow> rows = new ArrayList<>();
        PullEnd end = null;
        for (int at = 1; at < lines.length - 1; at++) {
            if (lines[at].startsWith("{\"bucket\"")) {
                rows.add(Wire.read(FeedRow.class, lines[at]));
            } else {
                end = Wire.read(PullEnd.class, lines[at]);
            }
        }
        return new Pulled(manifest, rows, end);
    }

    /** Pulls everything that is new. */
    public TestPhone pull() {
        Manifest manifest = ask(null, null).manifest();
        manifest.buckets().forEach(this::begin);
        Pulled pulled;
        do {
            pulled = ask(null, cursors);
            pulled.rows().forEach(this::keep);
            cursors.putAll(pulled.end().upto());
        } while (pulled.end().more());
        pulled.manifest().buckets().forEach(this::checkContents);
        return this;
    }

    /** A record that left one bucket is not gone where it entered another. */
    private void keep(FeedRow row) {
        FeedRow held = store.get(row.id());
        boolean elsewhere = held != null && !held.bucket().equals(row.bucket()) && !held.deleted();
        if (!row.deleted() || !elsewhere) {
            store.put(row.id(), row);
        }
    }

    /**
     * A bucket that was granted anew is fetched from its beginning, and so is one whose cursor counts on tombstones that
     * are gone.
     */
    private void begin(GrantedBucket bucket) {
        Long before = grants.put(bucket.bucket(), bucket.grantEpoch());
        Long cursor = cursors.get(bucket.bucket().value());
        boolean entered = before == null || before != bucket.grantEpoch();
        if (entered || cursor == null || cursor < bucket.floor()) {
            cursors.put(bucket.bucket().value(), 0L);
            store.values().removeIf(row -> row.bucket().equals(bucket.bucket()));
        }
    }

    /** What this phone holds of a bucket adds up to what the server says. */
    private void checkContents(GrantedBucket bucket) {
        if (schema < Operation.SCHEMA) {
            assertThat(bucket.checksum()).isNull(); // it would add up other words
            return;
        }
        Checksum sum = Checksum.NONE;
        for (FeedRow row : store.values()) {
            if (row.bucket().equals(bucket.bucket()) && !row.deleted()) {
                byte[] groups = row.groups().getBytes(StandardCharsets.UTF_8);
                sum = sum.plus(Checksum.of(row.bucket(), row.id(), row.rev(), groups));
            }
        }
        if (!sum.equals(bucket.checksum())) {
            throw new AssertionError("The contents of " + bucket + " add up to " + sum.text());
        }
    }

    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
