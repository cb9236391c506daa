package org.tournee.mobile.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.SyncStore.Standing;
import org.tournee.sync.BucketId;

/**
 * What holds a withdrawn bucket back: what was saved there and could still be lost, the bytes of a document that was
 * taken in there, or a form that was begun. All are the worker's, and end before anything goes. Rules: R-SHARE, R-REC.
 */
final class Withdrawals {

    private Withdrawals() {}

    /** @param owing dossiers with a document that the server does not hold yet */
    static Standing standing(
            BucketId bucket, List<HeldOperation> outbox, Chain chain, Set<DossierId> owing, Collection<String> drafts) {
        Optional<DossierId> dossier = bucket.dossier();
        if (dossier.isEmpty()) {
            return Standing.FREE;
        }
        boolean waits = outbox.stream()
                .filter(held -> held.operation().dossierId().equals(dossier.get()))
                .anyMatch(held -> !held.isAcknowledged() || held.seq() > chain.durableSeq());
        if (waits) {
            return Standing.UNSENT;
        }
        if (owing.contains(dossier.get())) {
            return Standing.DOCUMENT;
        }
        return hasDraft(dossier.get(), drafts) ? Standing.DRAFT : Standing.FREE;
    }

    /** Forms are named after their dossier. */
    static boolean hasDraft(DossierId dossier, Collection<String> drafts) {
        return drafts.stream().anyMatch(form -> form.contains(dossier.toString()));
    }

    /** As they are kept: nothing new is begun in these dossiers. */
    static String text(Set<DossierId> frozen) {
        return frozen.stream().map(DossierId::toString).sorted().collect(Collectors.joining(" "));
    }

    static Set<DossierId> read(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(id -> !id.isEmpty())
                .map(id -> new DossierId(UUID.fromString(id)))
                .collect(Collectors.toCollection(HashSet::new));
    }
}
