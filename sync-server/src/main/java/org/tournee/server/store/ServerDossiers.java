package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.store.DossierStandings.DossierStanding;
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
     * @param byReason whether a stated reason alone opens it
     */
    public record Opened(DossierContents contents, int hidden, boolean byReason) implements Reading {}

    /** The reader may not: audited too. {@code reason} is the code of a {@link Decision.Refusal}. */
    public record Refused(String reason) implements Reading {}

    /** There is no such dossier. */
    public record Unknown() implements Reading {}

    private final Database database;
    private final RecordTable records;
    private final DossierStandings standings;
    private final StatedReasons reasons;
    private final AuditTrail audit;

    ServerDossiers(
            Database database,
            RecordTable records,
            DossierStandings standings,
            StatedReasons reasons,
            AuditTrail audit) {
        this.database = database;
        this.records = records;
        this.standings = standings;
        this.reasons = reasons;
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
            Reader reader = reader(connection, actor, dossier, at);
            if (rows.isEmpty() || reader.refusal().isPresent()) {
                return List.of();
            }
            List<StoredRecord> seen = reader.visible(rows);
            audit(connection, actor, dossier, AuditEntry.Act.READ, "records " + seen.size(), at);
            return seen;
        });
    }

    /**
     * Opens somebody else's dossier by a stated reason, which its head reads: for a working day, and never what is
     * restricted. Rule: R-SHARE.
     *
     * @param reason in the worker's words
     * @return empty where it is open to them now, else why a reason does not open it
     */
    public Optional<Decision.Refusal> stateReason(
            Actor actor, WorkerId worker, DossierId dossier, String reason, Instant at) {
        return database.write(connection -> {
            DossierStanding standing = standings.of(connection, actor.organisation(), worker, dossier, at);
            if (records.ofDossier(connection, actor.organisation(), dossier).isEmpty()
                    || standing.may(Act.VIEW, Subject.dossier(), null)) {
                return Optional.empty();
            }
            Decision decision =
                    AccessRules.decide(standing.roles(), standing.links(), Act.VIEW, Subject.dossier(), true);
            if (decision instanceof Decision.Refused refused) {
                audit(
                        connection,
                        actor,
                        dossier,
                        AuditEntry.Act.REFUSE,
                        refused.reason().name(),
                        at);
                return Optional.of(refused.reason());
            }
            reasons.keep(connection, actor.organisation(), dossier, worker, reason, at);
            audit(connection, actor, dossier, AuditEntry.Act.BREAK_GLASS, "", at);
            return Optional.empty();
        });
    }

    private Reading read(Connection connection, Actor actor, DossierId dossier, Instant at) throws SQLException {
        List<RecordRow> rows = records.ofDossier(connection, actor.organisation(), dossier);
        if (rows.isEmpty()) {
            return new Unknown();
        }
        Reader reader = reader(connection, actor, dossier, at);
        Optional<Decision.Refusal> refusal = reader.refusal();
        if (refusal.isPresent()) {
            String code = refusal.get().name();
            audit(connection, actor, dossier, AuditEntry.Act.REFUSE, code, at);
            return new Refused(code);
        }
        List<StoredRecord> seen = reader.visible(rows);
        audit(
                connection,
                actor,
                dossier,
                AuditEntry.Act.READ,
                "records " + seen.size() + (reader.byReason() ? ", by a stated reason" : ""),
                at);
        int hidden = rows.size() - seen.size();
        return DossierContents.of(dossier, seen)
                .<Reading>map(contents -> new Opened(contents, hidden, reader.byReason()))
                .orElseGet(Unknown::new);
    }

    private Reader reader(Connection connection, Actor actor, DossierId dossier, Instant at) throws SQLException {
        WorkerId worker = actor.worker();
        return new Reader(worker == null ? null : standings.of(connection, actor.organisation(), worker, dossier, at));
    }

    /** @param standing null for the service itself, which sees everything */
    private record Reader(@Nullable DossierStanding standing) {

        Optional<Decision.Refusal> refusal() {
            return standing != null
                            && standing.decide(Act.VIEW, Subject.dossier()) instanceof Decision.Refused refused
                            && !AdministrativeView.isFor(standing.roles())
                    ? Optional.of(refused.reason())
                    : Optional.empty();
        }

        boolean byReason() {
            return standing != null
                    && standing.decide(Act.VIEW, Subject.dossier()) instanceof Decision.Allowed allowed
                    && allowed.tellHead();
        }

        List<StoredRecord> visible(List<RecordRow> rows) {
            List<StoredRecord> seen = new ArrayList<>();
            for (RecordRow row : rows) {
                if (!row.deleted()) {
                    visible(row).ifPresent(seen::add);
                }
            }
            return seen;
        }

        private Optional<StoredRecord> visible(RecordRow row) {
            if (standing == null || maySee(standing, row)) {
                return Optional.of(row.stored());
            }
            return AdministrativeView.isFor(standing.roles()) ? AdministrativeView.of(row.stored()) : Optional.empty();
        }

        private static boolean maySee(DossierStanding standing, RecordRow row) {
            return RecordKind.ofCode(row.kind())
                    .map(kind -> standing.may(Act.VIEW, Subject.record(kind, row.audience()), row.author()))
                    .orElse(false);
        }
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
