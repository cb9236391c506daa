package org.tournee.server.conflict;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/** The conflicts that nobody has settled yet. */
@Singleton
public class OpenConflicts {

    private static final String COLUMNS =
            "select conflict_id, dossier_id, bucket_id, subject_id, kind, group_name, since from open_conflict";

    /**
     * That a conflict exists, without what it is about.
     *
     * @param kind the code of the subject's kind
     * @param group the field group on which the edits differ
     */
    public record Open(
            RecordId conflict,
            DossierId dossier,
            BucketId bucket,
            RecordId subject,
            String kind,
            String group,
            Instant since) {}

    private final Database database;

    OpenConflicts(Database database) {
        this.database = database;
    }

    /** All of the organisation, the oldest first. */
    public List<Open> all(OrganisationId organisation) {
        return database.read(connection -> Sql.all(
                connection,
                COLUMNS + " where org_id = ? order by since, conflict_id",
                OpenConflicts::open,
                organisation));
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(
                new RecordId(Sql.uuid(row, "conflict_id")),
                new DossierId(Sql.uuid(row, "dossier_id")),
                new BucketId(row.getString("bucket_id")),
                new RecordId(Sql.uuid(row, "subject_id")),
                row.getString("kind"),
                row.getString("group_name"),
                Sql.instant(row, "since"));
    }
}
