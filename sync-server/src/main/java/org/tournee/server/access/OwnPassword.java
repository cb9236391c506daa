package org.tournee.server.access;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/**
 * Another password for oneself, by whoever knows the present one: guesses are slowed down and noted as at the door.
 * Whatever else is open in a browser under the old one is closed; phones have tokens of their own. Rules: R-BO, R-AUD.
 */
@Singleton
public class OwnPassword {

    /** What became of it. */
    public enum Result {
        CHANGED,
        /** The present one is another; or was changed by somebody else in this moment. */
        WRONG,
        /** Too many failures before: the password was not looked at. */
        LOCKED,
        /** The new one was not typed twice alike. */
        DIFFERS,
        /** Fewer characters than {@link Passwords#SHORTEST}, or more than {@link Passwords#LONGEST}. */
        SHORT,
        /** It is the present one. */
        SAME
    }

    private final SignIn signIn;
    private final Passwords passwords;
    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    OwnPassword(SignIn signIn, Passwords passwords, Database database, AuditTrail audit, Clock clock) {
        this.signIn = signIn;
        this.passwords = passwords;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @param request of the browser that stays signed in
     * @param again the next one, typed once more
     */
    public Result change(WebSession session, HttpRequest<?> request, String present, String next, String again) {
        if (!next.equals(again)) {
            return Result.DIFFERS;
        }
        if (next.length() < Passwords.SHORTEST || next.length() > Passwords.LONGEST) {
            return Result.SHORT;
        }
        if (next.equals(present)) {
            return Result.SAME;
        }
        return switch (signIn.again(session, present)) {
            case SignIn.SignedIn known -> change(session, request, known.account(), passwords.hash(next));
            case SignIn.Refused refused -> Result.WRONG;
            case SignIn.Locked locked -> Result.LOCKED;
        };
    }

    private Result change(WebSession session, HttpRequest<?> request, Account known, String hash) {
        String kept = SessionCookie.read(request).map(Tokens::hash).orElse("");
        return database.write(connection -> {
            boolean changed = Sql.change(
                            connection,
                            "update worker set password_hash = ? where org_id = ? and worker_id = ? and password_hash = ?",
                            hash,
                            session.organisation(),
                            session.worker(),
                            known.passwordHash())
                    > 0;
            if (!changed) {
                return Result.WRONG;
            }
            Sql.change(
                    connection,
                    "delete from web_session where org_id = ? and worker_id = ? and session_hash <> ?",
                    session.organisation(),
                    session.worker(),
                    kept);
            tell(connection, session);
            return Result.CHANGED;
        });
    }

    private void tell(Connection connection, WebSession session) throws SQLException {
        audit.append(
                connection,
                session.organisation(),
                List.of(new AuditEntry(
                        clock.instant(),
                        session.worker(),
                        null,
                        AuditEntry.Act.CHANGE_PASSWORD,
                        null,
                        null,
                        SignIn.Door.BROWSER.name())));
    }
}
