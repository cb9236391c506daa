package org.tournee.server.workflow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Exemption;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Draft;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.RecordRules;

/** Days on which no contact is expected: granted and ended by the head of the dossier. Rule: R-SEG-10. */
@Singleton
public class Exemptions {

    /** It reaches no further back *(choice)*. */
    private static final int LONGEST_MONTHS = 12;

    /** What came of it. */
    public enum Result {
        DONE,
        NOT_THE_HEAD,
        /** A reason or a day is missing. */
        INCOMPLETE,
        /** It ends before it begins. */
        BACKWARDS,
        /** Too long, or too far back. */
        OUT_OF_BOUNDS,
        /** It is declined without a reason, or with one that is too long. */
        UNREASONED,
        /** It was answered already, or nobody asked. */
        NOT_WAITING,
        /** It is over already, or there is none such. */
        NOT_RUNNING
    }

    private final Database database;
    private final LockedDossiers dossiers;
    private final RecordWriter writer;
    private final Organisations organisations;

    Exemptions(Database database, LockedDossiers dossiers, RecordWriter writer, Organisations organisations) {
        this.database = database;
        this.dossiers = dossiers;
        this.writer = writer;
        this.organisations = organisations;
    }

    /**
     * Grants one. The same id granted again changes nothing.
     *
     * @param id of the record that it becomes
     */
    public Result grant(Actor actor, WorkerId head, DossierId dossier, RecordId id, Exemption.Grant grant, Instant at) {
        LocalDate today = organisations.today(actor.organisation(), at);
        Optional<Result> refused = refusal(grant, today);
        if (refused.isPresent()) {
            return refused.get();
        }
        return database.write(connection -> {
            Optional<LockedDossiers.Locked> locked = lock(connection, actor, head, dossier, at);
            if (locked.isEmpty()) {
                return Result.NOT_THE_HEAD;
            }
            if (find(locked.get(), id).isPresent()) {
                return Result.DONE;
            }
            if (dossiers.isRecord(connection, actor, id)) {
                return Result.INCOMPLETE; // no page of ours made that id
            }
            write(connection, actor, head, dossier, id, new Exemption(grant), at);
            return Result.DONE;
        });
    }

    /** Why those days may not be granted, asked for or not: it may have waited on a phone for long. */
    private static Optional<Result> refusal(Exemption.Grant grant, LocalDate today) {
        if (!grant.from().isBefore(grant.until())) {
            return Optional.of(Result.BACKWARDS);
        }
        boolean reachesTooFar = grant.from().isBefore(today.minusMonths(LONGEST_MONTHS));
        return reachesTooFar || Exemption.isTooLong(grant.from(), grant.until())
                ? Optional.of(Result.OUT_OF_BOUNDS)
                : Optional.empty();
    }

    /**
     * Grants what was asked for, as it was asked for. Answered again, it changes nothing.
     *
     * @param id of what was asked
     */
    public Result follow(Actor actor, WorkerId head, DossierId dossier, RecordId id, Instant at) {
        return answer(actor, head, dossier, id, at, (asked, today) -> new Exemption(asked.by(head), asked, null));
    }

    /** Declines what was asked for, and says why to whoever asked. Answered again, it changes nothing. */
    public Result decline(Actor actor, WorkerId head, DossierId dossier, RecordId id, String why, Instant at) {
        if (why.isBlank() || why.length() > RecordRules.LONGEST_NOTE) {
            return Result.UNREASONED;
        }
        return answer(
                actor,
                head,
                dossier,
                id,
                at,
                (asked, today) -> new Exemption(null, asked, new Exemption.Declined(today, head, why)));
    }

    private Result answer(
            Actor actor,
            WorkerId head,
            DossierId dossier,
            RecordId id,
            Instant at,
            BiFunction<Exemption.Asked, LocalDate, Exemption> answered) {
        LocalDate today = organisations.today(actor.organisation(), at);
        return database.write(connection -> {
            Optional<LockedDossiers.Locked> locked = lock(connection, actor, head, dossier, at);
            if (locked.isEmpty()) {
                return Result.NOT_THE_HEAD;
            }
            Exemption.Asked asked = find(locked.get(), id)
                    .filter(Exemption::isWaiting)
                    .map(Exemption::asked)
                    .orElse(null);
            if (asked == null) {
                return Result.NOT_WAITING;
            }
            Exemption after = answered.apply(asked, today);
            Optional<Result> refused = after.granted().flatMap(grant -> refusal(grant, today));
            if (refused.isPresent()) {
                return refused.get();
            }
            write(connection, actor, head, dossier, id, after, at);
            return Result.DONE;
        });
    }

    /**
     * Ends one: today is the first day on which contacts are expected again. One that has not begun is taken back, and
     * stays as one of no day.
     */
    public Result end(Actor actor, WorkerId head, DossierId dossier, RecordId id, Instant at) {
        LocalDate today = organisations.today(actor.organisation(), at);
        return database.write(connection -> {
            Optional<LockedDossiers.Locked> locked = lock(connection, actor, head, dossier, at);
            if (locked.isEmpty()) {
                return Result.NOT_THE_HEAD;
            }
            Exemption.Asked asked = find(locked.get(), id).map(Exemption::asked).orElse(null);
            Exemption.Grant running = find(locked.get(), id)
                    .flatMap(Exemption::granted)
                    .filter(grant -> today.isBefore(grant.until()))
                    .orElse(null);
            if (running == null) {
                return Result.NOT_RUNNING;
            }
            LocalDate until = today.isBefore(running.from()) ? running.from() : today;
            Exemption.Grant ended = new Exemption.Grant(running.reason(), running.from(), until, running.grantedBy());
            write(connection, actor, head, dossier, id, new Exemption(ended, asked, null), at);
            return Result.DONE;
        });
    }

    /** Empty where the worker is not its head: nothing is told of it. */
    private Optional<LockedDossiers.Locked> lock(
            Connection connection, Actor actor, WorkerId head, DossierId dossier, Instant at) throws SQLException {
        return dossiers.lock(connection, actor, head, dossier, at)
                .filter(locked -> locked.standing().may(Act.DECIDE, Subject.dossier(), null));
    }

    private static Optional<Exemption> find(LockedDossiers.Locked locked, RecordId id) {
        return locked.contents().exemptions().stream()
                .filter(entry -> entry.id().equals(id))
                .map(Entry::value)
                .findFirst();
    }

    private void write(
            Connection connection,
            Actor actor,
            WorkerId head,
            DossierId dossier,
            RecordId id,
            Exemption exemption,
            Instant at)
            throws SQLException {
        Draft draft = new Draft(id, RecordKind.EXEMPTION, dossier, BucketId.service(dossier), Groups.of(exemption));
        AuditEntry audit = new AuditEntry(
                at,
                head,
                actor.stream(),
                AuditEntry.Act.EXEMPT,
                dossier,
                id,
                exemption.granted().map(grant -> grant.reason().name()).orElse("DECLINED"));
        writer.write(connection, actor, List.of(draft), List.of(), List.of(audit), at);
    }
}
