package org.tournee.mobile.store;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A key of {@link Sealing#KEY_BYTES} bytes from a secret (RFC 9106, version 1.3).
 *
 * <p>A desk has the reference library: it needs no compiler to become warm, and its memory is not Java's. Where there
 * is none, as in the image of a phone, Java does it. Both give the same bytes.
 */
final class Argon2id {

    private static final Optional<Library> LIBRARY = library();

    private Argon2id() {}

    private static Optional<Library> library() {
        try {
            return Optional.of(new Library());
        } catch (LinkageError e) {
            return Optional.empty(); // this platform has none
        }
    }

    static byte[] key(byte[] secret, byte[] salt, PinCost cost) {
        return LIBRARY.map(library -> library.key(secret, salt, cost)).orElseGet(() -> keyByJava(secret, salt, cost));
    }

    /** The same without a library. */
    static byte[] keyByJava(byte[] secret, byte[] salt, PinCost cost) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .build());
        byte[] key = new byte[Sealing.KEY_BYTES];
        generator.generateBytes(secret, key);
        return key;
    }

    /** On its own, so that nothing else needs its classes. */
    private static final class Library {

        private final Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Types.ARGON2id);

        byte[] key(byte[] secret, byte[] salt, PinCost cost) {
            return argon2.rawHash(cost.iterations(), cost.memoryKib(), cost.lanes(), secret, salt);
        }
    }
}
