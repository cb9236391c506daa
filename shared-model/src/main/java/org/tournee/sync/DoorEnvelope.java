package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * The operations of one transaction, sealed for the server and signed for their stream in the moment of saving: whoever
 * carries it can neither read nor alter it, and needs neither a PIN nor a token.
 *
 * @param firstSeq the number of the first operation
 * @param lastSeq the number of the last one
 * @param doorKey the server's public X25519 key that it is sealed to, 32 bytes in Base64
 * @param sealed HPKE (RFC 9180) over the lines of the operations, in Base64; {@link #context} is its associated data
 * @param signature Ed25519 over {@link #signed}, in Base64
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record DoorEnvelope(long firstSeq, long lastSeq, String doorKey, String sealed, String signature) {

    /** Where it is delivered; part of what is signed. */
    public static final String PATH = "/sync/v1/door";

    public DoorEnvelope {
        Objects.requireNonNull(doorKey, "doorKey");
        Objects.requireNonNull(sealed, "sealed");
        Objects.requireNonNull(signature, "signature");
    }

    /** What binds the sealed bytes to their place: they open nowhere else. */
    public static byte[] context(StreamId stream, long firstSeq, long lastSeq) {
        return ("tournee/door/1|" + stream + '|' + firstSeq + '|' + lastSeq).getBytes(StandardCharsets.UTF_8);
    }

    /** What the stream's key signs: method, path, stream, place, and the hash of the sealed bytes. */
    public static byte[] signed(StreamId stream, long firstSeq, long lastSeq, byte[] sealed) {
        String text = String.join(
                "\n",
                "POST " + PATH,
                stream.toString(),
                Long.toString(firstSeq),
                Long.toString(lastSeq),
                OperationBytes.hash(sealed));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The sealed bytes.
     *
     * @throws MalformedException when they are no Base64
     */
    public byte[] sealedBytes() {
        return bytes(sealed);
    }

    /**
     * The bytes of the signature.
     *
     * @throws MalformedException when they are no Base64
     */
    public byte[] signatureBytes() {
        return bytes(signature);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("Not Base64", e);
        }
    }
}
