package org.tournee.server.duplicate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What the database remembers of one merge, and what it derives from where records are. Rule: R-DUP. */
final class MergeRows {

    /** What rules look at, by dossier: written again where the records go. */
    private static final List<String> FACTS = List.of(
            "contact_fact",
            "person_fact",
            "referent_fact",
            "stay_fact",
            "exemption_fact",
            "segment_change_fact",
            "mandate_fact",
            "request_fact",
            "directory_fact",
            "told_fact",
            "checkup_fact",
            "right_fact",
            "due_fact");

    private final Connection connection;
    private final OrganisationId organisation;
    private final UUID merge;

    MergeRows(Connection connection, OrganisationId organisation, UUID merge) {
        this.connection = connection;
        this.organisation = organisation;
        this.merge = merge;
    }

    void begin(DossierId kept, DossierId merged, WorkerId reviewer, Instant at) throws SQLException {
        change("""
                insert into dossier_merge (org_id, merge_id, kept_id, merged_id, decided_by, decided_at)
                values (?, ?, ?, ?, ?, ?)
                """, organisation, merge, kept, merged, reviewer, at);
    }

    /** Keeps where a record was. */
    void remember(RecordRow row) throws SQLException {
        change(
                "insert into merged_record (org_id, merge_id, record_id, bucket_id) values (?, ?, ?, ?)",
                organisation,
                merge,
                row.id(),
                row.bucket().value());
    }

    void redirect(UUID from, UUID to) throws SQLException {
        change(
                "insert into redirect (org_id, from_id, to_id, merge_id) values (?, ?, ?, ?)",
                organisation,
                from,
                to,
                merge);
    }

    /** The merge is undone: nothing leads elsewhere any more. */
    void end(WorkerId reviewer, Instant at) throws SQLException {
        change("delete from redirect where org_id = ? and merge_id = ?", organisation, merge);
        change(
                "update dossier_merge set undone_by = ?, undone_at = ? where org_id = ? and merge_id = ?",
                reviewer,
                at,
                organisation,
                merge);
    }

    Optional<DossierMerges.Standing> standing() throws SQLException {
        return Sql.first(connection, """
                select merge_id, kept_id, merged_id, decided_by, decided_at from dossier_merge
                where org_id = ? and merge_id = ? and undone_at is null for update
                """, MergeRows::standing, organisation, merge);
    }

    static DossierMerges.Standing standing(ResultSet row) throws SQLException {
        return new DossierMerges.Standing(
                Sql.uuid(row, "merge_id"),
                new DossierId(Sql.uuid(row, "kept_id")),
                new DossierId(Sql.uuid(row, "merged_id")),
                new WorkerId(Sql.uuid(row, "decided_by")),
                Sql.instant(row, "decided_at"));
    }

    /** Which records go back, and where to: those that were moved, and those made for the merged dossier since. */
    Map<RecordId, BucketId> places(DossierId kept, DossierId merged) throws SQLException {
        Map<RecordId, BucketId> places = new HashMap<>();
        if (!kept.equals(merged)) {
            madeSince(merged)
                    .forEach(place -> places.put(place.record(), DossierMerges.inDossier(place.bucket(), merged)));
        }
        Sql.all(
                        connection,
                        "select record_id, bucket_id from merged_record where org_id = ? and merge_id = ?",
                        MergeRows::place,
                        organisation,
                        merge)
                .forEach(place -> places.put(place.record(), place.bucket()));
        return places;
    }

    /** What was sent for a dossier that was merged into this one before came through it, and goes back with it. */
    private List<Place> madeSince(DossierId merged) throws SQLException {
        return Sql.all(connection, """
                with recursive led as (
                    select ?::uuid as dossier_id
                    union select m.merged_id from dossier_merge m join led on m.kept_id = led.dossier_id
                    where m.org_id = ? and m.undone_at is null and m.kept_id <> m.merged_id)
                select l.record_id, r.bucket_id from operation_log l
                join record r on r.org_id = l.org_id and r.record_id = l.record_id
                where l.org_id = ? and l.dossier_id in (select dossier_id from led) and l.creates
                      and r.bucket_id like 'd/%'
                """, MergeRows::place, merged, organisation, organisation);
    }

    private record Place(RecordId record, BucketId bucket) {}

    private static Place place(ResultSet row) throws SQLException {
        return new Place(new RecordId(Sql.uuid(row, "record_id")), new BucketId(row.getString("bucket_id")));
    }

    /** The facts of a dossier whose records went elsewhere. */
    void forgetFacts(DossierId dossier) throws SQLException {
        for (String table : FACTS) {
            change("delete from " + table + " where org_id = ? and dossier_id = ?", organisation, dossier);
        }
        change("delete from dossier_fact where org_id = ? and dossier_id = ?", organisation, dossier);
        change("delete from person_key where org_id = ? and dossier_id = ?", organisation, dossier);
    }

    /** The facts of records that went from a dossier to another. */
    void forgetFacts(DossierId dossier, Collection<RecordId> gone) throws SQLException {
        for (String table : FACTS) {
            change(
                    "delete from " + table + " where org_id = ? and dossier_id = ? and record_id = any(?)",
                    organisation,
                    dossier,
                    uuids(gone));
        }
    }

    /** Whether edits of the dossier's own record wait for a decision. */
    static boolean hasConflictOn(Connection connection, OrganisationId organisation, DossierId dossier)
            throws SQLException {
        return !Sql.all(
                        connection,
                        "select conflict_id from open_conflict where org_id = ? and subject_id = ?",
                        row -> Sql.uuid(row, "conflict_id"),
                        organisation,
                        dossier)
                .isEmpty();
    }

    /** Open conflicts go where what they are about goes. */
    void moveConflicts(DossierId from, DossierId to) throws SQLException {
        change("""
                update open_conflict set dossier_id = ?, bucket_id = replace(bucket_id, ?, ?)
                where org_id = ? and dossier_id = ?
                """, to, from.toString(), to.toString(), organisation, from);
    }

    void moveConflicts(DossierId from, DossierId to, Collection<RecordId> subjects) throws SQLException {
        change("""
                update open_conflict set dossier_id = ?, bucket_id = replace(bucket_id, ?, ?)
                where org_id = ? and dossier_id = ? and subject_id = any(?)
                """, to, from.toString(), to.toString(), organisation, from, uuids(subjects));
    }

    /** What was proposed about these two is decided; twins of the kept household stay proposed. */
    void decideDuplicates(
            DossierId kept, DossierId merged, Map<RecordId, RecordId> samePersons, WorkerId reviewer, Instant at)
            throws SQLException {
        change(
                """
                update duplicate set state = 'MERGED', decided_by = ?, decided_at = ?
                where org_id = ? and state = 'OPEN' and (one_id = any(?) or other_id = any(?))
                and one_dossier in (?, ?) and other_dossier in (?, ?)
                """,
                reviewer,
                at,
                organisation,
                uuids(samePersons.keySet()),
                uuids(samePersons.keySet()),
                kept,
                merged,
                kept,
                merged);
        change(
                "update duplicate set one_dossier = ? where org_id = ? and one_dossier = ? and state = 'OPEN'",
                kept,
                organisation,
                merged);
        change(
                "update duplicate set other_dossier = ? where org_id = ? and other_dossier = ? and state = 'OPEN'",
                kept,
                organisation,
                merged);
    }

    /** Who answers for a dossier that day, by its records. */
    static Set<WorkerId> answering(List<RecordRow> rows, LocalDate today) {
        return rows.stream()
                .filter(row -> row.kind().equals(RecordKind.REFERENT_TERM.code()) && !row.deleted())
                .map(row -> row.groups().as(ReferentTerm.class).term())
                .filter(term -> term.runsOn(today))
                .map(ReferentTerm.Term::worker)
                .collect(Collectors.toSet());
    }

    static DossierId dossier(RecordRow row) {
        return Objects.requireNonNull(row.dossier(), "A record of a dossier");
    }

    private void change(String sql, Object... parameters) throws SQLException {
        Sql.change(connection, sql, parameters);
    }

    private static UUID[] uuids(Collection<RecordId> ids) {
        return ids.stream().map(RecordId::value).toArray(UUID[]::new);
    }
}
