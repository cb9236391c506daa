package org.tournee.server.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** AES-256-GCM under the key of one dossier or worker. What is sealed is bound to the record or operation it is of. */
public final class SealingKey {

    private final UUID owner;
    private final AesGcmJce aead;

    SealingKey(UUID owner, byte[] key) {
        this.owner = owner;
        try {
            this.aead = new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a key of AES-256", e);
        }
    }

    /** Whose key it is: a dossier's or a worker's. */
    public UUID owner() {
        return owner;
    }

    public byte[] seal(RecordId record, byte[] clear) {
        return seal(clear, bytes(record.value()));
    }

    public byte[] open(RecordId record, byte[] sealed) {
        return open(sealed, bytes(record.value()));
    }

    public byte[] seal(StreamId stream, long opSeq, byte[] clear) {
        return seal(clear, operation(stream, opSeq));
    }

    public byte[] open(StreamId stream, long opSeq, byte[] sealed) {
        return open(sealed, operation(stream, opSeq));
    }

    /** Seals a piece of a document; its place is bound to it, so that pieces cannot be exchanged. */
    public byte[] sealPiece(RecordId document, long fromByte, byte[] clear) {
        return seal(clear, piece(document, fromByte));
    }

    /**
     * Opens a piece.
     *
     * @throws AlteredException where it is not what {@link #sealPiece} made of that place
     */
    public byte[] openPiece(RecordId document, long fromByte, byte[] sealed) {
        return open(sealed, piece(document, fromByte));
    }

    /** Wraps the key under which the pieces of a document are sealed. */
    byte[] wrap(RecordId document, byte[] key) {
        return seal(key, ofItsPieces(document));
    }

    byte[] unwrap(RecordId document, byte[] wrapped) {
        return open(wrapped, ofItsPieces(document));
    }

    private byte[] seal(byte[] clear, byte[] identity) {
        try {
            return aead.encrypt(clear, identity);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    private byte[] open(byte[] sealed, byte[] identity) {
        try {
            return aead.decrypt(sealed, identity);
        } catch (GeneralSecurityException e) {
            throw new AlteredException(e);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] operation(StreamId stream, long opSeq) {
        return numbered(stream.value(), opSeq);
    }

    /** Negative, as no operation's number is. */
    private static byte[] piece(RecordId document, long fromByte) {
        return numbered(document.value(), -1 - fromByte);
    }

    /** As no operation's and no piece's number is. */
    private static byte[] ofItsPieces(RecordId document) {
        return numbered(document.value(), Long.MIN_VALUE);
    }

    private static byte[] numbered(UUID id, long number) {
        return ByteBuffer.allocate(3 * Long.BYTES)
                .put(bytes(id))
                .putLong(number)
                .array();
    }
}
