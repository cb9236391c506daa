package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of an operation. Whatever it says but {@code ERASED}, the server durably holds the
 * operation.
 *
 * @param verdict what became of it
 * @param reason why it was returned; null otherwise
 * @param bucket where its effect appears, null where there is none to wait for
 * @param position the position of the effect in {@code bucket}: the phone shows its own pending value until it has
 *     pulled that far; 0 without a bucket
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Outcome(
        long opSeq,
        Verdict verdict,
        @Nullable ReturnReason reason,
        @Nullable BucketId bucket,
        long position) {

    public Outcome {
        Objects.requireNonNull(verdict, "verdict");
    }

    /** The ends of an operation. */
    public enum Verdict {
        /** It stands as written. */
        APPLIED,
        /** It stands, beside what others wrote to other groups meanwhile. */
        MERGED,
        /** At least one of its groups cannot stand beside another's: kept in a conflict. */
        CONFLICT,
        /** It breaks a rule: kept, and shown to its author with the reason. */
        RETURNED,
        /** What a command expected is past: kept, and shown as not done. */
        STALE_COMMAND,
        /** Its dossier was erased: its place in the stream is kept, and nothing else of it. Rule: R-GDPR. */
        ERASED
    }
}
