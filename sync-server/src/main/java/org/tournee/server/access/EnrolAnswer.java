package org.tournee.server.access;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.util.List;

/**
 * What an enrolled phone gets.
 *
 * @param doorKey what the phone seals to for the push-only door, base64
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record EnrolAnswer(
        String workerId,
        String workerName,
        String orgId,
        String orgName,
        List<String> roles,
        String accessToken,
        String refreshToken,
        String doorKey) {}
