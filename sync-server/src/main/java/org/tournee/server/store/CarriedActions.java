package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.reception.CollectiveAction;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Collective actions that outlast the quarter of their register go on in the running one: else phones would give them back
 * with the old register, and nobody could count or end them any more. Rule: R-COL. Decision: docs/decisions/0050.
 */
@Singleton
class CarriedActions {

    private record Lasting(RecordId id, DossierId before, LocalDate until, DossierId after, LocalDate from) {}

    private final Database database;
    private final RecordTable records;
    private final RecordWriter writer;

    CarriedActions(Database database, RecordTable records, RecordWriter writer) {
        this.database = database;
        this.records = records;
        this.writer = writer;
    }

    /** Carries what is open, each in one transaction. Done again, it changes nothing. */
    void carry(OrganisationId organisation, LocalDate today, Instant now) {
        lasting(organisation, today)
                .forEach(action -> database.write(connection -> {
                    carry(connection, Actor.service(organisation), action, now);
                    return null;
                }));
    }

    /** What its fact says is open; the record itself is looked at under the lock. */
    private List<Lasting> lasting(OrganisationId organisation, LocalDate today) {
        return database.read(
                connection -> Sql.all(connection, """
                select a.record_id, b.register_id as before_id, b.until_day, n.register_id as after_id, n.from_day
                from collective_action_fact a
                join reception_register b on b.org_id = a.org_id and b.register_id = a.register_id
                join reception_register n on n.org_id = b.org_id and n.site_id = b.site_id
                    and n.from_day <= ? and n.until_day > ?
                where a.org_id = ? and a.ended_on is null and b.until_day <= ? and not exists (
                    select 1 from erased_dossier e where e.org_id = b.org_id and e.dossier_id = b.register_id)
                order by a.record_id""", CarriedActions::lasting, today, today, organisation, today));
    }

    private static Lasting lasting(ResultSet row) throws SQLException {
        return new Lasting(
                new RecordId(Sql.uuid(row, "record_id")),
                new DossierId(Sql.uuid(row, "before_id")),
                row.getObject("until_day", LocalDate.class),
                new DossierId(Sql.uuid(row, "after_id")),
                row.getObject("from_day", LocalDate.class));
    }

    private void carry(Connection connection, Actor service, Lasting lasting, Instant now) throws SQLException {
        BucketId before = BucketId.service(lasting.before());
        BucketId after = BucketId.service(lasting.after());
        writer.lock(connection, service, List.of(before, after));
        Optional<CollectiveAction> open =
                records.find(connection, service.organisation(), List.of(lasting.id())).stream()
                        .filter(row -> !row.deleted())
                        .map(row -> row.groups().as(CollectiveAction.class))
                        .filter(CollectiveAction::isOpen)
                        .findFirst();
        if (open.isEmpty()) {
            return; // ended, taken back or carried meanwhile
        }
        RecordId id = writer.newId();
        Groups ended = Groups.of(open.get().endedWith(lasting.until()));
        Groups carried = Groups.of(open.get().carriedInto(lasting.from()));
        writer.write(
                connection,
                service,
                List.of(
                        new Draft(lasting.id(), RecordKind.COLLECTIVE_ACTION, lasting.before(), before, ended),
                        new Draft(id, RecordKind.COLLECTIVE_ACTION, lasting.after(), after, carried)),
                List.of(),
                List.of(told(lasting.before(), lasting.id(), now), told(lasting.after(), id, now)),
                now);
    }

    private static AuditEntry told(DossierId register, RecordId action, Instant now) {
        return new AuditEntry(now, null, null, AuditEntry.Act.WRITE, register, action, "carried over");
    }
}
