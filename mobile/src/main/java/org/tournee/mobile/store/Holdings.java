package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordId;

/**
 * All that the store holds, unsealed, in memory. Never changed: a write makes the next one and replaces it, so that
 * readers see whole transactions without a lock.
 */
final class Holdings {

    private final WorkerId worker;
    private final Map<BucketId, HeldBucket> buckets;
    private final List<HeldOperation> outbox;
    private final Map<DossierId, Contents> dossiers;
    private final Map<Long, DossierId> followed;

    private Holdings(
            WorkerId worker,
            Map<BucketId, HeldBucket> buckets,
            List<HeldOperation> outbox,
            Map<DossierId, Contents> dossiers) {
        this.worker = worker;
        this.buckets = Collections.unmodifiableMap(buckets);
        this.outbox = List.copyOf(outbox);
        this.dossiers = Collections.unmodifiableMap(dossiers);
        this.followed = followed();
    }

    /** The same as it is seen. */
    private Holdings(Holdings same, Map<DossierId, Contents> dossiers) {
        this.worker = same.worker;
        this.buckets = same.buckets;
        this.outbox = same.outbox;
        this.dossiers = Collections.unmodifiableMap(dossiers);
        this.followed = same.followed;
    }

    /** What a file holds. */
    static Holdings of(WorkerId worker, Map<BucketId, HeldBucket> buckets, List<HeldOperation> outbox) {
        Holdings bare = new Holdings(worker, buckets, outbox, Map.of());
        Set<DossierId> all = new HashSet<>();
        buckets.keySet().forEach(bucket -> bucket.dossier().ifPresent(all::add));
        outbox.forEach(held -> all.add(held.operation().dossierId()));
        return bare.refreshed(all, bare);
    }

    /** The same with another outbox; the dossiers named are looked at afresh. */
    Holdings withOutbox(List<HeldOperation> now, Set<DossierId> changed) {
        return new Holdings(worker, buckets, now, dossiers).refreshed(changed, this);
    }

    /** The same with some buckets replaced and another outbox. */
    Holdings with(Collection<HeldBucket> replaced, List<HeldOperation> now, Set<DossierId> changed) {
        Map<BucketId, HeldBucket> all = new LinkedHashMap<>(buckets);
        replaced.forEach(bucket -> all.put(bucket.id(), bucket));
        return new Holdings(worker, all, now, dossiers).refreshed(changed, this);
    }

    /** The same without some buckets. */
    Holdings without(Set<BucketId> gone, List<HeldOperation> now, Set<DossierId> changed) {
        Map<BucketId, HeldBucket> left = new LinkedHashMap<>(buckets);
        left.keySet().removeAll(gone);
        return new Holdings(worker, left, now, dossiers).refreshed(changed, this);
    }

    /** @param before what was held: where operations were laid over another dossier, that one is looked at again too */
    private Holdings refreshed(Set<DossierId> named, Holdings before) {
        Set<DossierId> changed = new HashSet<>(named);
        changed.addAll(followed.values());
        changed.addAll(before.followed.values());
        Map<DossierId, List<HeldRow>> rows = new HashMap<>();
        for (HeldBucket bucket : buckets.values()) {
            bucket.id()
                    .dossier()
                    .filter(changed::contains)
                    .ifPresent(dossier -> rows.computeIfAbsent(dossier, id -> new ArrayList<>())
                            .addAll(bucket.all()));
        }
        Map<DossierId, List<HeldOperation>> waiting = new HashMap<>();
        for (HeldOperation held : outbox) {
            if (held.overlay()) {
                DossierId dossier = Objects.requireNonNull(
                        followed.getOrDefault(held.seq(), held.operation().dossierId()));
                if (changed.contains(dossier)) {
                    waiting.computeIfAbsent(dossier, id -> new ArrayList<>()).add(held);
                }
            }
        }
        Map<DossierId, Contents> next = new LinkedHashMap<>(dossiers);
        for (DossierId dossier : changed) {
            List<HeldRow> held = rows.getOrDefault(dossier, List.of());
            List<HeldOperation> laid = waiting.getOrDefault(dossier, List.of());
            if (held.isEmpty() && laid.isEmpty()) {
                next.remove(dossier);
            } else {
                next.put(dossier, new Contents(dossier, worker, held, laid));
            }
        }
        return new Holdings(this, next);
    }

    /**
     * By number, operations whose record is in another dossier by now, with that one: it was merged into it meanwhile, and what
     * the worker wrote is seen where the record is. Rule: R-DUP.
     */
    private Map<Long, DossierId> followed() {
        List<Operation> elsewhere = outbox.stream()
                .filter(HeldOperation::overlay)
                .map(HeldOperation::operation)
                .filter(operation -> operation.action() != Action.CREATE && !isInItsDossier(operation))
                .toList();
        if (elsewhere.isEmpty()) {
            return Map.of(); // nearly always
        }
        Set<RecordId> made = outbox.stream()
                .filter(held -> held.overlay() && held.operation().action() == Action.CREATE)
                .map(held -> held.operation().recordId())
                .collect(Collectors.toSet());
        Map<Long, DossierId> followed = new HashMap<>();
        for (Operation operation : elsewhere) {
            if (!made.contains(operation.recordId())) {
                buckets.values().stream()
                        .filter(bucket -> bucket.rows().containsKey(operation.recordId()))
                        .flatMap(bucket -> bucket.id().dossier().stream())
                        .findFirst()
                        .ifPresent(dossier -> followed.put(operation.opSeq(), dossier));
            }
        }
        return followed;
    }

    private boolean isInItsDossier(Operation operation) {
        HeldBucket service = buckets.get(BucketId.service(operation.dossierId()));
        return (service != null && service.rows().containsKey(operation.recordId()))
                || buckets.values().stream()
                        .anyMatch(bucket -> bucket.id()
                                        .dossier()
                                        .filter(operation.dossierId()::equals)
                                        .isPresent()
                                && bucket.rows().containsKey(operation.recordId()));
    }

    Map<BucketId, HeldBucket> buckets() {
        return buckets;
    }

    Optional<HeldBucket> bucket(BucketId id) {
        return Optional.ofNullable(buckets.get(id));
    }

    /** The operations that are kept, by number. */
    List<HeldOperation> outbox() {
        return outbox;
    }

    Map<DossierId, Contents> dossiers() {
        return dossiers;
    }

    /** A row of a bucket that belongs to no dossier. */
    Optional<HeldRow> row(BucketId bucket, RecordId id) {
        return bucket(bucket).map(held -> held.rows().get(id));
    }
}
