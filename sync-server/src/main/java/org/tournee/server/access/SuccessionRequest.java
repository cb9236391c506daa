package org.tournee.server.access;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.StreamId;

/**
 * What a phone sends to go on with a new stream.
 *
 * @param successor the new stream's id, made by the phone
 * @param publicKey raw Ed25519 key of the new stream, base64
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record SuccessionRequest(
        @Nullable String successor, @Nullable String publicKey) {

    /**
     * The request with every value checked.
     *
     * @throws org.tournee.server.problem.ProblemException that names the first member that is not as it should be
     */
    Checked checked() {
        return new Checked(
                Members.stream("successor", successor),
                Base64.getDecoder().decode(Members.signingKey("public_key", publicKey)));
    }

    /** The same, with nothing missing and every value of the right form. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Checked(StreamId successor, byte[] publicKey) {}
}
