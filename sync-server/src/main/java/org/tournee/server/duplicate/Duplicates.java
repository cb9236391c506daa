package org.tournee.server.duplicate;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.duplicate.Evidence;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Actor;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.RecordId;

/** Pairs of persons that may be one, and what was decided about them. Rule: R-DUP. */
@Singleton
public class Duplicates {

    /** Two persons that a machine found alike; nobody has decided yet. */
    public record Proposal(
            RecordId one,
            DossierId oneDossier,
            RecordId other,
            DossierId otherDossier,
            Set<Evidence> evidence,
            Instant foundAt) {

        public Proposal {
            evidence = Set.copyOf(evidence);
        }
    }

    private final Database database;
    private final AuditTrail audit;

    Duplicates(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** What waits for a decision, the oldest first. */
    public List<Proposal> open(OrganisationId organisation, int most) {
        return database.read(connection -> Sql.all(connection, """
                select one_id, one_dossier, other_id, other_dossier, evidence, found_at from duplicate
                where org_id = ? and state = 'OPEN' order by found_at, one_id, other_id limit ?
                """, Duplicates::proposal, organisation, most));
    }

    /** The open proposal about two persons, if there is one. */
    public Optional<Proposal> find(OrganisationId organisation, RecordId one, RecordId other) {
        return database.read(connection -> Sql.first(connection, """
                select one_id, one_dossier, other_id, other_dossier, evidence, found_at from duplicate
                where org_id = ? and one_id = ? and other_id = ? and state = 'OPEN'
                """, Duplicates::proposal, organisation, one, other));
    }

    /**
     * Somebody looked and found two persons; they are not proposed again. Audited in both dossiers.
     *
     * @return whether the proposal was still open
     */
    public boolean dismiss(Actor actor, WorkerId reviewer, Proposal proposal, Instant at) {
        return database.write(connection -> {
            int changed =
                    Sql.change(connection, """
                    update duplicate set state = 'DISMISSED', decided_by = ?, decided_at = ?
                    where org_id = ? and one_id = ? and other_id = ? and state = 'OPEN'
                    """, reviewer, at, actor.organisation(), proposal.one(), proposal.other());
            if (changed > 0) {
                audit.append(
                        connection,
                        actor.organisation(),
                        Set.of(proposal.oneDossier(), proposal.otherDossier()).stream()
                                .sorted(Comparator.comparing(DossierId::value))
                                .map(dossier -> dismissed(actor, reviewer, dossier, proposal, at))
                                .toList());
            }
            return changed > 0;
        });
    }

    private static AuditEntry dismissed(
            Actor actor, WorkerId reviewer, DossierId dossier, Proposal proposal, Instant at) {
        RecordId own = dossier.equals(proposal.oneDossier()) ? proposal.one() : proposal.other();
        return new AuditEntry(at, reviewer, actor.stream(), AuditEntry.Act.TELL_APART, dossier, own, "");
    }

    /** Proposes a pair, or brings its evidence up to date; what somebody decided stays. */
    void propose(
            Connection connection,
            OrganisationId organisation,
            RecordRow one,
            RecordRow other,
            Set<Evidence> evidence,
            Instant at)
            throws SQLException {
        boolean inOrder =
                one.id().value().toString().compareTo(other.id().value().toString()) < 0;
        RecordRow first = inOrder ? one : other;
        RecordRow second = inOrder ? other : one;
        Sql.change(
                connection,
                """
                insert into duplicate (org_id, one_id, other_id, one_dossier, other_dossier, evidence, state, found_at)
                values (?, ?, ?, ?, ?, ?, 'OPEN', ?)
                on conflict (org_id, one_id, other_id) do update set evidence = excluded.evidence
                where duplicate.state = 'OPEN'
                """,
                organisation,
                first.id(),
                second.id(),
                first.dossier(),
                second.dossier(),
                evidence.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")),
                at);
    }

    /** Withdraws the open proposals about a person but for those with {@code alike}. */
    void withdraw(Connection connection, OrganisationId organisation, RecordId person, List<RecordId> alike)
            throws SQLException {
        UUID[] kept = alike.stream().map(RecordId::value).toArray(UUID[]::new);
        Sql.change(connection, """
                delete from duplicate where org_id = ? and state = 'OPEN'
                and ((one_id = ? and other_id <> all(?)) or (other_id = ? and one_id <> all(?)))
                """, organisation, person, kept, person, kept);
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        Arrays.stream(row.getString("evidence").split(" ", -1))
                .map(Evidence::valueOf)
                .forEach(evidence::add);
        return new Proposal(
                new RecordId(Sql.uuid(row, "one_id")),
                new DossierId(Sql.uuid(row, "one_dossier")),
                new RecordId(Sql.uuid(row, "other_id")),
                new DossierId(Sql.uuid(row, "other_dossier")),
                evidence,
                Sql.instant(row, "found_at"));
    }
}
