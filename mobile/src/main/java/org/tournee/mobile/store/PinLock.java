package org.tournee.mobile.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * The data key, wrapped by a key that Argon2id makes from the PIN.
 *
 * <p>A checksum over the rest tells a damaged lock from a wrong PIN; it says nothing of the PIN.
 */
final class PinLock {

    static final int SALT_BYTES = 16;
    private static final byte[] IDENTITY = "tournee/data-key/1".getBytes(StandardCharsets.UTF_8);

    private final PinCost cost;
    private final byte[] salt;
    private final byte[] wrapped;
    private final byte[] checksum;

    PinLock(PinCost cost, byte[] salt, byte[] wrapped, byte[] checksum) {
        this.cost = cost;
        this.salt = salt;
        this.wrapped = wrapped;
        this.checksum = checksum;
    }

    /** Wraps a data key under a PIN. */
    static PinLock close(byte[] dataKey, String pin, PinCost cost, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        try {
            byte[] wrapped = new AesGcmJce(keyOf(pin, salt, cost)).encrypt(dataKey, IDENTITY);
            return new PinLock(cost, salt, wrapped, checksum(cost, salt, wrapped));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no AES-GCM", e);
        }
    }

    /** Whether it is as it was written. */
    boolean isWhole() {
        return Arrays.equals(checksum, checksum(cost, salt, wrapped));
    }

    /** The data key, or empty for a wrong PIN. */
    Optional<byte[]> open(String pin) {
        try {
            return Optional.of(new AesGcmJce(keyOf(pin, salt, cost)).decrypt(wrapped, IDENTITY));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // the tag does not fit: another PIN
        }
    }

    PinCost cost() {
        return cost;
    }

    byte[] salt() {
        return salt.clone();
    }

    byte[] wrapped() {
        return wrapped.clone();
    }

    byte[] checksum() {
        return checksum.clone();
    }

    private static byte[] keyOf(String pin, byte[] salt, PinCost cost) {
        return Argon2id.key(pin.getBytes(StandardCharsets.UTF_8), salt, cost);
    }

    private static byte[] checksum(PinCost cost, byte[] salt, byte[] wrapped) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(12)
                    .putInt(cost.memoryKib())
                    .putInt(cost.iterations())
                    .putInt(cost.lanes())
                    .array());
            digest.update(salt);
            return digest.digest(wrapped);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
