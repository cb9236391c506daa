package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;

/**
 * Empties records that were deleted long ago, and raises the floor of their buckets: a phone that was away for longer
 * fetches those buckets again. Ids stay, so that a late edit is still a conflict. Rule: R-REC.
 */
@Singleton
public class TombstonePurge {

    /** Longer than anybody's phone stays in a drawer. */
    public static final Duration KEPT = Duration.ofDays(180);

    /** A dossier that was merged into another is no deletion: it is whole again when that is undone. */
    private static final String OLD = """
             deleted and octet_length(sealed) > 0 and changed_at < ?
            and not exists (select 1 from open_conflict c where c.org_id = r.org_id and c.subject_id = r.record_id)
            and not exists (select 1 from redirect d where d.org_id = r.org_id and d.from_id = r.record_id)""";

    private record Place(OrganisationId organisation, BucketId bucket) {}

    private final Database database;

    TombstonePurge(Database database) {
        this.database = database;
    }

    /**
     * Purges some buckets, each in a transaction of its own.
     *
     * @return how many; fewer than {@code most} where none is left
     */
    public int purge(Instant now, int most) {
        Instant before = now.minus(KEPT);
        List<Place> places = database.read(connection -> Sql.all(
                connection,
                "select org_id, bucket_id from record r where" + OLD
                        + " union select org_id, bucket_id from departure_fact where departed_at < ? limit ?",
                row -> new Place(new OrganisationId(row.getObject(1, UUID.class)), new BucketId(row.getString(2))),
                before,
                before,
                most));
        places.forEach(place -> database.write(connection -> purge(connection, place, before)));
        return places.size();
    }

    /** The floor first: the database lets nothing be emptied above it. */
    private static int purge(Connection connection, Place place, Instant before) throws SQLException {
        new Heads(connection, place.organisation()).lock(List.of(place.bucket()));
        Object[] old = {place.organisation(), place.bucket().value(), before};
        Sql.change(
                connection,
                "update bucket b set floor_seq = greatest(floor_seq, (select coalesce(max(position), 0) from record r"
                        + " where r.org_id = b.org_id and r.bucket_id = b.bucket_id and" + OLD + "),"
                        + " (select coalesce(max(position), 0) from departure_fact d where d.org_id = b.org_id"
                        + " and d.bucket_id = b.bucket_id and d.departed_at < ?))"
                        + " where b.org_id = ? and b.bucket_id = ?",
                before,
                before,
                place.organisation(),
                place.bucket().value());
        Sql.change(
                connection, "delete from departure_fact where org_id = ? and bucket_id = ? and departed_at < ?", old);
        return Sql.change(
                connection, "update record r set sealed = '' where org_id = ? and bucket_id = ? and" + OLD, old);
    }
}
