package org.tournee.server.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.PrfHmacJce;
import com.google.crypto.tink.subtle.PrfMac;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps all others. It lives in a file outside the database and outside its backups. */
@Singleton
public class MasterKey {

    private static final int KEY_BYTES = 32;

    private static final String BLIND_INDEX = "tournee blind index";
    private static final String HMAC = "HmacSha256";

    private final Aead aead;
    private final Mac index;

    /**
     * Reads the key.
     *
     * @param file holds 32 bytes in base64
     * @param create makes the file where it is missing: for demonstrations alone
     * @throws IllegalStateException when there is no usable key: the service must not start
     */
    MasterKey(
            @Value("${tournee.master-key-file:}") String file,
            @Value("${tournee.master-key-create:false}") boolean create) {
        if (file.isBlank()) {
            throw new IllegalStateException(
                    "No master key: set TOURNEE_MASTER_KEY_FILE to a file of 32 bytes in base64");
        }
        Path path = Path.of(file);
        if (create && !Files.exists(path)) {
            make(path);
        }
        byte[] key = read(path);
        try {
            this.aead = new AesGcmJce(key);
            byte[] derived =
                    Hkdf.computeHkdf(HMAC, key, new byte[0], BLIND_INDEX.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
            this.index = new PrfMac(new PrfHmacJce("HMACSHA256", new SecretKeySpec(derived, "HMAC")), KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The master key must have 32 bytes in base64: " + path, e);
        }
    }

    /** A keyed hash of 32 bytes: what an index in the database may hold instead of a name. */
    public byte[] blindIndex(byte[] clear) {
        try {
            return index.computeMac(clear);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot hash", e);
        }
    }

    /** Seals what the server decided, for the archive; the decision's id is bound to it. */
    public byte[] sealDecision(UUID decision, String image) {
        return wrap(image.getBytes(StandardCharsets.UTF_8), SealingKey.bytes(decision));
    }

    /**
     * Opens what {@link #sealDecision} made.
     *
     * @throws IllegalStateException when it was sealed under another master key, or was altered
     */
    public String openDecision(UUID decision, byte[] sealed) {
        return new String(unwrap(sealed, SealingKey.bytes(decision)), StandardCharsets.UTF_8);
    }

    /** Wraps a key; the owner is bound to it, so that keys cannot be exchanged in the database. */
    byte[] wrap(byte[] key, byte[] owner) {
        try {
            return aead.encrypt(key, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot wrap a key", e);
        }
    }

    /**
     * Unwraps a key.
     *
     * @throws IllegalStateException when it was wrapped by another master key or for another owner
     */
    byte[] unwrap(byte[] wrapped, byte[] owner) {
        try {
            return aead.decrypt(wrapped, owner);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key was wrapped by another master key, or was altered", e);
        }
    }

    private static byte[] read(Path path) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(path).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The master key must have 32 bytes in base64: " + path);
            }
            return key;
        } catch (IOException e) {
            throw new IllegalStateException("The master key cannot be read: " + path, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The master key must have 32 bytes in base64: " + path, e);
        }
    }

    private static void make(Path path) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(path, Base64.getEncoder().encodeToString(key), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be made: " + path, e);
        }
    }
}
