package org.tournee.server.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.tournee.sync.StreamId;

/**
 * What a phone sends to be enrolled.
 *
 * @param streamId made by the phone
 * @param deviceName what its worker calls it, 1 to 100 characters
 * @param publicKey raw Ed25519 key of the stream, base64
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record EnrolRequest(
        @Nullable String login,
        @Nullable String password,
        @Nullable String streamId,
        @Nullable String deviceName,
        @Nullable String publicKey) {

    private static final int LONGEST = 100;

    /**
     * The request with every value checked.
     *
     * @throws org.tournee.server.problem.ProblemException that names the first member that is not as it should be
     */
    Checked checked() {
        return new Checked(
                Members.text("login", login, Members.LONGEST_LOGIN),
                Members.text("password", password, Passwords.LONGEST),
                Members.stream("stream_id", streamId),
                Members.text("device_name", deviceName, LONGEST),
                Members.signingKey("public_key", publicKey));
    }

    /** The same, with nothing missing and every value of the right form. */
    record Checked(String login, String password, StreamId stream, String deviceName, String publicKey) {}
}
