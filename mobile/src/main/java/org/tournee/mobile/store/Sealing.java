package org.tournee.mobile.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.RecoveryKey;
import org.tournee.sync.StreamId;

/**
 * Seals contents with AES-256-GCM under the store's data key.
 *
 * <p>What a sealed value is (its table, its id, its revision) is the associated data: a row that somebody moved,
 * swapped or rolled back by itself does not open.
 */
final class Sealing {

    static final int KEY_BYTES = 32;

    private final byte[] dataKey;
    private final AesGcmJce cipher;

    /** @param dataKey of {@link #KEY_BYTES} bytes */
    Sealing(byte[] dataKey) {
        this.dataKey = dataKey.clone();
        try {
            cipher = new AesGcmJce(dataKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no AES-GCM", e);
        }
    }

    /** The data key itself, such as only the server can read it: the way back when the PIN was forgotten. */
    RecoveryKey recovery(StreamId stream, String doorKey) {
        try {
            byte[] sealed = DoorEncryption.to(doorKey).encrypt(dataKey, RecoveryKey.context(stream));
            return new RecoveryKey(stream, doorKey, Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no HPKE", e);
        }
    }

    byte[] seal(byte[] contents, String identity) {
        try {
            return cipher.encrypt(contents, identity.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new StoreException(Problem.OTHER, e);
        }
    }

    /**
     * Opens what {@link #seal} made for the same identity.
     *
     * @throws StoreException UNREADABLE when a single bit of it, or its identity, is another
     */
    byte[] open(byte[] sealed, String identity) {
        return openIfWhole(sealed, identity)
                .orElseThrow(() -> new StoreException(
                        Problem.UNREADABLE, new GeneralSecurityException("what was sealed has been altered")));
    }

    /** The same, empty where it was altered: for what a server can give again. */
    Optional<byte[]> openIfWhole(byte @Nullable [] sealed, String identity) {
        try {
            return sealed == null
                    ? Optional.empty()
                    : Optional.of(cipher.decrypt(sealed, identity.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // the tag does not fit
        }
    }
}
