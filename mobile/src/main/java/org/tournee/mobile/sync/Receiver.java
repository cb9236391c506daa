package org.tournee.mobile.sync;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.BucketState;
import org.tournee.mobile.store.PulledBuckets;
import org.tournee.mobile.store.PulledGroup;
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
import org.tournee.sync.ManifestParts;
import org.tournee.sync.Withdrawal;

/**
 * Fetches what is new: whole dossiers, in groups, what is due first.
 *
 * <p>The pages of a group stay in memory until the last one came and what they make of its buckets was compared with the
 * server's checksums; then they become visible in one transaction. A group that was cut is fetched again from its stored
 * cursors: it costs at most the rows of {@link FetchPlan#DOSSIERS} dossiers, and the file never holds half of anything.
 */
final class Receiver {

    private static final int MOST_RESTARTS = 3;

    private final ServerGateway gateway;
    private final Access access;
    private final SyncStore store;
    private final Pages pages;
    private final Agreement agreement;
    private final SyncRun.DocumentWork documents;
    /** What keeps withdrawn buckets here. */
    private Set<Standing> heldBack = Set.of();

    /** Once after a start all that is granted is asked for and compared, checksums included; then what differs. */
    private boolean wholeIsDue = true;

    Receiver(ServerGateway gateway, Access access, SyncStore store, SyncRun.DocumentWork documents) {
        this.documents = documents;
        this.gateway = gateway;
        this.access = access;
        this.store = store;
        this.pages = new Pages(gateway, access, store);
        this.agreement = new Agreement();
    }

    /** Told as a first fetch goes on. */
    interface Progress {
        /** The server's time as heard. */
        void heard(Manifest manifest);

        void received(int dossiers, int ofDossiers);

        /** The server was set back since it was last asked: what it lost is sent before anything is fetched. */
        void foundAnotherEpoch() throws ServerFailure;
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
            } catch (Pages.PlanChanged e) {
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
        if (heldBack.isEmpty() || heldBack.contains(Standing.UNSENT)) {
            return null;
        }
        return waitsForDocuments() ? Problem.DOCUMENT_HOLDS_WITHDRAWN : Problem.DRAFT_HOLDS_WITHDRAWN;
    }

    /** Whether a withdrawn dossier goes as soon as its documents are with the server. */
    boolean waitsForDocuments() {
        return heldBack.contains(Standing.DOCUMENT);
    }

    private void receive(Progress progress) throws ServerFailure, Pages.PlanChanged {
        Map<BucketId, BucketState> held = store.cursors();
        Manifest manifest =
                pages.manifest(wholeIsDue ? null : partsOf(held)).await().manifest();
        progress.heard(manifest);
        boolean newEpoch = !manifest.epoch().equals(store.epoch());
        if (manifest.unchanged() && !newEpoch) {
            return;
        }
        if (newEpoch && !store.epoch().isEmpty()) {
            documents.doubt();
            progress.foundAnotherEpoch();
        }
        FetchPlan plan = FetchPlan.of(agreement.known(manifest.buckets()), newEpoch ? Map.of() : held);
        fetch(manifest, plan, progress);
        Set<BucketId> granted = manifest.granted(held.keySet());
        giveBack(manifest, granted);
        agreement.keepOnly(granted);
        tellAlarms();
        if (newEpoch) {
            doubt(granted);
            store.keepEpoch(manifest.epoch());
        }
        // What could not be given back yet is looked at again, even where nothing is new.
        store.keepDigest(heldBack.isEmpty() ? manifest.digest() : null);
        wholeIsDue = false;
    }

    /**
     * What is held by a grant that a server which was set back does not know, and is not to be lost, stays as it is seen.
     * Its numbers say nothing any more: once it is granted again, all of it is fetched.
     */
    private void doubt(Set<BucketId> granted) {
        Map<BucketId, Long> unknown = new HashMap<>();
        Map<BucketId, Long> upto = new HashMap<>();
        store.cursors().forEach((bucket, state) -> {
            if (!granted.contains(bucket)) {
                unknown.put(bucket, BucketState.NONE.grantEpoch());
                upto.put(bucket, state.reached());
            }
        });
        if (!unknown.isEmpty()) {
            store.apply(new PulledGroup(unknown, Set.of(), List.of(), upto));
        }
    }

    private static List<String> partsOf(Map<BucketId, BucketState> held) {
        ManifestParts parts = new ManifestParts();
        held.forEach((bucket, state) -> {
            if (state.intact()) {
                parts.add(bucket, state.reached(), state.grantEpoch());
            } else {
                parts.addUnsure(bucket);
            }
        });
        return parts.digests();
    }

    /** While a group is stored, the first page of the next one is on its way. */
    private void fetch(Manifest manifest, FetchPlan plan, Progress progress) throws ServerFailure, Pages.PlanChanged {
        int total = plan.dossiers();
        int done = 0;
        Iterator<Group> groups = plan.groups().iterator();
        Optional<Pages.Fetching> next = begin(manifest, groups);
        while (next.isPresent()) {
            Pages.Fetching now = next.get();
            Pages.Fetched fetched = pages.fetched(now);
            next = begin(manifest, groups);
            keep(manifest, now.group(), fetched);
            done += now.group().dossiers();
            progress.received(done, total);
        }
    }

    private Optional<Pages.Fetching> begin(Manifest manifest, Iterator<Group> groups) throws ServerFailure {
        return groups.hasNext() ? Optional.of(pages.begin(manifest, groups.next())) : Optional.empty();
    }

    /**
     * Stores a group, compared first: nothing is seen yet of the dossiers in which something would differ, until they
     * were fetched from their beginning, once.
     */
    private void keep(Manifest manifest, Group group, Pages.Fetched fetched) throws ServerFailure, Pages.PlanChanged {
        PulledBuckets pulled = pulled(manifest, fetched);
        List<GrantedBucket> differing = agreement.differing(fetched.buckets(), pulled.states());
        if (differing.isEmpty()) {
            store(fetched, pulled);
        } else {
            wholeIsDue = true; // until it was fetched again: where that fails, parts would not tell that it differs
            store(fetched, pulled.without(ids(differing)));
            fetchAgain(manifest, group.around(differing));
        }
    }

    /** What still differs then is stored all the same: the server may count wrongly, and the rows are the newest. */
    private void fetchAgain(Manifest manifest, List<GrantedBucket> buckets) throws ServerFailure, Pages.PlanChanged {
        Pages.Fetched fetched = pages.fetched(pages.begin(manifest, FetchPlan.fromTheBeginning(buckets)));
        PulledBuckets pulled = pulled(manifest, fetched);
        store(fetched, pulled);
        agreement.alarm(agreement.differing(fetched.buckets(), pulled.states()));
    }

    private PulledBuckets pulled(Manifest manifest, Pages.Fetched fetched) {
        PulledGroup rows = fetched.rows();
        boolean newEpoch = !manifest.epoch().equals(store.epoch());
        return store.wouldBe(newEpoch ? rows.emptying(lost(manifest, fetched.buckets())) : rows);
    }

    private void store(Pages.Fetched fetched, PulledBuckets pulled) {
        store.apply(pulled);
        agreement.stored(fetched.buckets(), pulled.states());
    }

    private static Set<BucketId> ids(List<GrantedBucket> buckets) {
        return buckets.stream().map(GrantedBucket::bucket).collect(Collectors.toSet());
    }

    /** What is held of their dossiers by a grant that a server which was set back does not know: it goes with its rows. */
    private Map<BucketId, Long> lost(Manifest manifest, List<GrantedBucket> stored) {
        Map<BucketId, BucketState> held = store.cursors();
        Set<BucketId> granted = manifest.granted(held.keySet());
        Set<DossierId> dossiers = stored.stream()
                .flatMap(bucket -> bucket.bucket().dossier().stream())
                .collect(Collectors.toSet());
        Map<BucketId, Long> lost = new HashMap<>();
        held.forEach((bucket, state) -> {
            if (!granted.contains(bucket)
                    && bucket.dossier().filter(dossiers::contains).isPresent()) {
                lost.put(bucket, state.grantEpoch());
            }
        });
        return lost;
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

    /**
     * What is no longer granted goes, once everything saved there is safe with the server, documents included; then, and not before, the
     * server is told. Rules: R-SYN, R-SHARE.
     */
    private void giveBack(Manifest manifest, Set<BucketId> granted) throws ServerFailure {
        Set<BucketId> gone = new HashSet<>(store.cursors().keySet());
        gone.removeAll(granted);
        eraseIn(manifest);
        heldBack = store.withdraw(gone, documents.owing());
        Set<BucketId> held = store.cursors().keySet();
        store.endOverlaysOutside(granted);
        List<Withdrawal> givenBack = manifest.withdrawn().stream()
                .filter(withdrawal -> !held.contains(withdrawal.bucket()))
                .toList();
        if (!givenBack.isEmpty()) {
            documents.dropOutside();
            Acknowledgement told = new Acknowledgement(store.identity().streamId(), givenBack);
            access.call(token -> {
                gateway.acknowledge(told, token);
                return Boolean.TRUE;
            });
        }
    }

    /**
     * What was begun in an erased dossier goes at once, drafts and documents that were not sent included; what was saved
     * there goes as soon as the server has its place in the stream. Rule: R-GDPR.
     */
    private void eraseIn(Manifest manifest) {
        Set<DossierId> erased = manifest.withdrawn().stream()
                .filter(Withdrawal::isErased)
                .flatMap(withdrawal -> withdrawal.bucket().dossier().stream())
                .collect(Collectors.toSet());
        if (!erased.isEmpty()) {
            documents.erase(erased);
            store.forgetDrafts(erased);
        }
    }
}
