package org.tournee.mobile.store;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.sync.RecordId;

/**
 * The bytes of a document as this phone has them, and how far they got.
 *
 * @param document the record that describes it
 * @param grantEpoch of the grant under which it was taken in
 * @param sentBytes how many the server has
 * @param refusal why the server does not take them; null where it did not refuse
 * @param takenAt by the phone's clock; shown, never compared
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record KeptDocument(
        RecordId document,
        DossierId dossier,
        long grantEpoch,
        long sizeBytes,
        String sha256,
        long sentBytes,
        State state,
        @Nullable Refusal refusal,
        Instant takenAt) {

    public KeptDocument {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(takenAt, "takenAt");
    }

    /** Where the bytes are. */
    public enum State {
        /** Here; their description is not saved yet. */
        TAKEN,
        /** Here, and to be sent. */
        WAITING,
        /** Here; the server does not take them, and says why. */
        REFUSED,
        /** Here and held by the server. */
        HELD,
        /** Here, as the server gave it: whether it holds it still is the description's to say. */
        FETCHED,
        /** With the server; somebody here wants to see them. */
        WANTED
    }

    /** Why the server does not take the bytes; each has a message that says what to do. */
    public enum Refusal {
        NOT_ALLOWED,
        ALTERED,
        DIFFERS,
        TOO_LARGE
    }

    /** Whether the bytes themselves are on this phone. */
    public boolean isHere() {
        return state != State.WANTED;
    }

    /** Whether its bytes are here beside those that the server has, or gave. */
    public boolean isWithServer() {
        return state == State.HELD || state == State.FETCHED;
    }

    /** How much of it the server has, 0 to 100. */
    public int percent() {
        return (int) (100 * sentBytes / Math.max(1, sizeBytes));
    }

    KeptDocument as(State now, @Nullable Refusal why, long sent) {
        return new KeptDocument(document, dossier, grantEpoch, sizeBytes, sha256, sent, now, why, takenAt);
    }
}
