package org.tournee.server.access;

import io.micronaut.context.annotation.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secret that signs access tokens and protects forms. Read at the start, so that a missing one stops it. */
@Context
final class AccessSecret {

    private static final int SHORTEST_BYTES = 32;

    private final byte[] bytes;

    AccessSecret(AccessSettings settings) {
        this.bytes = read(settings.secretFile(), settings.createSecret());
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** HMAC-SHA-256 of a text, for one purpose only. */
    byte[] mac(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal((purpose + '\n' + text).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    private static byte[] read(@Nullable String file, boolean create) {
        if (file == null || file.isBlank()) {
            throw new IllegalStateException("tournee.access.secret-file must name the file of the signing secret");
        }
        Path path = Path.of(file);
        try {
            if (create && !Files.exists(path)) {
                make(path);
            }
            byte[] secret = Base64.getDecoder().decode(Files.readString(path).strip());
            if (secret.length < SHORTEST_BYTES) {
                throw new IllegalStateException("The signing secret needs at least 32 bytes");
            }
            return secret;
        } catch (IOException e) {
            throw new UncheckedIOException("The file of the signing secret cannot be read", e);
        }
    }

    private static void make(Path path) throws IOException {
        byte[] secret = new byte[SHORTEST_BYTES];
        new java.security.SecureRandom().nextBytes(secret);
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return; // another instance was faster: its secret is as good
        }
        Files.writeString(path, Base64.getEncoder().encodeToString(secret));
    }
}
