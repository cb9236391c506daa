package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * The key of a phone's store, sealed for the server: it lies beside the store, and whoever has both the phone and the
 * worker's sign-in opens the store without its PIN. Neither the phone alone nor the server alone can. Decision: 0044.
 *
 * @param stream that the store writes to
 * @param doorKey the server's public X25519 key that it is sealed to, 32 bytes in Base64
 * @param sealed HPKE (RFC 9180) over the 32 bytes of the key, in Base64; {@link #context} is its associated data
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record RecoveryKey(StreamId stream, String doorKey, String sealed) {

    public RecoveryKey {
        Objects.requireNonNull(stream, "stream");
        Objects.requireNonNull(doorKey, "doorKey");
        Objects.requireNonNull(sealed, "sealed");
    }

    /** What binds the sealed bytes to their stream: they open for no other. */
    public static byte[] context(StreamId stream) {
        return ("tournee/recovery/1|" + stream).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The sealed bytes.
     *
     * @throws MalformedException when they are no Base64
     */
    public byte[] sealedBytes() {
        try {
            return Base64.getDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("Not Base64", e);
        }
    }
}
