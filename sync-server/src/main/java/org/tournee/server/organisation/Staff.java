package org.tournee.server.organisation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.Handover;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.server.access.Passwords;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.mail.Mailbox;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.Workers;
import org.tournee.sync.RecordId;

/**
 * Who has an account, and what they are: written by the technical administration, each change audited. Nobody changes their
 * own account, so that nobody opens dossiers to themselves. Rules: R-BO, R-SHARE, R-AUD.
 */
@Singleton
class Staff {

    private static final int LONGEST_NAME = 200;
    private static final int FULL_TIME = 100;

    /** What became of it. */
    enum Result {
        DONE,
        /** A name, a login or a role is missing, or the share of full time is none. */
        ACCOUNT_INCOMPLETE,
        LOGIN_TAKEN,
        PASSWORD_SHORT,
        /** That is no address of a mailbox. */
        MAILBOX_WRONG,
        /** Nobody changes their own account. */
        ONESELF,
        /** They answer for dossiers: these are handed over first. */
        STILL_ANSWERS,
        /** They head a team: it gets another head first. */
        STILL_HEADS,
        /** Somebody else wrote the account since the form was made. */
        MEANWHILE
    }

    private final Database database;
    private final Workers workers;
    private final Passwords passwords;
    private final Organisations organisations;
    private final AuditTrail audit;

    Staff(Database database, Workers workers, Passwords passwords, Organisations organisations, AuditTrail audit) {
        this.database = database;
        this.workers = workers;
        this.passwords = passwords;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** Everybody who ever had an account, those who work here first, by name. */
    List<Member> all(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                "select " + Member.COLUMNS + " from worker where org_id = ? order by not active, name, worker_id",
                Member::of,
                organisation));
    }

    Optional<Member> find(OrganisationId organisation, WorkerId worker) {
        return database.read(connection -> find(connection, organisation, worker));
    }

    /**
     * Gives somebody an account, or writes what they are from now on.
     *
     * @param wanted with an id made with the form: sent twice, they are admitted once
     * @param password a new one; empty to leave it, which somebody new may not
     */
    Result write(Actor actor, WorkerId by, Member wanted, String password, Instant at) {
        if (wanted.id().equals(by)) {
            return Result.ONESELF;
        }
        if (!isComplete(wanted)) {
            return Result.ACCOUNT_INCOMPLETE;
        }
        if (!wanted.mailbox().isEmpty() && !Mailbox.isOne(wanted.mailbox())) {
            return Result.MAILBOX_WRONG;
        }
        boolean isNew = find(actor.organisation(), wanted.id()).isEmpty();
        boolean givesPassword = isNew || !password.isEmpty();
        if (givesPassword && (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST)) {
            return Result.PASSWORD_SHORT;
        }
        String hash = givesPassword ? passwords.hash(password) : ""; // takes long: before anything is locked
        return database.write(connection -> {
            Optional<Member> known = lock(connection, actor.organisation(), wanted.id());
            if (known.isEmpty()) {
                return isNew ? admit(connection, actor, by, wanted, hash, at) : Result.MEANWHILE;
            }
            if (known.get().rev() != wanted.rev()) {
                boolean sentTwice = wanted.rev() == 0 && known.get().sameAs(wanted);
                return sentTwice ? Result.DONE : Result.MEANWHILE;
            }
            Optional<Result> refusal = refusal(connection, actor, wanted, at);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            workers.change(actor, wanted.id(), profile(connection, actor, wanted), wanted.active(), at);
            keepMailbox(connection, actor, wanted);
            if (givesPassword) {
                changePassword(connection, actor, wanted, hash);
            }
            tell(connection, actor, by, wanted, givesPassword, at);
            return Result.DONE;
        });
    }

    private Result admit(Connection connection, Actor actor, WorkerId by, Member wanted, String hash, Instant at)
            throws SQLException {
        boolean taken = Sql.first(connection, "select 1 from worker where login = ?", row -> true, wanted.login())
                .isPresent();
        if (taken) {
            return Result.LOGIN_TAKEN;
        }
        workers.admit(
                actor,
                List.of(new Workers.Admission(wanted.id(), wanted.login(), hash, profile(connection, actor, wanted))),
                at);
        if (!wanted.mailbox().isEmpty()) {
            keepMailbox(connection, actor, wanted);
        }
        tell(connection, actor, by, wanted, true, at);
        return Result.DONE;
    }

    /** Phones and colleagues do not know it. */
    private static void keepMailbox(Connection connection, Actor actor, Member wanted) throws SQLException {
        Sql.change(connection, """
                update worker set mailbox = nullif(?, ''), account_rev = account_rev + 1
                where org_id = ? and worker_id = ?""", wanted.mailbox(), actor.organisation(), wanted.id());
    }

    /** Whether the last message to somebody was not taken, however often it was tried. Rule: R-REM. */
    boolean isMailRefused(OrganisationId organisation, WorkerId worker) {
        return database.read(connection -> Sql.first(
                        connection,
                        "select 1 from mail_waiting where org_id = ? and worker_id = ? and next_at is null",
                        row -> true,
                        organisation,
                        worker)
                .isPresent());
    }

    private static boolean isComplete(Member wanted) {
        return !wanted.name().isBlank()
                && wanted.name().length() <= LONGEST_NAME
                && !wanted.login().isBlank()
                && !wanted.roles().isEmpty()
                && wanted.fullTimePercent() >= 1
                && wanted.fullTimePercent() <= FULL_TIME;
    }

    /** What somebody still has to do here, who leaves or has not the role for it any more. */
    private Optional<Result> refusal(Connection connection, Actor actor, Member wanted, Instant at)
            throws SQLException {
        LocalDate today = organisations.today(actor.organisation(), at);
        List<ReferentRole> answers = Sql.all(
                connection,
                """
                select distinct r.role from referent_fact r join dossier_fact d on d.org_id = r.org_id
                    and d.dossier_id = r.dossier_id and d.status = 'OPEN'
                where r.org_id = ? and r.worker_id = ? and (r.until_day is null or r.until_day > ?)""",
                row -> ReferentRole.valueOf(row.getString("role")),
                actor.organisation(),
                wanted.id(),
                today);
        if (answers.stream().anyMatch(role -> !wanted.active() || !Handover.suits(role, wanted.roles()))) {
            return Optional.of(Result.STILL_ANSWERS);
        }
        boolean heads = Sql.first(
                        connection,
                        "select 1 from team where org_id = ? and head_id = ? limit 1",
                        row -> true,
                        actor.organisation(),
                        wanted.id())
                .isPresent();
        boolean mayHead = wanted.active() && wanted.roles().contains(Role.TEAM_HEAD);
        return heads && !mayHead ? Optional.of(Result.STILL_HEADS) : Optional.empty();
    }

    /** Whoever is signed in to the pages with the old one is out; a phone has tokens of its own, and is revoked. */
    private void changePassword(Connection connection, Actor actor, Member wanted, String hash) throws SQLException {
        Sql.change(
                connection,
                "update worker set password_hash = ? where org_id = ? and worker_id = ?",
                hash,
                actor.organisation(),
                wanted.id());
        Sql.change(
                connection,
                "delete from web_session where org_id = ? and worker_id = ?",
                actor.organisation(),
                wanted.id());
    }

    private static Worker.Profile profile(Connection connection, Actor actor, Member wanted) throws SQLException {
        String site = Sql.first(connection, """
                        select s.name from team t join site s on s.org_id = t.org_id and s.site_id = t.site_id
                        where t.org_id = ? and t.team_id = ?""", row -> row.getString(1), actor.organisation(), wanted.team())
                .orElse(null);
        return new Worker.Profile(
                wanted.name(), List.copyOf(wanted.roles()), wanted.fullTimePercent(), wanted.team(), site);
    }

    /** Two who write one account wait for each other. */
    private static Optional<Member> lock(Connection connection, OrganisationId organisation, WorkerId worker)
            throws SQLException {
        return Sql.first(
                connection,
                "select " + Member.COLUMNS + " from worker where org_id = ? and worker_id = ? for update",
                Member::of,
                organisation,
                worker);
    }

    private static Optional<Member> find(Connection connection, OrganisationId organisation, WorkerId worker)
            throws SQLException {
        return Sql.first(
                connection,
                "select " + Member.COLUMNS + " from worker where org_id = ? and worker_id = ?",
                Member::of,
                organisation,
                worker);
    }

    private void tell(Connection connection, Actor actor, WorkerId by, Member wanted, boolean givesPassword, Instant at)
            throws SQLException {
        String what = (wanted.active() ? "active " : "left ") + wanted.fullTimePercent() + " " + wanted.roles()
                + " team " + wanted.team() + (wanted.mailbox().isEmpty() ? "" : " mailbox")
                + (givesPassword ? " password" : "");
        audit.append(
                connection,
                actor.organisation(),
                List.of(new AuditEntry(
                        at,
                        by,
                        actor.stream(),
                        AuditEntry.Act.CHANGE_STAFF,
                        null,
                        new RecordId(wanted.id().value()),
                        what)));
    }
}
