package org.tournee.server.access;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** The browsers' sessions: kept here, so that ending one ends it at once. */
@Singleton
final class WebSessions {

    /** How exactly it is known when a session was last seen: not every page writes. */
    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private final Database database;
    private final Accounts accounts;
    private final AccessSecret secret;
    private final AccessSettings settings;
    private final Clock clock;

    WebSessions(Database database, Accounts accounts, AccessSecret secret, AccessSettings settings, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.secret = secret;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new session; what it returns goes into the cookie and is kept nowhere. */
    String begin(Account account) {
        String token = Tokens.random();
        database.write(connection -> Sql.change(
                connection,
                """
                insert into web_session (org_id, session_hash, worker_id, started_at, seen_at, authenticated_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                account.organisation(),
                Tokens.hash(token),
                account.worker(),
                clock.instant(),
                clock.instant(),
                clock.instant()));
        return token;
    }

    /** The session of that cookie, unless it has ended or its worker is no longer active. */
    Optional<WebSession> find(String token) {
        String hash = Tokens.hash(token);
        Optional<Stored> stored = database.read(connection ->
                Sql.first(connection, "select * from web_session where session_hash = ?", WebSessions::stored, hash));
        return stored.filter(this::lasts).flatMap(session -> {
            markSeen(session, hash);
            return accounts.byId(session.organisation(), session.worker())
                    .filter(Account::active)
                    .map(account -> session(account, token, session.authenticatedAt()));
        });
    }

    /** Notes that the password was given again. */
    void authenticated(String token) {
        database.write(connection -> Sql.change(
                connection,
                "update web_session set authenticated_at = ? where session_hash = ?",
                clock.instant(),
                Tokens.hash(token)));
    }

    /** Ends a session; nothing happens where it has ended already. */
    void end(String token) {
        String hash = Tokens.hash(token);
        database.write(connection -> Sql.change(connection, "delete from web_session where session_hash = ?", hash));
    }

    /** Removes what ended by itself; tells how many. */
    int removeEnded() {
        Instant now = clock.instant();
        return database.write(connection -> Sql.change(
                connection,
                "delete from web_session where started_at < ? or seen_at < ?",
                now.minus(settings.sessionLasts()),
                now.minus(settings.sessionIdle())));
    }

    private WebSession session(Account account, String token, Instant authenticatedAt) {
        Caller caller = new Caller(account.organisation(), account.worker(), null, account.roles());
        String csrf = Base64.getUrlEncoder().withoutPadding().encodeToString(secret.mac("csrf", token));
        return new WebSession(caller, account.name(), csrf, authenticatedAt);
    }

    private boolean lasts(Stored session) {
        Instant now = clock.instant();
        return now.isBefore(session.startedAt().plus(settings.sessionLasts()))
                && now.isBefore(session.seenAt().plus(settings.sessionIdle()));
    }

    private void markSeen(Stored session, String hash) {
        Instant now = clock.instant();
        if (now.isAfter(session.seenAt().plus(SEEN_STEP))) {
            database.write(connection ->
                    Sql.change(connection, "update web_session set seen_at = ? where session_hash = ?", now, hash));
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new OrganisationId(Sql.uuid(row, "org_id")),
                new WorkerId(Sql.uuid(row, "worker_id")),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "seen_at"),
                Sql.instant(row, "authenticated_at"));
    }

    private record Stored(
            OrganisationId organisation, WorkerId worker, Instant startedAt, Instant seenAt, Instant authenticatedAt) {}
}
