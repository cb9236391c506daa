package org.tournee.mobile.sync;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.StreamId;

/** What is said at the doors of enrolment and renewal. */
final class AuthMessages {

    private AuthMessages() {}

    /**
     * Asks to enrol a new stream.
     *
     * @param publicKey the stream's Ed25519 key, 32 bytes in Base64
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    record EnrolRequest(String login, String password, StreamId streamId, String deviceName, String publicKey) {

        /** Without the password: it may get into a log. */
        @Override
        public String toString() {
            return "EnrolRequest[" + streamId + "]";
        }
    }

    /**
     * Who enrolled, and the first tokens.
     *
     * @param doorKey what to seal to for the push-only door; null from a server without one
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    record EnrolAnswer(
            WorkerId workerId,
            String workerName,
            OrganisationId orgId,
            String orgName,
            List<Role> roles,
            String accessToken,
            String refreshToken,
            @Nullable String doorKey) {

        EnrolAnswer {
            Objects.requireNonNull(workerId, "workerId");
            Objects.requireNonNull(workerName, "workerName");
            Objects.requireNonNull(orgId, "orgId");
            Objects.requireNonNull(orgName, "orgName");
            roles = List.copyOf(roles);
            Objects.requireNonNull(accessToken, "accessToken");
            Objects.requireNonNull(refreshToken, "refreshToken");
        }

        /** Without the tokens: it may get into a log. */
        @Override
        public String toString() {
            return "EnrolAnswer[" + workerId + "]";
        }
    }

    /**
     * Asks for the key of a store whose PIN was forgotten.
     *
     * @param streamId that the store writes to
     * @param doorKey the server's key that {@code sealed} is sealed to
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    record RecoverRequest(String login, String password, StreamId streamId, String doorKey, String sealed) {

        @Override
        public String toString() {
            return "RecoverRequest";
        }
    }

    /** @param dataKey in Base64; null where the server does not give it: another worker's, a revoked phone */
    @Json(naming = Json.Naming.LowerUnderscore)
    record RecoverAnswer(@Nullable String dataKey) {

        @Override
        public String toString() {
            return "RecoverAnswer";
        }
    }

    /** Asks for new tokens. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record RefreshRequest(String refreshToken) {

        @Override
        public String toString() {
            return "RefreshRequest";
        }
    }

    /** Asks for a stream that goes on in place of the caller's own. */
    @Json(naming = Json.Naming.LowerUnderscore)
    record SuccessionRequest(StreamId successor, String publicKey) {}

    /**
     * A short access token and the refresh token that follows the one used.
     *
     * @param doorKey what to seal to for the push-only door from now on; null from a server without one
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    record Tokens(
            String accessToken,
            String refreshToken,
            @Nullable String doorKey) {

        Tokens {
            Objects.requireNonNull(accessToken, "accessToken");
            Objects.requireNonNull(refreshToken, "refreshToken");
        }

        @Override
        public String toString() {
            return "Tokens";
        }
    }

    /**
     * An error as {@code application/problem+json} says it.
     *
     * @param expected the number that a gap lacks
     * @param retryAfter seconds for which the server asks to be left alone
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    record ProblemBody(
            @Nullable String type,
            @Nullable Long expected,
            @Nullable Long retryAfter) {}
}
