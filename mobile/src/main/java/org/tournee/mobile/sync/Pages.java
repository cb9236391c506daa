package org.tournee.mobile.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.PulledGroup;
import org.tournee.mobile.store.PulledRow;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.FetchPlan.Group;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.BucketId;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Manifest;
import org.tournee.sync.Operation;
import org.tournee.sync.PullEnd;
import org.tournee.sync.PullRequest;

/** Fetches the pages of a group of buckets: while one is read here, the next is on its way. */
final class Pages {

    private final ServerGateway gateway;
    private final Access access;
    private final SyncStore store;

    Pages(ServerGateway gateway, Access access, SyncStore store) {
        this.gateway = gateway;
        this.access = access;
        this.store = store;
    }

    /** A group whose first page is on its way. */
    record Fetching(Manifest manifest, Group group, Map<String, Long> cursors, Awaited<PullAnswer> firstPage) {}

    /**
     * All of a group.
     *
     * @param buckets as the last page told them
     */
    record Fetched(PulledGroup rows, List<GrantedBucket> buckets) {}

    /** A grant changed between two pages: the plan is made again. */
    static final class PlanChanged extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Asks for the first page of a group, and returns while it is on its way. */
    Fetching begin(Manifest manifest, Group group) throws ServerFailure {
        Map<String, Long> cursors = new LinkedHashMap<>();
        group.buckets().forEach(bucket -> cursors.put(bucket.bucket().value(), group.cursor(bucket)));
        return new Fetching(manifest, group, cursors, page(manifest, cursors));
    }

    private Awaited<PullAnswer> page(Manifest manifest, Map<String, Long> cursors) throws ServerFailure {
        return ask(
                new PullRequest(store.identity().streamId(), manifest.epoch(), null, null, cursors, Operation.SCHEMA));
    }

    /** The rest of a group's pages: while one is read, the next is on its way. */
    Fetched fetched(Fetching begun) throws ServerFailure, PlanChanged {
        Group group = begun.group();
        List<PulledRow> rows = new ArrayList<>();
        Map<String, Long> cursors = begun.cursors();
        Awaited<PullAnswer> coming = begun.firstPage();
        while (true) {
            PullAnswer page = coming.await();
            if (!page.manifest().epoch().equals(begun.manifest().epoch())
                    || !group.stillGrantedBy(page.manifest().buckets())) {
                throw new PlanChanged();
            }
            PullEnd end = page.end();
            if (end == null || (end.more() && page.lines().isEmpty())) {
                throw ServerFailure.of(Kind.UNEXPECTED); // more, but nothing came: not to be asked in a loop
            }
            Map<String, Long> reached = reached(cursors, end);
            if (end.more()) {
                coming = page(begun.manifest(), reached);
            }
            List<PulledRow> read = read(page);
            check(cursors, reached, read);
            rows.addAll(read);
            if (!end.more()) {
                return new Fetched(
                        whole(group, rows, end), group.of(page.manifest().buckets()));
            }
            cursors = reached;
        }
    }

    private static List<PulledRow> read(PullAnswer page) throws ServerFailure {
        try {
            return page.rows();
        } catch (MalformedException e) {
            throw ServerFailure.of(Kind.UNEXPECTED, e);
        }
    }

    /** Where the next page begins: up to there the server says that nothing is missing. */
    private static Map<String, Long> reached(Map<String, Long> cursors, PullEnd end) {
        Map<String, Long> reached = new LinkedHashMap<>(cursors);
        reached.replaceAll((bucket, cursor) -> Math.max(cursor, end.upto().getOrDefault(bucket, cursor)));
        return reached;
    }

    /** What was not asked for, out of order or beyond what the page says it holds: a gap could hide behind it. */
    private static void check(Map<String, Long> cursors, Map<String, Long> reached, List<PulledRow> rows)
            throws ServerFailure {
        Map<String, Long> last = new HashMap<>(cursors);
        for (PulledRow pulled : rows) {
            String bucket = pulled.row().bucket().value();
            long position = pulled.row().position();
            Long before = last.put(bucket, position);
            if (before == null || position <= before || position > reached.getOrDefault(bucket, 0L)) {
                throw ServerFailure.of(Kind.UNEXPECTED);
            }
        }
    }

    private static PulledGroup whole(Group group, List<PulledRow> rows, PullEnd end) {
        Map<BucketId, Long> grants = new HashMap<>();
        Map<BucketId, Long> upto = new HashMap<>();
        for (GrantedBucket bucket : group.buckets()) {
            grants.put(bucket.bucket(), bucket.grantEpoch());
            Long reached = end.upto().get(bucket.bucket().value());
            if (reached != null) {
                upto.put(bucket.bucket(), reached);
            }
        }
        return new PulledGroup(grants, group.fresh(), rows, upto);
    }

    /**
     * Asks what is granted, and returns while the answer is on its way.
     *
     * @param parts what is held; null for all that is granted, whatever is held
     */
    Awaited<PullAnswer> manifest(@Nullable List<String> parts) throws ServerFailure {
        return ask(new PullRequest(
                store.identity().streamId(),
                store.epoch(),
                store.digest().orElse(null),
                parts,
                null,
                Operation.SCHEMA));
    }

    private Awaited<PullAnswer> ask(PullRequest request) throws ServerFailure {
        return access.begin(token -> gateway.pull(request, token));
    }
}
