package org.tournee.server.sync;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Limits;
import org.tournee.sync.Manifest;
import org.tournee.sync.ManifestParts;
import org.tournee.sync.PullEnd;
import org.tournee.sync.PullRequest;

/**
 * Answers a pull: the manifest, then rows, then the end. Manifest and rows come from one statement, which is one
 * snapshot; the audit of what is delivered is written in the same transaction. Rules: R-SYN, R-SHARE, R-AUD.
 */
@Singleton
public class Feed {

    /** What is due so soon is delivered first. */
    private static final int SOON_DAYS = 14;

    private final SyncLedger ledger;
    private final FeedWatch watch;

    /** A feed of which nobody notes how far streams are. */
    public Feed(SyncLedger ledger) {
        this(ledger, FeedWatch.NOBODY);
    }

    @Inject
    Feed(SyncLedger ledger, FeedWatch watch) {
        this.ledger = ledger;
        this.watch = watch;
    }

    /** The whole answer; empty where the stream is unknown or revoked. A frozen one still receives. */
    public Optional<FeedAnswer> answer(OrganisationId organisation, PullRequest request, Instant at) {
        return ledger.write(
                organisation,
                transaction -> transaction.stream(request.streamId())
                        .filter(row -> row.state() != StreamRow.State.REVOKED)
                        .map(stream -> answer(transaction, stream, request, at)));
    }

    private FeedAnswer answer(SyncTransaction transaction, StreamRow stream, PullRequest request, Instant at) {
        Map<String, Long> cursors = Objects.requireNonNullElse(request.cursors(), Map.of());
        boolean all = cursors.isEmpty() && request.parts() == null;
        LocalDate soon = all ? transaction.organisation().dayOf(at).plusDays(SOON_DAYS) : null;
        FeedSnapshot snapshot = PullSchema.readBy(request.schema(), transaction.snapshot(stream, cursors, soon));
        String epoch =
                showsALoss(stream, request, cursors, snapshot) ? transaction.mintEpoch(stream.epoch()) : stream.epoch();
        if (cursors.isEmpty()) {
            Manifest manifest = manifest(request, epoch, snapshot, at);
            if (manifest.unchanged()) {
                watch.everything(stream, manifest.digest(), snapshot.buckets(), at);
            }
            return new FeedAnswer(manifest);
        }
        watch.cursors(stream, cursors, at);
        Manifest manifest = new Manifest(epoch, at, "", false, snapshot.buckets(), null, snapshot.withdrawn());
        return rows(transaction, stream, cursors, snapshot, manifest);
    }

    private static Manifest manifest(PullRequest request, String epoch, FeedSnapshot snapshot, Instant at) {
        String digest = ManifestDigest.of(epoch, snapshot.buckets(), snapshot.withdrawn());
        if (digest.equals(request.digest())) {
            return new Manifest(epoch, at, digest, true, List.of(), null, List.of());
        }
        // What a phone holds of another epoch may have the same positions, and be something else.
        if (request.parts() == null || !epoch.equals(request.epoch())) {
            return new Manifest(epoch, at, digest, false, snapshot.buckets(), null, snapshot.withdrawn());
        }
        ManifestParts parts = new ManifestParts();
        snapshot.buckets().forEach(bucket -> parts.add(bucket.bucket(), bucket.head(), bucket.grantEpoch()));
        Set<Integer> differing = ManifestParts.differing(request.parts(), parts.digests());
        List<GrantedBucket> told = snapshot.buckets().stream()
                .filter(bucket -> differing.contains(ManifestParts.of(bucket.bucket())))
                .toList();
        return new Manifest(epoch, at, digest, false, told, differing, snapshot.withdrawn());
    }

    /** Whether the phone has seen a position that the server has not given: it was set back. */
    private static boolean showsALoss(
            StreamRow stream, PullRequest request, Map<String, Long> cursors, FeedSnapshot snapshot) {
        return request.epoch().equals(stream.epoch())
                && snapshot.buckets().stream()
                        .anyMatch(bucket -> cursors.getOrDefault(bucket.bucket().value(), 0L) > bucket.head());
    }

    private static FeedAnswer rows(
            SyncTransaction transaction,
            StreamRow stream,
            Map<String, Long> cursors,
            FeedSnapshot snapshot,
            Manifest manifest) {
        List<FeedSnapshot.Row> rows = snapshot.rows();
        boolean more = rows.size() > Limits.PULL_ROWS;
        // Opened before the audit: what was altered fails the delivery, and the audit has none that was not made.
        List<FeedSnapshot.Row> page = rows.stream()
                .limit(Limits.PULL_ROWS)
                .map(FeedSnapshot.Row::opened)
                .toList();
        transaction.audit(audits(stream, cursors, snapshot.buckets(), page, manifest.serverTime()));
        return new FeedAnswer(manifest, page, new PullEnd(upto(cursors, snapshot.buckets(), page, more), more));
    }

    /**
     * A bucket of which all rows are here is known up to its head; the one where the page ends, up to its last row;
     * those after it, up to where they were.
     */
    private static Map<String, Long> upto(
            Map<String, Long> cursors, List<GrantedBucket> granted, List<FeedSnapshot.Row> page, boolean more) {
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
            List<FeedSnapshot.Row> page,
            Instant at) {
        List<AuditEntry> entries = new ArrayList<>();
        Map<DossierId, Integer> delivered = new LinkedHashMap<>();
        for (FeedSnapshot.Row row : page) {
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
}
