package org.tournee.mobile.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.BucketId;
import org.tournee.sync.DoorEnvelope;

/** Where a store keeps what it holds, opened, one writer at a time; on a phone a sealed file ({@link SqliteDisk}). */
interface PhoneDisk {

    /**
     * Everything that is kept. Buckets that were altered are not {@link BucketState#intact}, and the digest is forgotten.
     *
     * @throws StoreException UNREADABLE where anything was altered that no server can give again
     */
    Kept load();

    /**
     * Takes all of the steps or none of them; durable when it returns.
     *
     * @throws StoreException when the disk refuses, with nothing written
     */
    void commit(List<Step> steps);

    /** What guards it: a PIN. */
    PinTry.Guard guard();

    /** The bytes that it takes. */
    long bytes();

    /** The bytes that the device has left; empty where it does not tell. */
    OptionalLong freeBytes();

    /** Lets it grow by so many pages and no more: a disk that fills. */
    void allowPages(int more);

    void close();

    /** One change of what is kept. */
    sealed interface Step {}

    /** A single value by name; null takes it away. */
    record KeepFact(String name, @Nullable String value) implements Step {}

    /** What a form held when it was left. */
    record KeepDraft(String form, DraftTable.Draft draft) implements Step {}

    record ForgetDraft(DraftTable.Draft draft) implements Step {}

    /** Where the stream of operations stands from now on. */
    record KeepChain(Chain chain) implements Step {}

    /** New operations, whose bytes never change. */
    record Insert(List<HeldOperation> made) implements Step {}

    /** What became of operations. */
    record Update(Collection<HeldOperation> changed) implements Step {}

    /** Operations that nothing needs any more, in the order of their numbers. */
    record LetGo(List<HeldOperation> gone) implements Step {}

    /** Buckets as they are from now on, with the rows that arrived in each. */
    record Receive(List<HeldBucket> buckets, PulledGroup group) implements Step {}

    /** Buckets that go, with all their rows. */
    record Purge(List<HeldBucket> buckets) implements Step {}

    /** Envelopes of new operations, to be delivered without the PIN if need be. */
    record KeepEnvelopes(List<DoorEnvelope> envelopes) implements Step {}

    record ForgetEnvelopes(List<DoorEnvelope> envelopes) implements Step {}

    /** Another stream goes on in this place: nothing of the outbox and of its envelopes stays there. */
    record Succeed(StreamIdentity successor) implements Step {}

    /** Operations of earlier streams that must still be kept. */
    record PutAside(Collection<FormerOperation> former) implements Step {}

    record ForgetFormer(Collection<FormerOperation> former) implements Step {}

    /** The same data key under another PIN. */
    record KeepLock(PinLock lock) implements Step {}

    /** How often the PIN was missed in a row. */
    record KeepTries(PinTries tries) implements Step {}

    /**
     * What was kept.
     *
     * @param facts single values by name
     * @param drafts by form
     * @param outbox by number
     * @param envelopes by number
     * @param former of earlier streams
     */
    record Kept(
            Map<String, String> facts,
            Map<String, DraftTable.Draft> drafts,
            Chain chain,
            Map<BucketId, HeldBucket> buckets,
            List<HeldOperation> outbox,
            List<DoorEnvelope> envelopes,
            List<FormerOperation> former) {}
}
