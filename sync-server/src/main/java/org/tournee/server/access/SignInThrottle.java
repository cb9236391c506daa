package org.tournee.server.access;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/**
 * Slows guessing down: from the fifth failure on a login is locked for 30 seconds, doubled each time, up to 15 minutes.
 *
 * <p>An attempt counts as failed from its start and is forgiven when it succeeds, so that guesses sent all at once
 * count like guesses sent one by one.
 */
@Singleton
final class SignInThrottle {

    static final int FREE_FAILURES = 4;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Database database;
    private final AccessSecret secret;
    private final Clock clock;

    SignInThrottle(Database database, AccessSecret secret, Clock clock) {
        this.database = database;
        this.secret = secret;
        this.clock = clock;
    }

    /** Counts an attempt, or refuses it because too many failed before. */
    Attempt begin(String login) {
        Instant now = clock.instant();
        String mac = mac(login);
        return database.write(connection -> {
            State state = lock(connection, mac, now);
            if (state.lockedUntil() != null && now.isBefore(state.lockedUntil())) {
                return new Attempt(false, Optional.of(Duration.between(now, state.lockedUntil())));
            }
            int failed = state.failed() + 1;
            Optional<Duration> lock = lockAfter(failed);
            Sql.change(
                    connection,
                    "update sign_in_throttle set failed = ?, locked_until = ?, last_failed_at = ? where login_mac = ?",
                    failed,
                    lock.map(now::plus).orElse(null),
                    now,
                    mac);
            return new Attempt(true, lock);
        });
    }

    /** Forgets the failures of a login that has just signed in. */
    void forgive(String login) {
        String mac = mac(login);
        database.write(connection -> Sql.change(connection, "delete from sign_in_throttle where login_mac = ?", mac));
    }

    /** Forgets what nobody tried for a day; tells how many. */
    int forgetOld() {
        return database.write(connection -> Sql.change(
                connection,
                "delete from sign_in_throttle where last_failed_at < ?",
                clock.instant().minus(REMEMBERED)));
    }

    static Optional<Duration> lockAfter(int failures) {
        if (failures <= FREE_FAILURES) {
            return Optional.empty();
        }
        int doublings = Math.min(failures - FREE_FAILURES - 1, 10);
        Duration lock = FIRST_LOCK.multipliedBy(1L << doublings);
        return Optional.of(lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK);
    }

    private static State lock(Connection connection, String mac, Instant now) throws SQLException {
        Sql.change(
                connection,
                "insert into sign_in_throttle (login_mac, failed, last_failed_at) values (?, 0, ?) on conflict do nothing",
                mac,
                now);
        return Sql.first(
                        connection,
                        "select failed, locked_until from sign_in_throttle where login_mac = ? for update",
                        row -> new State(row.getInt("failed"), Sql.instantOrNull(row, "locked_until")),
                        mac)
                .orElseGet(() -> new State(0, null)); // forgiven between the two statements
    }

    private String mac(String login) {
        return HexFormat.of().formatHex(secret.mac("sign-in", login));
    }

    /**
     * One attempt.
     *
     * @param allowed whether the password may be looked at
     * @param waitBeforeNext how long the login is locked, if it is
     */
    record Attempt(boolean allowed, Optional<Duration> waitBeforeNext) {}

    private record State(int failed, @Nullable Instant lockedUntil) {}
}
