package org.tournee.mobile.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.BucketState;
import org.tournee.mobile.store.PulledGroup;
import org.tournee.mobile.store.PulledRow;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.SyncStore.Standing;
import org.tournee.mobile.sync.FetchPlan.Group;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.sync.Acknowledgement;
import org.tournee.sync.BucketId;
import org.tournee.sync.ChecksumAlarm;
import org.tournee.sync.GrantedBucket;
import org.tournee.sync.Manifest;
import org.tournee.sync.Operation;
import org.tournee.sync.PullEnd;
import org.tournee.sync.PullRequest;
import org.tournee.sync.Withdrawal;

/**
 * Fetches what is new: whole dossiers, in groups, what is due first.
 *
 * <p>The pages of a group stay in memory until the last one came; then they become visible in one transaction. A group
 * that was cut is fetched again from its stored cursors: it costs at most the rows of {@link FetchPlan#DOSSIERS}
 * dossiers, and the file never holds half of anything.
 */
final class Receiver {

    private static final int MOST_RESTARTS = 3;

    private final ServerGateway gateway;
    private final Access access;
    private final SyncStore store;
    private final Agreement agreement;
    /** What keeps withdrawn buckets here. */
    private Set<Standing> heldBack = Set.of();

    Receiver(ServerGateway gateway, Access access, SyncStore store) {
        this.gateway = gateway;
        this.access = access;
        this.store = store;
        this.agreement = new Agreement(store);
    }

    /** Told as a first fetch goes on. */
    interface Progress {
        /** The server's time as heard. */
        void heard(Manifest manifest);

        void received(int dossiers, int ofDossiers);
    }

    /** A grant changed between two pages: the plan is made again. */
    private static final class PlanChanged extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Fetches until nothing is new.
     *
     * @return what the worker should know; null where phone and server agree
     */
    @Nullable
    Problem receiveAll(Progress progress) throws ServerFailure {
        for (int attempt = 1; ; attempt++) {
            try {
                receive(progress);
                return problem();
            } catch (PlanChanged e) {
                if (attempt == MOST_RESTARTS) {
                    throw ServerFailure.of(Kind.TEMPORARY, e);
                }
            }
        }
    }

    private @Nullable Problem problem() {
        if (!agreement.stands()) {
            return Problem.CONTENTS_DIFFER;
        }
        return heldBack.equals(Set.of(Standing.DRAFT)) ? Problem.DRAFT_HOLDS_WITHDRAWN : null;
    }

    private void receive(Progress progress) throws ServerFailure, PlanChanged {
        String digest = store.digest().orElse(null);
        Manifest manifest = pull(asking(store.epoch(), digest, null)).manifest();
        progress.heard(manifest);
        boolean newEpoch = !manifest.epoch().equals(store.epoch());
        if (manifest.unchanged() && !newEpoch) {
            return;
        }
        Map<BucketId, BucketState> held = store.cursors();
        FetchPlan plan = FetchPlan.of(agreement.known(manifest.buckets()), newEpoch ? Map.of() : held);
        fetch(manifest, plan, progress);
        Set<BucketId> granted = new HashSet<>();
        manifest.buckets().forEach(bucket -> granted.add(bucket.bucket()));
        giveBack(manifest, granted);
        agreement.keepOnly(granted);
        tellAlarms();
        if (newEpoch) {
            store.keepEpoch(manifest.epoch());
        }
        // What could not be given back yet is looked at again, even where nothing is new.
        store.keepDigest(heldBack.isEmpty() ? manifest.digest() : null);
    }

    private void fetch(Manifest manifest, FetchPlan plan, Progress progress) throws ServerFailure, PlanChanged {
        int total = plan.dossiers();
        int done = 0;
        for (Group group : plan.groups()) {
            keep(manifest, group);
            done += group.dossiers();
            progress.received(done, total);
        }
    }

    /** Stores a group; the dossiers in which something differs afterwards are fetched from their beginning, once. */
    private void keep(Manifest manifest, Group group) throws ServerFailure, PlanChanged {
        List<GrantedBucket> differing = differing(stored(manifest, group));
        if (!differing.isEmpty()) {
            agreement.alarm(differing(stored(manifest, FetchPlan.fromTheBeginning(group.around(differing)))));
        }
    }

    private List<GrantedBucket> differing(List<GrantedBucket> stored) {
        return agreement.differing(agreement.known(stored));
    }

    private void tellAlarms() throws ServerFailure {
        for (BucketId bucket : agreement.untold()) {
            ChecksumAlarm alarm = new ChecksumAlarm(store.identity().streamId(), bucket);
            access.call(token -> {
                gateway.alarm(alarm, token);
                return Boolean.TRUE;
            });
            agreement.told(bucket);
        }
    }

    /** Fetches and stores; the buckets as the last page told them. */
    private List<GrantedBucket> stored(Manifest manifest, Group group) throws ServerFailure, PlanChanged {
        Map<String, Long> cursors = new LinkedHashMap<>();
        group.buckets().forEach(bucket -> cursors.put(bucket.bucket().value(), group.cursor(bucket)));
        List<PulledRow> rows = new ArrayList<>();
        while (true) {
            PullAnswer page = pull(asking(manifest.epoch(), null, cursors));
            if (!page.manifest().epoch().equals(manifest.epoch())
                    || !group.stillGrantedBy(page.manifest().buckets())) {
                throw new PlanChanged();
            }
            PullEnd end = page.end();
            advance(cursors, page.rows());
            rows.addAll(page.rows());
            if (end == null || (end.more() && page.rows().isEmpty())) {
                throw ServerFailure.of(Kind.UNEXPECTED); // more, but nothing came: not to be asked in a loop
            }
            if (!end.more()) {
                store.apply(whole(group, rows, end));
                return group.of(page.manifest().buckets());
            }
        }
    }

    /** The next page begins after the last row received of each bucket. */
    private static void advance(Map<String, Long> cursors, List<PulledRow> rows) throws ServerFailure {
        for (PulledRow pulled : rows) {
            Long cursor = cursors.get(pulled.row().bucket().value());
            if (cursor == null || pulled.row().position() <= cursor) {
                throw ServerFailure.of(Kind.UNEXPECTED); // not asked for, or out of order: a gap could hide behind it
            }
            cursors.put(pulled.row().bucket().value(), pulled.row().position());
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
     * What is no longer granted goes, once everything saved there is safe with the server; then, and not before, the
     * server is told. Rules: R-SYN, R-SHARE.
     */
    private void giveBack(Manifest manifest, Set<BucketId> granted) throws ServerFailure {
        Set<BucketId> gone = new HashSet<>(store.cursors().keySet());
        gone.removeAll(granted);
        heldBack = store.withdraw(gone);
        Set<BucketId> held = store.cursors().keySet();
        endOverlays(granted, held);
        List<Withdrawal> givenBack = manifest.withdrawn().stream()
                .filter(withdrawal -> !held.contains(withdrawal.bucket()))
                .toList();
        if (!givenBack.isEmpty()) {
            Acknowledgement told = new Acknowledgement(store.identity().streamId(), givenBack);
            access.call(token -> {
                gateway.acknowledge(told, token);
                return Boolean.TRUE;
            });
        }
    }

    private PullRequest asking(String epoch, @Nullable String digest, @Nullable Map<String, Long> cursors) {
        return new PullRequest(store.identity().streamId(), epoch, digest, cursors, Operation.SCHEMA);
    }

    /** What is held back is still seen, with the worker's own writes over it. */
    private void endOverlays(Set<BucketId> granted, Set<BucketId> held) {
        Set<BucketId> seen = new HashSet<>(granted);
        seen.addAll(held);
        store.endOverlaysOutside(seen);
    }

    private PullAnswer pull(PullRequest request) throws ServerFailure {
        return access.call(token -> gateway.pull(request, token));
    }
}
