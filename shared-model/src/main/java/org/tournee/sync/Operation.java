package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;

/**
 * One change of one record by one worker, as the phone saved it.
 *
 * <p>Its bytes are made once, when it is saved, and are hashed, stored, sent and logged as they are: see {@link
 * OperationBytes}. This type is for making and reading them, never for making them again.
 *
 * @param opSeq gapless from 1 within the stream
 * @param prevHash hexadecimal SHA-256 of the bytes of operation {@code opSeq - 1}; 64 zeros for the first
 * @param txIndex from 0, smaller than {@code txCount}
 * @param txCount how many operations were saved together, 1 to {@link Limits#TX_OPERATIONS}
 * @param kind the code of a {@link RecordKind}
 * @param audience on creation, who may read the record; null afterwards
 * @param schema the version of the author's model
 * @param epoch the server's epoch when it was saved
 * @param grantEpoch the author's grant on the dossier when it was saved; 0 if they had none
 * @param baseRev the last revision pulled, never one merely acknowledged; 0 for a record not pulled yet
 * @param groups the changed field groups by name
 * @param occurredAt the worker's own statement: shown, never compared. Rule: R-CLK
 * @param salt random, so that equal contents never have equal hashes
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record Operation(
        StreamId streamId,
        long opSeq,
        String prevHash,
        TxId txId,
        int txIndex,
        int txCount,
        Action action,
        String kind,
        RecordId recordId,
        DossierId dossierId,
        @Nullable Audience audience,
        int schema,
        String epoch,
        long grantEpoch,
        long baseRev,
        Map<String, GroupChange> groups,
        Instant occurredAt,
        String salt) {

    public Operation {
        Objects.requireNonNull(streamId, "streamId");
        Objects.requireNonNull(prevHash, "prevHash");
        Objects.requireNonNull(txId, "txId");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(recordId, "recordId");
        Objects.requireNonNull(dossierId, "dossierId");
        Objects.requireNonNull(epoch, "epoch");
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(salt, "salt");
    }

    /** A base revision that says nothing of the record, so that values decide: case M4 of the merge. */
    public static final long UNKNOWN_REV = Long.MAX_VALUE;

    /**
     * The same operation on the dossier that goes on after a merge of duplicates, or on the record that does. Its bytes
     * stay what they are. Rule: R-DUP.
     */
    public Operation redirected(DossierId dossier, RecordId record) {
        return read(dossier, record, record.equals(recordId) ? baseRev : UNKNOWN_REV, groups);
    }

    /** The same operation in other words: what it says in a later schema. Its bytes stay what they are. */
    Operation saying(Map<String, GroupChange> lifted) {
        return read(dossierId, recordId, baseRev, lifted);
    }

    private Operation read(DossierId dossier, RecordId record, long base, Map<String, GroupChange> said) {
        return new Operation(
                streamId,
                opSeq,
                prevHash,
                txId,
                txIndex,
                txCount,
                action,
                kind,
                record,
                dossier,
                audience,
                schema,
                epoch,
                grantEpoch,
                base,
                said,
                occurredAt,
                salt);
    }

    /** The version of the model that this code writes: the last one of {@link Schema}. */
    public static final int SCHEMA = 2;
}
