package org.tournee.server.directory;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tournee.directory.Listed;
import org.tournee.directory.Partner;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Draft;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** The partners, in clear in the reference bucket that every phone holds. Rules: R-DIR, R-AUD. */
@Singleton
class Directory {

    /**
     * A partner as it stands.
     *
     * @param rev by which a form says what it was made from
     */
    record Kept(Listed listed, long rev) {

        static final Comparator<Kept> BY_NAME = Comparator.comparing(Kept::listed, Listed.BY_NAME);
    }

    private final Database database;
    private final RecordWriter writer;

    Directory(Database database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** By name, closed ones included. */
    List<Kept> all(OrganisationId organisation) {
        return database
                .read(connection -> Sql.all(
                        connection,
                        """
                select record_id, rev, sealed from record
                where org_id = ? and bucket_id = 'ref' and kind = 'partner' and not deleted
                """,
                        row -> new Kept(
                                new Listed(
                                        new RecordId(Sql.uuid(row, "record_id")),
                                        Wire.read(Partner.class, row.getBytes("sealed"))),
                                row.getLong("rev")),
                        organisation))
                .stream()
                .sorted(Kept.BY_NAME)
                .toList();
    }

    Optional<Kept> find(OrganisationId organisation, RecordId partner) {
        return all(organisation).stream()
                .filter(kept -> kept.listed().id().equals(partner))
                .findFirst();
    }

    /**
     * Writes a partner on the revision that was seen, audited in the same transaction.
     *
     * @param seen 0 for a new one
     * @return whether it stands; nothing is written where somebody else wrote it meanwhile
     */
    boolean save(Actor actor, Listed partner, long seen, Instant at) {
        return database.write(connection -> {
            writer.lock(connection, actor, List.of(BucketId.REFERENCE));
            if (!isAsSeen(connection, actor.organisation(), partner.id(), seen)) {
                return false;
            }
            Draft draft =
                    new Draft(partner.id(), RecordKind.PARTNER, null, BucketId.REFERENCE, Groups.of(partner.partner()));
            AuditEntry entry = new AuditEntry(
                    at, actor.worker(), actor.stream(), AuditEntry.Act.WRITE, null, partner.id(), "partner");
            writer.write(connection, actor, List.of(draft), List.of(), List.of(entry), at);
            return true;
        });
    }

    /** Not so either where the id is that of another record: it comes from the form. */
    private static boolean isAsSeen(Connection connection, OrganisationId organisation, RecordId partner, long seen)
            throws SQLException {
        return Sql.first(
                        connection,
                        "select kind, rev from record where org_id = ? and record_id = ?",
                        row -> row.getString("kind").equals(RecordKind.PARTNER.code()) && row.getLong("rev") == seen,
                        organisation,
                        partner)
                .orElse(seen == 0);
    }
}
