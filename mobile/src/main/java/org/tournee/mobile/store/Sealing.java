package org.tournee.mobile.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.tournee.mobile.store.StoreException.Problem;

/**
 * Seals contents with AES-256-GCM under the store's data key.
 *
 * <p>What a sealed value is (its table, its id, its revision) is the associated data: a row that somebody moved,
 * swapped or rolled back by itself does not open.
 */
final class Sealing {

    static final int KEY_BYTES = 32;

    private final AesGcmJce cipher;

    /** @param dataKey of {@link #KEY_BYTES} bytes */
    Sealing(byte[] dataKey) {
        try {
            cipher = new AesGcmJce(dataKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no AES-GCM", e);
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
        try {
            return cipher.decrypt(sealed, identity.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new StoreException(Problem.UNREADABLE, e);
        }
    }
}
