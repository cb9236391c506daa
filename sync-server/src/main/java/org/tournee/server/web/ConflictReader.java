package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Decision;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.segment.PaceSurvey;
import org.tournee.server.segment.Profiles;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Reads one conflict, and nothing else of its dossier: so that the back office sees administrative values without the
 * rest. Decided and audited in one transaction. Rules: R-SHARE, R-AUD.
 */
@Singleton
class ConflictReader {

    /** What came of it. */
    sealed interface Reading {}

    /**
     * The conflict.
     *
     * @param standing the JSON of the value that stands now; null for none
     * @param household empty where the viewer may not know it
     * @param settling whether the viewer may settle it
     */
    record Seen(
            DossierId dossier,
            RecordId id,
            Conflict conflict,
            @Nullable String standing,
            Optional<String> household,
            Decision settling)
            implements Reading {}

    /** The viewer may not know what it is about: audited too. */
    record Hidden(Decision.Refusal reason) implements Reading {}

    /** There is no such conflict. */
    record Unknown() implements Reading {}

    private final Database database;
    private final RecordTable records;
    private final LinkedDossiers linked;
    private final PaceSurvey survey;
    private final Profiles profiles;
    private final AuditTrail audit;
    private final Viewer viewer;

    ConflictReader(
            Database database,
            RecordTable records,
            LinkedDossiers linked,
            PaceSurvey survey,
            Profiles profiles,
            AuditTrail audit,
            Viewer viewer) {
        this.database = database;
        this.records = records;
        this.linked = linked;
        this.survey = survey;
        this.profiles = profiles;
        this.audit = audit;
        this.viewer = viewer;
    }

    Reading read(WebSession session, DossierId dossier, RecordId conflict) {
        Set<Link> links = linked.of(
                        session.organisation(),
                        session.worker(),
                        survey.today(session.organisation()),
                        profiles.of(session.organisation()))
                .getOrDefault(dossier, Set.of());
        return database.write(connection -> read(connection, session, dossier, conflict, links));
    }

    private Reading read(Connection connection, WebSession session, DossierId dossier, RecordId id, Set<Link> links)
            throws SQLException {
        RecordRow row = find(connection, session, id)
                .filter(found -> found.kind().equals(RecordKind.CONFLICT.code()))
                .filter(found -> dossier.equals(found.dossier()))
                .orElse(null);
        if (row == null) {
            return new Unknown();
        }
        Conflict conflict = row.groups().as(Conflict.class);
        Optional<RecordRow> subject =
                find(connection, session, conflict.subject().recordId());
        Set<Link> all = EnumSet.noneOf(Link.class);
        all.addAll(links);
        if (subject.filter(found -> session.worker().equals(found.author())).isPresent()) {
            all.add(Link.AUTHOR);
        }
        Subject about = new Subject(
                row.audience(),
                RecordKind.ofCode(conflict.subject().kind()).orElse(null),
                conflict.subject().group());
        Decision viewing = AccessRules.decide(session.roles(), all, Act.VIEW, about, false);
        if (viewing instanceof Decision.Refused refused) {
            audit(
                    connection,
                    session,
                    dossier,
                    id,
                    AuditEntry.Act.REFUSE,
                    refused.reason().name());
            return new Hidden(refused.reason());
        }
        audit(connection, session, dossier, id, AuditEntry.Act.READ, "conflict");
        return new Seen(
                dossier,
                id,
                conflict,
                subject.map(found -> standing(found, conflict.subject().group()))
                        .orElse(null),
                household(connection, session, dossier, all),
                AccessRules.decide(session.roles(), all, Act.SETTLE_CONFLICT, about, false));
    }

    private static @Nullable String standing(RecordRow subject, String group) {
        if (group.equals(Conflict.Subject.WHOLE_RECORD)) {
            return subject.deleted() ? null : subject.groups().json();
        }
        return subject.groups().get(group);
    }

    private Optional<String> household(Connection connection, WebSession session, DossierId dossier, Set<Link> links)
            throws SQLException {
        boolean knowsNames = session.has(Role.BACK_OFFICE)
                || AccessRules.decide(session.roles(), links, Act.VIEW, Subject.dossier(), false)
                        .isAllowed();
        if (!knowsNames) {
            return Optional.empty();
        }
        return find(connection, session, new RecordId(dossier.value()))
                .map(row -> row.groups().as(Dossier.class).household().name());
    }

    private Optional<RecordRow> find(Connection connection, WebSession session, RecordId id) throws SQLException {
        return records.find(connection, session.organisation(), List.of(id)).stream()
                .findFirst();
    }

    private void audit(
            Connection connection,
            WebSession session,
            DossierId dossier,
            RecordId conflict,
            AuditEntry.Act act,
            String detail)
            throws SQLException {
        audit.append(
                connection,
                session.organisation(),
                List.of(new AuditEntry(viewer.now(), session.worker(), null, act, dossier, conflict, detail)));
    }
}
