package org.tournee.server.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** The key that wraps all others. It lives in a file outside the database and outside its backups. */
@Singleton
public class MasterKey {

    private static final int KEY_BYTES = 32;

    private final Aead aead;

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
        this.aead = read(path);
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

    private static Aead read(Path path) {
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(path).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The master key must have 32 bytes in base64: " + path);
            }
            return new AesGcmJce(key);
        } catch (IOException e) {
            throw new IllegalStateException("The master key cannot be read: " + path, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
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
