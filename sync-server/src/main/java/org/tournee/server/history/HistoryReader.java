package org.tournee.server.history;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Subject;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.person.Person;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.store.DossierStandings;
import org.tournee.server.store.DossierStandings.DossierStanding;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.web.Viewer;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** Reads a dossier's history for somebody: decided and audited in one transaction. Rules: R-AUD, R-SHARE. */
@Singleton
class HistoryReader {

    static final Set<AuditEntry.Act> CHANGES = EnumSet.of(
            AuditEntry.Act.OPEN,
            AuditEntry.Act.WRITE,
            AuditEntry.Act.RETURN,
            AuditEntry.Act.SETTLE,
            AuditEntry.Act.ASSIGN,
            AuditEntry.Act.SIGN,
            AuditEntry.Act.EXEMPT,
            AuditEntry.Act.CLOSE,
            AuditEntry.Act.REOPEN);

    /** Everything but what the service does at night: for the head and, through them, for the person. */
    static final Set<AuditEntry.Act> ALL = EnumSet.complementOf(EnumSet.of(AuditEntry.Act.ENROL));

    /** What came of it. */
    sealed interface Reading {}

    /**
     * The history.
     *
     * @param persons names by id, as far as the reader may know them
     * @param workers whoever is named in it
     * @param ofHead whether the reader is the dossier's head
     */
    record Read(
            DossierStanding standing,
            List<Step> steps,
            List<LoggedChange> changes,
            Map<String, String> persons,
            List<WorkerId> workers,
            boolean ofHead)
            implements Reading {}

    /** The reader may not: audited too. */
    record Refused(Decision.Refusal reason) implements Reading {}

    /** There is no such dossier. */
    record Unknown() implements Reading {}

    private final Database database;
    private final AuditRows rows;
    private final LoggedChanges log;
    private final RecordTable records;
    private final DossierStandings standings;
    private final AuditTrail audit;
    private final Viewer viewer;

    HistoryReader(
            Database database,
            AuditRows rows,
            LoggedChanges log,
            RecordTable records,
            DossierStandings standings,
            AuditTrail audit,
            Viewer viewer) {
        this.database = database;
        this.rows = rows;
        this.log = log;
        this.records = records;
        this.standings = standings;
        this.audit = audit;
        this.viewer = viewer;
    }

    /**
     * Reads a part of it.
     *
     * @param acts those asked for; of them, only the head sees who read it
     * @param worker whose; null for everybody's
     * @param headOnly whether only the head may have it
     */
    Reading read(
            WebSession session,
            DossierId dossier,
            Set<AuditEntry.Act> acts,
            @Nullable WorkerId worker,
            long before,
            int limit,
            boolean headOnly) {
        Instant now = viewer.now();
        return database.write(connection -> {
            List<RecordRow> held = records.ofDossier(connection, session.organisation(), dossier);
            if (held.isEmpty()) {
                return new Unknown();
            }
            DossierStanding standing = standings.of(connection, session.organisation(), session.worker(), dossier, now);
            boolean ofHead = standing.may(Act.DECIDE, Subject.dossier(), null);
            Optional<Decision.Refusal> refusal = refusal(standing, ofHead, headOnly);
            note(connection, session, dossier, refusal, headOnly, now);
            if (refusal.isPresent()) {
                return new Refused(refusal.get());
            }
            Set<AuditEntry.Act> seen = EnumSet.copyOf(ofHead ? ALL : CHANGES);
            seen.retainAll(acts);
            List<Step> steps = rows.read(
                    connection,
                    session.organisation(),
                    new AuditRows.Question(
                            dossier.toString(), seen, worker == null ? null : List.of(worker), before, limit));
            return new Read(
                    standing,
                    steps,
                    log.of(
                            connection,
                            session.organisation(),
                            dossier,
                            steps.stream()
                                    .flatMap(step -> step.operations().stream())
                                    .toList()),
                    persons(standing, held),
                    rows.workers(connection, session.organisation(), dossier.toString()),
                    ofHead);
        });
    }

    private static Optional<Decision.Refusal> refusal(DossierStanding standing, boolean ofHead, boolean headOnly) {
        if (headOnly) {
            return ofHead ? Optional.empty() : Optional.of(Decision.Refusal.ONLY_THE_HEAD);
        }
        boolean administrative = standing.roles().contains(Role.BACK_OFFICE);
        return standing.decide(Act.VIEW, Subject.dossier()) instanceof Decision.Refused refused && !administrative
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    private void note(
            Connection connection,
            WebSession session,
            DossierId dossier,
            Optional<Decision.Refusal> refusal,
            boolean statement,
            Instant now)
            throws SQLException {
        AuditEntry.Act act = refusal.isPresent() ? AuditEntry.Act.REFUSE : AuditEntry.Act.READ;
        String detail = refusal.map(Enum::name).orElse(statement ? "statement of accesses" : "history");
        audit.append(
                connection,
                session.organisation(),
                List.of(new AuditEntry(now, session.worker(), null, act, dossier, null, detail)));
    }

    private static Map<String, String> persons(DossierStanding standing, List<RecordRow> held) {
        Map<String, String> persons = new HashMap<>();
        if (standing.may(Act.VIEW, Subject.group(RecordKind.PERSON, "identity", Audience.SERVICE), null)) {
            for (RecordRow row : held) {
                if (row.kind().equals(RecordKind.PERSON.code())) {
                    persons.put(
                            row.id().toString(),
                            row.groups().as(Person.class).identity().fullName());
                }
            }
        }
        return persons;
    }
}
