package org.tournee.server.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether whoever signs is really there: they gave their password within the last minutes, or give it with what they
 * sign. Rules: R-SEG-6, R-SHARE.
 */
@Singleton
public final class Presence {

    /** So long a password that was given counts *(choice)*. */
    static final Duration LASTS = Duration.ofMinutes(5);

    /** What came of asking. */
    public enum Answer {
        /** They are there. */
        GIVEN,
        /** The password was given too long ago, and is not given now. */
        MISSING,
        WRONG,
        /** Too many failures before: the password was not looked at. */
        LOCKED
    }

    private final WebSessions sessions;
    private final SignIn signIn;
    private final Clock clock;

    Presence(WebSessions sessions, SignIn signIn, Clock clock) {
        this.sessions = sessions;
        this.signIn = signIn;
        this.clock = clock;
    }

    /** Whether nothing needs to be given. */
    public boolean isFresh(WebSession session) {
        return clock.instant().isBefore(session.authenticatedAt().plus(LASTS));
    }

    /**
     * Takes a password, as at the door: guesses are slowed down and noted.
     *
     * @param password null or blank for none
     */
    public Answer of(WebSession session, HttpRequest<?> request, @Nullable String password) {
        if (isFresh(session)) {
            return Answer.GIVEN;
        }
        Optional<String> token = SessionCookie.read(request);
        if (token.isEmpty() || password == null || password.isBlank()) {
            return Answer.MISSING;
        }
        return switch (signIn.again(session, password)) {
            case SignIn.SignedIn signedIn -> {
                sessions.authenticated(token.get());
                yield Answer.GIVEN;
            }
            case SignIn.Refused refused -> Answer.WRONG;
            case SignIn.Locked locked -> Answer.LOCKED;
        };
    }
}
