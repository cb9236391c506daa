package org.tournee.mobile.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.sync.BucketId;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Outcome;

/** What the sync engine needs of the store. All writing is durable when it returns. Rule: R-SYN. */
public interface SyncStore extends PhoneStore {

    StreamIdentity identity();

    /** The token that gets the next access; empty where the worker must sign in again. */
    String refreshToken();

    void keepRefreshToken(String token);

    /**
     * Tries a PIN, counted like a try to unlock. Takes a second, on purpose: not on the screen's thread.
     *
     * @return empty where it opens the store
     */
    Optional<PinChange.WrongPin> tryPin(String pin);

    /**
     * Gives the store another PIN; whatever ends it in between, the present one goes on opening it. The present one is
     * counted like a try to unlock. Takes seconds, on purpose: not on the screen's thread.
     *
     * @param cost of trying the new one
     * @throws StoreException with the present PIN as it was
     */
    PinChange changePin(String present, String next, PinCost cost);

    /** The key under which the bytes of documents are sealed, 32 bytes in Base64; made when first asked for. */
    String documentsKey();

    /** Of the grant under which the dossier is held; 0 where it is not. */
    long grantEpoch(DossierId dossier);

    /** What the server gave to seal to, 32 bytes in Base64: what is saved from now on can be delivered without the PIN. */
    void keepDoorKey(String doorKey);

    /**
     * What the server has not answered, sealed and signed for its push-only door, as much as one delivery takes.
     *
     * @param afterSeq the last operation that was delivered already
     */
    List<DoorEnvelope> undelivered(long afterSeq);

    /** Whether every operation that the server has not answered can be delivered at its push-only door. */
    boolean allSealed();

    /** Leaves: the tokens and all that was received go; what is not sent yet, and drafts, stay sealed. */
    void signOut();

    /** Every operation of the present stream that is kept, as the server can be asked about it. */
    List<HeldRequest.Claim> claims();

    /** The server does not hold those operations of the present stream: they count as not answered. */
    void notHeld(Set<Long> opSeqs);

    /** The stream to go on with; made when first asked for, the same until it succeeded. */
    Successor successor();

    /**
     * Goes on with the successor, in one transaction: what the server did not answer is said again by new operations.
     *
     * @param refreshToken the first of the successor's
     */
    void succeed(Successor successor, String refreshToken);

    /** What the server proved to hold of earlier streams of this file, but could still lose. */
    List<HeldRequest> formerClaims();

    /**
     * Keeps what the server says of them now: what it holds durably is let go of, what it does not hold is said again.
     */
    void formerHeld(HeldRequest asked, HeldAnswer answer);

    /** The server's epoch as last heard; empty before the first time. */
    String epoch();

    void keepEpoch(String epoch);

    /** The digest of the last manifest of which everything was stored. */
    Optional<String> digest();

    /** Keeps the digest once everything of its manifest is stored; null forgets it. */
    void keepDigest(@Nullable String digest);

    /** Notes that phone and server agreed: at most once an hour, for days alone are told of it. */
    void keepAgreedAt(Instant at);

    /** The oldest operations that the server has not answered, whole transactions only, within the bounds of a push. */
    List<Unsent> unsent();

    /** The same, of those after operation {@code opSeq}. */
    List<Unsent> unsentAfter(long opSeq);

    /**
     * Keeps what the server said of operations, and lets go of those that a restore of it cannot lose.
     *
     * @param durableSeq the last operation that is durable there
     */
    void answered(List<Outcome> outcomes, long durableSeq);

    /**
     * Sends again from that operation on: the server does not hold it.
     *
     * @return whether all of them are still kept here
     */
    boolean sendAgainFrom(long opSeq);

    /** The number of the last operation saved; 0 for none. */
    long lastOpSeq();

    /** The hash of the operation of that number, as far as this file knows it still. */
    Optional<String> hashOf(long opSeq);

    /** The greatest number that the server answered, as far as it is still kept here; 0 for none. */
    long lastAnswered();

    /**
     * The last operation up to which the server answered all; 0 for none. It is of one moment: what is saved meanwhile
     * counts as not answered, for a server that is told too much believes that it was set back, and ends its epoch.
     */
    long answeredUpTo();

    /** Operations that the server answered but could still lose. */
    int answeredNotDurable();

    /** How far each bucket got. */
    Map<BucketId, BucketState> cursors();

    /** What the buckets of a group would become; nothing is stored, and nothing seen. */
    PulledBuckets wouldBe(PulledGroup group);

    /** Stores rows and cursors in one transaction; overlays that they make needless end in it. */
    void apply(PulledBuckets pulled);

    /** The same for rows that need no look before they are seen. */
    default void apply(PulledGroup group) {
        apply(wouldBe(group));
    }

    /** Forgets every form that was begun in those dossiers: they are erased. Durable when it returns. Rule: R-GDPR. */
    void forgetDrafts(Set<DossierId> dossiers);

    /**
     * Ends what the worker is not entitled to any more. Nothing new may be begun there; what was saved there is sent
     * first, documents included, and a form that was begun there is finished or thrown away first. Then those buckets and all their rows go,
     * in one transaction.
     *
     * @param buckets all that are held and not granted; none ends the freezing of those granted again
     * @param owing the dossiers with a document that the server does not hold yet
     * @return what holds back those that are still there
     */
    Set<Standing> withdraw(Set<BucketId> buckets, Set<DossierId> owing);

    /** What keeps a withdrawn bucket on the phone. */
    enum Standing {
        /** Nothing. */
        FREE,
        /** Something that was saved there could still be lost. */
        UNSENT,
        /** The bytes of a document that was taken in there are not with the server yet. */
        DOCUMENT,
        /** A form was begun there, and neither saved nor thrown away. */
        DRAFT
    }

    /** Overlays that wait for a bucket which nobody will send: they end, but for dossiers that are held back here. */
    void endOverlaysOutside(Set<BucketId> granted);

    /**
     * An operation to be sent, verbatim.
     *
     * @param line its JSON as UTF-8
     */
    @SuppressWarnings("ArrayRecordComponent") // sent once, never compared
    record Unsent(long opSeq, byte[] line) {}
}
