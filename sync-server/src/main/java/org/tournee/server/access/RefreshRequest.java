package org.tournee.server.access;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

/** What a phone sends when its access token is refused. */
@Serdeable(naming = SnakeCaseStrategy.class)
record RefreshRequest(@Nullable String refreshToken) {}
