package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.server.store.DossierStandings.DossierStanding;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.StreamId;

/**
 * What came back to its author and waits: that it exists, what it is about and why, without what it says. Written in the
 * transaction of the returned change, and gone with it. Rules: R-REC, R-SHARE.
 */
@Singleton
public class OpenReturns {

    private static final String SELECT = "select * from open_return where org_id = ?";

    /**
     * A change that came back.
     *
     * @param record the returned change itself
     * @param dossier null where the operation named no dossier that we know
     * @param subject the record that it was to change; null where its bytes did not say
     * @param kind of the subject, by its code
     * @param groups the field groups that it was to write
     */
    public record Open(
            RecordId record,
            WorkerId author,
            @Nullable DossierId dossier,
            StreamId stream,
            long opSeq,
            @Nullable RecordId subject,
            @Nullable String kind,
            List<String> groups,
            Audience audience,
            ReturnReason reason,
            Instant since) {

        /** Whether somebody may do that with all that it was to write. */
        public boolean allows(DossierStanding standing, Act act) {
            return subjects().stream().allMatch(about -> standing.may(act, about, author));
        }

        private List<Subject> subjects() {
            RecordKind known = kind == null ? null : RecordKind.ofCode(kind).orElse(null);
            return known == null || groups.isEmpty()
                    ? List.of(new Subject(audience, known, null))
                    : groups.stream()
                            .map(group -> Subject.group(known, group, audience))
                            .toList();
        }
    }

    /** All of the organisation, the oldest first. */
    public List<Open> all(Connection connection, OrganisationId organisation) throws SQLException {
        return Sql.all(connection, SELECT + " order by since, record_id", OpenReturns::open, organisation);
    }

    public Optional<Open> find(Connection connection, OrganisationId organisation, RecordId record)
            throws SQLException {
        return Sql.first(connection, SELECT + " and record_id = ?", OpenReturns::open, organisation, record);
    }

    /** Brings the table up to date with those of the rows that are returned changes. */
    static void write(Connection connection, OrganisationId organisation, Collection<RecordRow> rows)
            throws SQLException {
        List<RecordRow> waiting = new ArrayList<>();
        List<RecordRow> over = new ArrayList<>();
        for (RecordRow row : rows) {
            if (row.kind().equals(RecordKind.RETURNED_CHANGE.code())) {
                (row.deleted() ? over : waiting).add(row);
            }
        }
        insert(connection, organisation, waiting);
        remove(connection, organisation, over);
    }

    /** What changes a record that we do not know is restricted: nobody can tell whom it concerns. */
    private static void insert(Connection connection, OrganisationId organisation, List<RecordRow> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into open_return (org_id, record_id, author_id, dossier_id, stream_id, op_seq, subject_id, kind,
                                         group_names, restricted, reason, since)
                select ?, f.record_id, f.author_id, f.dossier_id, f.stream_id, f.op_seq, f.subject_id, f.kind,
                       f.group_names, coalesce(s.bucket_id like 'd/%/r/%', true), f.reason, f.since
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::int8[], ?::uuid[], ?::text[], ?::text[],
                            ?::text[], ?::timestamptz[])
                     as f(record_id, author_id, dossier_id, stream_id, op_seq, subject_id, kind, group_names, reason,
                          since)
                left join record s on s.org_id = ? and s.record_id = f.subject_id
                on conflict do nothing""")) {
            List<ReturnedChange> changes = rows.stream()
                    .map(row -> row.groups().as(ReturnedChange.class))
                    .toList();
            insert.setObject(1, organisation.value());
            insert.setArray(2, arrays.ids(rows, RecordRow::id));
            insert.setArray(3, arrays.ids(rows, RecordRow::author));
            insert.setArray(4, arrays.ids(rows, RecordRow::dossier));
            insert.setArray(5, arrays.ids(changes, change -> change.origin().stream()));
            insert.setArray(6, arrays.longs(changes, change -> change.origin().opSeq()));
            insert.setArray(7, arrays.ids(changes, change -> change.origin().recordId()));
            insert.setArray(8, arrays.texts(changes, change -> change.origin().kind()));
            insert.setArray(9, arrays.texts(changes, OpenReturns::groups));
            insert.setArray(
                    10,
                    arrays.texts(changes, change -> change.refusal().reason().name()));
            insert.setArray(11, arrays.instants(rows, RecordRow::changedAt));
            insert.setObject(12, organisation.value());
            insert.executeUpdate();
        }
    }

    private static void remove(Connection connection, OrganisationId organisation, List<RecordRow> rows)
            throws SQLException {
        if (!rows.isEmpty()) {
            Sql.change(
                    connection,
                    "delete from open_return where org_id = ? and record_id = any(?)",
                    organisation,
                    rows.stream().map(row -> row.id().value()).toArray(UUID[]::new));
        }
    }

    private static String groups(ReturnedChange change) {
        return String.join(" ", Groups.parse(change.origin().groups()).byName().keySet());
    }

    private static Open open(ResultSet row) throws SQLException {
        UUID dossier = Sql.uuidOrNull(row, "dossier_id");
        UUID subject = Sql.uuidOrNull(row, "subject_id");
        String groups = row.getString("group_names");
        return new Open(
                new RecordId(Sql.uuid(row, "record_id")),
                new WorkerId(Sql.uuid(row, "author_id")),
                dossier == null ? null : new DossierId(dossier),
                new StreamId(Sql.uuid(row, "stream_id")),
                row.getLong("op_seq"),
                subject == null ? null : new RecordId(subject),
                row.getString("kind"),
                groups.isEmpty() ? List.of() : List.of(groups.split(" ", -1)),
                row.getBoolean("restricted") ? Audience.RESTRICTED : Audience.SERVICE,
                ReturnReason.valueOf(row.getString("reason")),
                Sql.instant(row, "since"));
    }
}
