package org.tournee.server.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes and checks passwords with Argon2id; a hash carries its own cost, in the usual notation. */
@Singleton
public final class Passwords {

    /** The fewest characters of a new one <em>(choice)</em>. */
    public static final int SHORTEST = 12;

    /** In characters; longer ones are refused before anything is computed. */
    public static final int LONGEST = 256;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern NOTATION =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    private final PasswordCost cost;
    private final SecureRandom random = new SecureRandom();
    /** Each computation takes megabytes: a flood of sign-ins waits instead of taking them all. */
    private final Semaphore running = new Semaphore(2 * Runtime.getRuntime().availableProcessors());

    private final String nobodys;

    Passwords(PasswordCost cost) {
        this.cost = cost;
        this.nobodys = hash(Tokens.random());
    }

    /** A new hash, with a salt of its own. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = compute(password, salt, cost, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.memoryKib(),
                        cost.iterations(),
                        cost.parallelism(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    /**
     * Whether the password has that hash.
     *
     * @throws IllegalArgumentException when {@code hash} is not one of ours
     */
    public boolean matches(String password, String hash) {
        Matcher parts = NOTATION.matcher(hash);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not an Argon2id hash");
        }
        PasswordCost itsCost = new PasswordCost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        return password.length() <= LONGEST
                && MessageDigest.isEqual(expected, compute(password, salt, itsCost, expected.length));
    }

    /**
     * The hash to check against where the login is unknown, so that the answer takes as long as for a known one. It
     * is of random bytes: no password has it.
     */
    public String nobodys() {
        return nobodys;
    }

    private byte[] compute(String password, byte[] salt, PasswordCost with, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(with.memoryKib())
                .withIterations(with.iterations())
                .withParallelism(with.parallelism())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        running.acquireUninterruptibly();
        try {
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        } finally {
            running.release();
        }
        return hash;
    }
}
