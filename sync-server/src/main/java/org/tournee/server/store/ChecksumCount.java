package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;

/** Counts the checksums of buckets that were written before checksums were kept. Rule: R-SYN. */
@Singleton
public class ChecksumCount {

    private record Place(OrganisationId organisation, BucketId bucket) {}

    private final Database database;
    private final RecordTable records;

    ChecksumCount(Database database, RecordTable records) {
        this.database = database;
        this.records = records;
    }

    /**
     * Counts some of the buckets that have no checksum, each in a transaction of its own.
     *
     * @return how many were counted; fewer than {@code most} where none is left
     */
    public int countMissing(int most) {
        List<Place> missing = database.read(connection -> Sql.all(
                connection,
                "select org_id, bucket_id from bucket where checksum is null limit ?",
                row -> new Place(new OrganisationId(row.getObject(1, UUID.class)), new BucketId(row.getString(2))),
                most));
        missing.forEach(place -> database.write(connection -> count(connection, place)));
        return missing.size();
    }

    private int count(Connection connection, Place place) throws SQLException {
        new Heads(connection, place.organisation()).lock(List.of(place.bucket()));
        Checksum sum = of(connection, place.organisation(), place.bucket());
        return Sql.change(
                connection,
                "update bucket set checksum = ? where org_id = ? and bucket_id = ?",
                sum.value(),
                place.organisation(),
                place.bucket().value());
    }

    /** The checksum of a bucket, from its rows. */
    Checksum of(Connection connection, OrganisationId organisation, BucketId bucket) throws SQLException {
        return records.ofBucket(connection, organisation, bucket).stream()
                .map(RecordRow::checksum)
                .reduce(Checksum.NONE, Checksum::plus);
    }
}
