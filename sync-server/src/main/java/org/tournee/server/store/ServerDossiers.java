package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.sync.RecordKind;

/** Reads dossiers: decided, opened and audited in one transaction. Rules: R-SHARE, R-AUD. */
@Singleton
public class ServerDossiers {

    /** What came of it. */
    public sealed interface Reading {}

    /**
     * The dossier, with what the reader may see of it.
     *
     * @param hidden how many records the reader may not see
     */
    public record Opened(DossierContents contents, int hidden) implements Reading {}

    /** The reader may not: audited too. {@code reason} is the code of a {@link Decision.Refusal}. */
    public record Refused(String reason) implements Reading {}

    /** There is no such dossier. */
    public record Unknown() implements Reading {}

    private final Database database;
    private final RecordTable records;
    private final LinkTable links;
    private final Organisations organisations;
    private final AuditTrail audit;

    ServerDossiers(
            Database database, RecordTable records, LinkTable links, Organisations organisations, AuditTrail audit) {
        this.database = database;
        this.records = records;
        this.links = links;
        this.organisations = organisations;
        this.audit = audit;
    }

    /** Reads a dossier for a person, or for the service itself where the actor has no worker. */
    public Reading read(Actor actor, DossierId dossier, Instant at) {
        return database.write(connection -> read(connection, actor, dossier, at));
    }

    /** The records of a dossier as the reader may see them, untyped; none where they may not, or there is none. */
    public List<StoredRecord> records(Actor actor, DossierId dossier, Instant at) {
        return database.write(connection -> {
            List<RecordRow> rows = records.ofDossier(connection, actor.organisation(), dossier);
            if (rows.isEmpty() || refusal(connection, actor, dossier, at).isPresent()) {
                return List.of();
            }
            List<StoredRecord> seen = visible(connection, actor, dossier, rows, at);
            audit(connection, actor, dossier, AuditEntry.Act.READ, "records " + seen.size(), at);
            return seen;
        });
    }

    private Reading read(Connection connection, Actor actor, DossierId dossier, Instant at) throws SQLException {
        List<RecordRow> rows = records.ofDossier(connection, actor.organisation(), dossier);
        if (rows.isEmpty()) {
            return new Unknown();
        }
        Optional<Decision.Refusal> refusal = refusal(connection, actor, dossier, at);
        if (refusal.isPresent()) {
            audit(
                    connection,
                    actor,
                    dossier,
                    AuditEntry.Act.REFUSE,
                    refusal.get().name(),
                    at);
            return new Refused(refusal.get().name());
        }
        List<StoredRecord> seen = visible(connection, actor, dossier, rows, at);
        audit(connection, actor, dossier, AuditEntry.Act.READ, "records " + seen.size(), at);
        int hidden = rows.size() - seen.size();
        return DossierContents.of(dossier, seen)
                .<Reading>map(contents -> new Opened(contents, hidden))
                .orElseGet(Unknown::new);
    }

    private Optional<Decision.Refusal> refusal(Connection connection, Actor actor, DossierId dossier, Instant at)
            throws SQLException {
        WorkerId worker = actor.worker();
        if (worker == null) {
            return Optional.empty();
        }
        LinkTable.Standing standing = links.standing(connection, actor.organisation(), worker);
        Set<Link> linked = now(connection, actor, worker, standing, dossier, at);
        Decision decision = AccessRules.decide(standing.roles(), linked, Act.VIEW, Subject.dossier(), false);
        if (decision instanceof Decision.Refused refused) {
            return AdministrativeView.isFor(standing.roles()) ? Optional.empty() : Optional.of(refused.reason());
        }
        return Optional.empty();
    }

    private List<StoredRecord> visible(
            Connection connection, Actor actor, DossierId dossier, List<RecordRow> rows, Instant at)
            throws SQLException {
        WorkerId worker = actor.worker();
        LinkTable.Standing standing =
                worker == null ? LinkTable.Standing.NOBODY : links.standing(connection, actor.organisation(), worker);
        Set<Link> linked = worker == null ? Set.of() : now(connection, actor, worker, standing, dossier, at);
        List<StoredRecord> seen = new ArrayList<>();
        for (RecordRow row : rows) {
            if (row.deleted()) {
                continue;
            }
            if (worker == null || maySee(worker, standing, linked, row)) {
                seen.add(row.stored());
            } else if (AdministrativeView.isFor(standing.roles())) {
                AdministrativeView.of(row.stored()).ifPresent(seen::add);
            }
        }
        return seen;
    }

    private static boolean maySee(WorkerId worker, LinkTable.Standing standing, Set<Link> linked, RecordRow row) {
        Set<Link> mine = EnumSet.noneOf(Link.class);
        mine.addAll(linked);
        if (worker.equals(row.author())) {
            mine.add(Link.AUTHOR);
        }
        return RecordKind.ofCode(row.kind())
                .map(kind -> AccessRules.decide(
                                standing.roles(), mine, Act.VIEW, Subject.record(kind, row.audience()), false)
                        .isAllowed())
                .orElse(false);
    }

    private Set<Link> now(
            Connection connection,
            Actor actor,
            WorkerId worker,
            LinkTable.Standing standing,
            DossierId dossier,
            Instant at)
            throws SQLException {
        Map<DossierId, LinkTable.Links> known = links.links(
                connection,
                actor.organisation(),
                worker,
                standing,
                List.of(dossier),
                organisations.today(actor.organisation(), at));
        return Objects.requireNonNull(known.getOrDefault(dossier, LinkTable.Links.NONE))
                .now();
    }

    private void audit(
            Connection connection, Actor actor, DossierId dossier, AuditEntry.Act act, String detail, Instant at)
            throws SQLException {
        audit.append(
                connection,
                actor.organisation(),
                List.of(new AuditEntry(at, actor.worker(), actor.stream(), act, dossier, null, detail)));
    }
}
