package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.store.Keyring;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.SealingKey;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Streams;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Limits;
import org.tournee.sync.Manifest;
import org.tournee.sync.PullEnd;
import org.tournee.sync.PullRequest;
import org.tournee.sync.Wire;

/**
 * Answers a pull: the manifest, then rows, then the end. Manifest and rows come from one statement, which is one
 * snapshot; the audit of what is delivered is written in the same transaction. Rules: R-SYN, R-SHARE, R-AUD.
 */
@Singleton
class Feed {

    /** What is due so soon is delivered first. */
    private static final int SOON_DAYS = 14;

    private final Database database;
    private final Streams streams;
    private final Organisations organisations;
    private final Keyring keyring;
    private final AuditTrail audit;
    private final FeedQuery query;

    Feed(
            Database database,
            Streams streams,
            Organisations organisations,
            Keyring keyring,
            AuditTrail audit,
            FeedQuery query) {
        this.database = database;
        this.streams = streams;
        this.organisations = organisations;
        this.keyring = keyring;
        this.audit = audit;
        this.query = query;
    }

    /** The whole answer, in UTF-8; empty where the stream is unknown or revoked. A frozen one still receives. */
    Optional<byte[]> answer(OrganisationId organisation, PullRequest request, Instant at) {
        return database.write(connection -> {
            Optional<StreamRow> stream = streams.find(organisation, request.streamId())
                    .filter(row -> row.state() != StreamRow.State.REVOKED);
            return stream.isEmpty() ? Optional.empty() : Optional.of(answer(connection, stream.get(), request, at));
        });
    }

    private byte[] answer(Connection connection, StreamRow stream, PullRequest request, Instant at)
            throws SQLException {
        Map<String, Long> cursors = Objects.requireNonNullElse(request.cursors(), Map.of());
        LocalDate soon = organisations.today(stream.organisation(), at).plusDays(SOON_DAYS);
        FeedQuery.Snapshot snapshot = query.read(connection, stream.organisation(), stream.worker(), cursors, soon);
        String epoch = organisations.find(stream.organisation()).epoch();
        String digest = ManifestDigest.of(epoch, snapshot.buckets());
        boolean unchanged = cursors.isEmpty() && digest.equals(request.digest());
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 12);
        line(out, new Manifest(epoch, at, digest, unchanged, unchanged ? List.of() : told(snapshot, cursors)));
        if (!cursors.isEmpty()) {
            rows(connection, stream, cursors, snapshot, out, at);
        }
        return out.toByteArray();
    }

    /** With cursors, only the buckets asked for: the phone knows the others from the manifest that it plans by. */
    private static List<GrantedBucket> told(FeedQuery.Snapshot snapshot, Map<String, Long> cursors) {
        return cursors.isEmpty()
                ? snapshot.buckets()
                : snapshot.buckets().stream()
                        .filter(bucket -> cursors.containsKey(bucket.bucket().value()))
                        .toList();
    }

    private void rows(
            Connection connection,
            StreamRow stream,
            Map<String, Long> cursors,
            FeedQuery.Snapshot snapshot,
            ByteArrayOutputStream out,
            Instant at)
            throws SQLException {
        List<FeedQuery.Row> rows = snapshot.rows();
        boolean more = rows.size() > Limits.PULL_ROWS;
        List<FeedQuery.Row> page = more ? rows.subList(0, Limits.PULL_ROWS) : rows;
        write(connection, stream, page, out);
        line(out, new PullEnd(upto(cursors, snapshot.buckets(), page, more), more));
        audit.append(connection, stream.organisation(), audits(stream, cursors, snapshot.buckets(), page, at));
    }

    private void write(Connection connection, StreamRow stream, List<FeedQuery.Row> rows, ByteArrayOutputStream out)
            throws SQLException {
        Set<UUID> owners = new HashSet<>();
        rows.forEach(row -> row.keyOwner().ifPresent(owners::add));
        Map<UUID, SealingKey> keys = keyring.find(connection, stream.organisation(), owners);
        FeedLine lines = new FeedLine(out);
        for (FeedQuery.Row row : rows) {
            lines.add(row.head(), row.open(keys));
        }
    }

    /**
     * A bucket of which all rows are here is known up to its head; the one where the page ends, up to its last row;
     * those after it, up to where they were.
     */
    private static Map<String, Long> upto(
            Map<String, Long> cursors, List<GrantedBucket> granted, List<FeedQuery.Row> page, boolean more) {
        Map<String, Long> heads = new HashMap<>();
        granted.forEach(bucket -> heads.put(bucket.bucket().value(), bucket.head()));
        String cut = more ? page.get(page.size() - 1).head().bucket() : "";
        Map<String, Long> upto = new LinkedHashMap<>();
        boolean reached = true;
        for (Map.Entry<String, Long> cursor : cursors.entrySet()) {
            Long head = heads.get(cursor.getKey());
            if (head == null) {
                continue; // not granted: absent, as if it did not exist
            }
            if (more && cursor.getKey().equals(cut)) {
                upto.put(cut, page.get(page.size() - 1).head().position());
                reached = false;
            } else {
                upto.put(cursor.getKey(), reached ? head : cursor.getValue());
            }
        }
        return upto;
    }

    private static List<AuditEntry> audits(
            StreamRow stream,
            Map<String, Long> cursors,
            List<GrantedBucket> granted,
            List<FeedQuery.Row> page,
            Instant at) {
        List<AuditEntry> entries = new ArrayList<>();
        Map<DossierId, Integer> delivered = new LinkedHashMap<>();
        for (FeedQuery.Row row : page) {
            new BucketId(row.head().bucket()).dossier().ifPresent(dossier -> delivered.merge(dossier, 1, Integer::sum));
        }
        delivered.forEach((dossier, count) -> entries.add(new AuditEntry(
                at, stream.worker(), stream.id(), AuditEntry.Act.DELIVER, dossier, null, "records " + count)));
        Set<String> allowed = new HashSet<>();
        granted.forEach(bucket -> allowed.add(bucket.bucket().value()));
        long refused = cursors.keySet().stream()
                .filter(bucket -> !allowed.contains(bucket))
                .count();
        if (refused > 0) {
            entries.add(new AuditEntry(
                    at, stream.worker(), stream.id(), AuditEntry.Act.REFUSE, null, null, "buckets " + refused));
        }
        return entries;
    }

    private static void line(ByteArrayOutputStream out, Object value) {
        out.writeBytes(Wire.json(value).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
