package org.tournee.server.access;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/**
 * A new access token, and the refresh token that replaces the one sent.
 *
 * @param doorKey what the phone seals to for the push-only door from now on, base64
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record TokenPair(String accessToken, String refreshToken, String doorKey) {}
