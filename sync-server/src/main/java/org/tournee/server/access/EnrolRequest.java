package org.tournee.server.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Base64;
import java.util.UUID;
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
    private static final int KEY_BYTES = 32;

    /**
     * The request with every value checked.
     *
     * @throws org.tournee.server.problem.ProblemException that names the first member that is not as it should be
     */
    Checked checked() {
        return new Checked(
                Members.text("login", login, Members.LONGEST_LOGIN),
                Members.text("password", password, Passwords.LONGEST),
                stream(),
                Members.text("device_name", deviceName, LONGEST),
                key());
    }

    private StreamId stream() {
        String text = Members.text("stream_id", streamId, LONGEST);
        try {
            return new StreamId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw Members.invalid("stream_id");
        }
    }

    private String key() {
        String text = Members.text("public_key", publicKey, LONGEST);
        int bytes;
        try {
            bytes = Base64.getDecoder().decode(text).length;
        } catch (IllegalArgumentException e) {
            throw Members.invalid("public_key");
        }
        if (bytes != KEY_BYTES) {
            throw Members.invalid("public_key");
        }
        return text;
    }

    /** The same, with nothing missing and every value of the right form. */
    record Checked(String login, String password, StreamId stream, String deviceName, String publicKey) {}
}
