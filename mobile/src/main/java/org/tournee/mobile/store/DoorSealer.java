package org.tournee.mobile.store;

import com.google.crypto.tink.HybridEncrypt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.StreamId;

/**
 * Seals what is saved for the server, and signs it for its stream, in the moment of saving: it can be delivered later
 * without the PIN, and nobody on the way can read or alter it. Decision: 0011.
 */
final class DoorSealer {

    private final StreamId stream;
    private final SigningKey signing;
    private final String doorKey;
    private final HybridEncrypt sealing;

    /** @param doorKey the server's public X25519 key, 32 bytes in Base64 */
    DoorSealer(StreamIdentity identity, String doorKey) {
        this.stream = identity.streamId();
        this.signing = SigningKey.of(identity.signingKey());
        this.doorKey = doorKey;
        this.sealing = DoorEncryption.to(doorKey);
    }

    /** An envelope of operations that were saved together. */
    DoorEnvelope seal(List<HeldOperation> made) {
        long first = made.get(0).seq();
        long last = made.get(made.size() - 1).seq();
        byte[] lines = made.stream()
                .map(HeldOperation::json)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed = sealing.encrypt(lines, DoorEnvelope.context(stream, first, last));
            byte[] signature = signing.sign(DoorEnvelope.signed(stream, first, last, sealed));
            return new DoorEnvelope(first, last, doorKey, base64(sealed), base64(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no HPKE", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
