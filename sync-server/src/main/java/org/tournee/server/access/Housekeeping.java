package org.tournee.server.access;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes sessions, tokens and failures that no longer mean anything. */
@Singleton
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final WebSessions sessions;
    private final RefreshTokens refreshTokens;
    private final SignInThrottle throttle;

    Housekeeping(WebSessions sessions, RefreshTokens refreshTokens, SignInThrottle throttle) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.throttle = throttle;
    }

    @Scheduled(initialDelay = "10m", fixedDelay = "1h")
    void clean() {
        LOG.info(
                "Removed {} sessions, {} tokens, {} throttles",
                sessions.removeEnded(),
                refreshTokens.removeExpired(),
                throttle.forgetOld());
    }
}
