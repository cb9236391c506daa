package org.tournee.server.reference;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.tournee.organisation.OrganisationId;
import org.tournee.profile.NormEdit;
import org.tournee.profile.OrganisationProfile;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Draft;
import org.tournee.server.store.RecordWriter;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Publishes the profile with changed figures: every phone has it with its next sync. Rules: R-SEG-0, R-AUD. */
@Singleton
class ProfileVersions {

    private final Database database;
    private final RecordWriter writer;

    ProfileVersions(Database database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /**
     * Writes the profile with that edit, as the next version, and the journal in the same transaction.
     *
     * @param seen the version that the edit was made from
     * @return whether it stands; nothing is written where another version is in force meanwhile
     */
    boolean publish(Actor actor, NormEdit edit, long seen, Instant at) {
        return database.write(connection -> {
            writer.lock(connection, actor, List.of(BucketId.REFERENCE));
            OrganisationProfile now = Profiles.latest(
                            connection, actor.organisation(), RecordKind.PROFILE, OrganisationProfile.class)
                    .orElseThrow();
            if (now.version() != seen) {
                return false;
            }
            OrganisationProfile next = edit.applied(now);
            RecordId record = record(connection, actor.organisation());
            AuditEntry entry = new AuditEntry(
                    at,
                    actor.worker(),
                    actor.stream(),
                    AuditEntry.Act.CHANGE_PROFILE,
                    null,
                    record,
                    Integer.toString(next.version()));
            writer.write(
                    connection,
                    actor,
                    List.of(new Draft(record, RecordKind.PROFILE, null, BucketId.REFERENCE, Groups.of(next))),
                    List.of(),
                    List.of(entry),
                    at);
            return true;
        });
    }

    private static RecordId record(Connection connection, OrganisationId organisation) throws SQLException {
        return Sql.first(
                        connection,
                        """
                        select record_id from record
                        where org_id = ? and bucket_id = 'ref' and kind = ? and not deleted
                        order by position desc limit 1
                        """,
                        row -> new RecordId(Sql.uuid(row, "record_id")),
                        organisation,
                        RecordKind.PROFILE.code())
                .orElseThrow();
    }
}
