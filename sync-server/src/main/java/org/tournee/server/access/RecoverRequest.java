package org.tournee.server.access;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.RecoveryKey;

/**
 * What a phone sends when its PIN was forgotten.
 *
 * @param streamId that the store writes to
 * @param doorKey the organisation's public key that {@code sealed} is sealed to, base64
 * @param sealed the store's key, base64
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record RecoverRequest(
        @Nullable String login,
        @Nullable String password,
        @Nullable String streamId,
        @Nullable String doorKey,
        @Nullable String sealed) {

    /** HPKE adds 48 bytes to the 32 of a key. */
    private static final int LONGEST_SEALED = 200;

    /**
     * The request with every value checked.
     *
     * @throws org.tournee.server.problem.ProblemException that names the first member that is not as it should be
     */
    Checked checked() {
        return new Checked(
                Members.text("login", login, Members.LONGEST_LOGIN),
                Members.text("password", password, Passwords.LONGEST),
                new RecoveryKey(
                        Members.stream("stream_id", streamId),
                        Members.text("door_key", doorKey, LONGEST_SEALED),
                        Members.text("sealed", sealed, LONGEST_SEALED)));
    }

    /** The same, with nothing missing and every value of the right form. */
    record Checked(String login, String password, RecoveryKey key) {}
}
