package org.tournee.server.duplicate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DocumentKeys;
import org.tournee.server.store.Grants;
import org.tournee.server.store.IdSource;
import org.tournee.server.store.MovedMeanwhile;
import org.tournee.server.store.Organisations;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.RedirectTable;
import org.tournee.server.store.Workspace;
import org.tournee.server.store.WorkspaceStore;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/**
 * Two dossiers of one household become one, after somebody has looked at both; and two again, if that was wrong. Every
 * record of the merged dossier goes to the one that is kept, its referents with it; phones that were offline meanwhile
 * are told by their next pull, and what they send later for the merged dossier finds its way. Rule: R-DUP.
 */
@Singleton
public class DossierMerges {

    /** What came of it. */
    public sealed interface Result {}

    /** They are one, or two again. */
    public record Done(UUID merge) implements Result {}

    /** Nothing was done. */
    public record Refused(Reason reason) implements Result {}

    /** Why nothing was done. */
    public enum Reason {
        /** One of them does not exist, or not any more. */
        UNKNOWN,
        /** They are the same, or one of them is merged into another already. */
        MERGED_ALREADY,
        /** Edits of the merged dossier's own record wait for a decision: they are settled first. */
        CONFLICT_OPEN,
        /** The dossier that was kept has been merged into another since: that is undone first. */
        MERGED_FURTHER
    }

    /** A merge that stands. */
    public record Standing(UUID merge, DossierId kept, DossierId merged, WorkerId decidedBy, Instant decidedAt) {}

    private final Database database;
    private final RecordTable records;
    private final WorkspaceStore workspaces;
    private final Organisations organisations;
    private final DocumentKeys documents;
    private final IdSource ids;

    DossierMerges(
            Database database,
            RecordTable records,
            WorkspaceStore workspaces,
            Organisations organisations,
            DocumentKeys documents,
            IdSource ids) {
        this.database = database;
        this.records = records;
        this.workspaces = workspaces;
        this.organisations = organisations;
        this.documents = documents;
        this.ids = ids;
    }

    /** The merges that stand, the latest first. */
    public List<Standing> standing(OrganisationId organisation, int most) {
        return database.read(connection -> Sql.all(connection, """
                select merge_id, kept_id, merged_id, decided_by, decided_at from dossier_merge
                where org_id = ? and undone_at is null order by decided_at desc, merge_id limit ?
                """, MergeRows::standing, organisation, most));
    }

    /**
     * Makes one of two dossiers, or of two records of a person in one dossier.
     *
     * @param samePersons records of persons of the merged dossier, with those of the kept one that go on for them
     */
    public Result merge(
            Actor actor,
            WorkerId reviewer,
            DossierId kept,
            DossierId merged,
            Map<RecordId, RecordId> samePersons,
            Instant at) {
        return database.write(connection -> merge(connection, actor, reviewer, kept, merged, samePersons, at));
    }

    private Result merge(
            Connection connection,
            Actor actor,
            WorkerId reviewer,
            DossierId kept,
            DossierId merged,
            Map<RecordId, RecordId> samePersons,
            Instant at)
            throws SQLException {
        OrganisationId organisation = actor.organisation();
        documents.lock(connection, organisation, both(kept, merged));
        Workspace workspace = locked(connection, organisation, kept, merged, at);
        Optional<Reason> refusal = refusal(connection, organisation, kept, merged, samePersons);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        UUID merge = ids.next();
        MergeRows rows = new MergeRows(connection, organisation, merge);
        rows.begin(kept, merged, reviewer, at);
        boolean two = !kept.equals(merged);
        List<RecordRow> moving = two
                ? records.ofDossier(connection, organisation, merged)
                : records.find(connection, organisation, samePersons.keySet());
        workspace.load(Map.of(), moving, Map.of());
        for (RecordRow row : moving) {
            rows.remember(row);
            workspace.put(afterMerge(row, kept, samePersons, at));
        }
        if (two) {
            rows.redirect(merged.value(), kept.value());
        }
        for (Map.Entry<RecordId, RecordId> same : samePersons.entrySet()) {
            rows.redirect(same.getKey().value(), same.getValue().value());
        }
        finish(connection, actor, reviewer, workspace, AuditEntry.Act.MERGE, both(kept, merged), at);
        if (two) {
            rows.forgetFacts(merged);
            rows.moveConflicts(merged, kept);
            documents.follow(connection, organisation, kept);
            grant(connection, organisation, merged, kept, at);
        }
        rows.decideDuplicates(kept, merged, samePersons, reviewer, at);
        return new Done(merge);
    }

    private static RecordRow afterMerge(
            RecordRow row, DossierId kept, Map<RecordId, RecordId> samePersons, Instant at) {
        if (row.kind().equals(RecordKind.DOSSIER.code())) {
            return row.moved(MergeRows.dossier(row), row.bucket(), true, at, row.groups());
        }
        RecordId same = samePersons.get(row.id());
        Groups groups = same == null
                ? row.groups()
                : row.groups().with(Person.Merged.GROUP, Wire.json(new Person.Merged(new PersonId(same.value()))));
        return row.moved(kept, inDossier(row.bucket(), kept), row.deleted(), at, groups);
    }

    /** Takes a merge back: what came for the merged dossier since goes with it, by the target that the log kept. */
    public Result undo(Actor actor, WorkerId reviewer, UUID merge, Instant at) {
        return database.write(connection -> undo(connection, actor, reviewer, merge, at));
    }

    private Result undo(Connection connection, Actor actor, WorkerId reviewer, UUID merge, Instant at)
            throws SQLException {
        OrganisationId organisation = actor.organisation();
        MergeRows rows = new MergeRows(connection, organisation, merge);
        Optional<Standing> standing = rows.standing();
        if (standing.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        DossierId kept = standing.get().kept();
        DossierId merged = standing.get().merged();
        documents.lock(connection, organisation, both(kept, merged));
        Workspace workspace = locked(connection, organisation, kept, merged, at);
        if (!RedirectTable.ends(connection, organisation, Set.of(kept.value())).isEmpty()) {
            return new Refused(Reason.MERGED_FURTHER);
        }
        Map<RecordId, BucketId> places = rows.places(kept, merged);
        List<RecordRow> moving = records.find(connection, organisation, places.keySet()).stream()
                .sorted(Comparator.comparingLong(RecordRow::position)) // what came first stays before the others (M10)
                .toList();
        workspace.load(Map.of(), moving, Map.of());
        for (RecordRow row : moving) {
            boolean own = row.kind().equals(RecordKind.DOSSIER.code());
            BucketId place = places.getOrDefault(row.id(), inDossier(row.bucket(), merged));
            Groups groups = row.groups().with(Person.Merged.GROUP, null);
            workspace.put(row.moved(merged, place, !own && row.deleted(), at, groups));
        }
        rows.end(reviewer, at);
        finish(connection, actor, reviewer, workspace, AuditEntry.Act.UNMERGE, both(kept, merged), at);
        if (!kept.equals(merged)) {
            rows.forgetFacts(kept, places.keySet());
            rows.moveConflicts(kept, merged, places.keySet());
            documents.follow(connection, organisation, merged);
            regrant(connection, organisation, kept, merged, at);
        }
        return new Done(merge);
    }

    /** Locks the heads of both dossiers, in the order in which everybody does. */
    private Workspace locked(
            Connection connection, OrganisationId organisation, DossierId kept, DossierId merged, Instant at)
            throws SQLException {
        Set<BucketId> buckets = buckets(connection, organisation, kept, merged);
        Workspace workspace = new Workspace(at, ids);
        workspaces.load(connection, organisation, workspace, buckets, List.of());
        if (!buckets.equals(buckets(connection, organisation, kept, merged))) {
            throw MovedMeanwhile.failure(); // a first restricted record came in before the lock
        }
        workspace.touch(buckets);
        return workspace;
    }

    private static Set<BucketId> buckets(
            Connection connection, OrganisationId organisation, DossierId kept, DossierId merged) throws SQLException {
        Grants grants = new Grants(connection, organisation);
        Set<BucketId> buckets = new HashSet<>();
        for (DossierId dossier : both(kept, merged)) {
            buckets.add(BucketId.service(dossier));
            for (BucketId bucket : grants.restrictedOf(dossier)) {
                buckets.add(inDossier(bucket, kept));
                buckets.add(inDossier(bucket, merged));
            }
        }
        return buckets;
    }

    private Optional<Reason> refusal(
            Connection connection,
            OrganisationId organisation,
            DossierId kept,
            DossierId merged,
            Map<RecordId, RecordId> samePersons)
            throws SQLException {
        Set<RecordId> named = new HashSet<>();
        both(kept, merged).forEach(dossier -> named.add(new RecordId(dossier.value())));
        named.addAll(samePersons.keySet());
        named.addAll(samePersons.values());
        Set<UUID> ids = named.stream().map(RecordId::value).collect(Collectors.toSet());
        if (!RedirectTable.ends(connection, organisation, ids).isEmpty()) {
            return Optional.of(Reason.MERGED_ALREADY);
        }
        long living = records.find(connection, organisation, named).stream()
                .filter(row -> !row.deleted())
                .count();
        if (living < named.size()) {
            return Optional.of(Reason.UNKNOWN); // or erased
        }
        boolean waits = !kept.equals(merged) && MergeRows.hasConflictOn(connection, organisation, merged);
        return waits ? Optional.of(Reason.CONFLICT_OPEN) : Optional.empty();
    }

    private void finish(
            Connection connection,
            Actor actor,
            WorkerId reviewer,
            Workspace workspace,
            AuditEntry.Act act,
            Set<DossierId> dossiers,
            Instant at)
            throws SQLException {
        for (DossierId dossier : dossiers) {
            workspace.audit(new AuditEntry(at, reviewer, actor.stream(), act, dossier, null, ""));
        }
        workspaces.flush(connection, actor.organisation(), workspace);
    }

    /** Whoever held the one holds the other instead, and of its restricted records what they may. */
    private static void grant(
            Connection connection, OrganisationId organisation, DossierId from, DossierId to, Instant at)
            throws SQLException {
        Grants grants = new Grants(connection, organisation);
        List<Grants.Grant> held = grants.current(from);
        for (Grants.Grant grant : held) {
            grants.end(grant.worker(), List.of(grant.bucket()), at);
        }
        grants.give(
                held.stream()
                        .filter(grant -> !grant.bucket().isRestricted())
                        .map(grant -> new Grants.Grant(grant.worker(), BucketId.service(to)))
                        .toList(),
                at);
        grants.giveRestricted(to, at);
    }

    /**
     * Each holds again what their terms give them: those of the merged dossier went back to it. All of it is given anew,
     * so that phones fetch the kept dossier from its beginning, without what left it.
     */
    private void regrant(
            Connection connection, OrganisationId organisation, DossierId kept, DossierId merged, Instant at)
            throws SQLException {
        Grants grants = new Grants(connection, organisation);
        LocalDate today = organisations.today(organisation, at);
        Map<DossierId, Set<WorkerId>> answering = new HashMap<>();
        for (DossierId dossier : List.of(kept, merged)) {
            answering.put(dossier, MergeRows.answering(records.ofDossier(connection, organisation, dossier), today));
        }
        List<Grants.Grant> given = new ArrayList<>();
        for (Grants.Grant grant : grants.current(kept)) {
            grants.end(grant.worker(), List.of(grant.bucket()), at);
            answering.forEach((dossier, workers) -> {
                if (!grant.bucket().isRestricted() && workers.contains(grant.worker())) {
                    given.add(new Grants.Grant(grant.worker(), BucketId.service(dossier)));
                }
            });
        }
        grants.give(given, at);
        grants.giveRestricted(kept, at);
        grants.giveRestricted(merged, at);
    }

    /** The two dossiers, or the one. */
    private static Set<DossierId> both(DossierId kept, DossierId merged) {
        return new LinkedHashSet<>(List.of(kept, merged));
    }

    /** The bucket of the same audience in another dossier. */
    static BucketId inDossier(BucketId bucket, DossierId dossier) {
        String value = bucket.value();
        int start = value.indexOf('/') + 1;
        int end = value.indexOf('/', start);
        return new BucketId(value.substring(0, start) + dossier + value.substring(end));
    }
}
