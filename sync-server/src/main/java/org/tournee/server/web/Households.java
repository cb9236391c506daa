package org.tournee.server.web;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.WebSession;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.RecordId;

/**
 * The names and addresses of households for lists: only the dossiers' own records are opened, and one audit row of the
 * organisation says how many were. Rules: R-SHARE, R-AUD.
 */
@Singleton
public class Households {

    private final Database database;
    private final RecordTable records;
    private final AuditTrail audit;
    private final Viewer viewer;

    Households(Database database, RecordTable records, AuditTrail audit, Viewer viewer) {
        this.database = database;
        this.records = records;
        this.audit = audit;
        this.viewer = viewer;
    }

    /**
     * By dossier; those that the viewer may not see are missing.
     *
     * @param links of the viewer to each dossier
     */
    public Map<DossierId, Dossier> of(
            WebSession session, Collection<DossierId> dossiers, Map<DossierId, Set<Link>> links) {
        List<RecordId> visible = dossiers.stream()
                .filter(dossier -> AccessRules.decide(
                                session.roles(),
                                links.getOrDefault(dossier, Set.of()),
                                Act.VIEW,
                                Subject.dossier(),
                                false)
                        .isAllowed())
                .map(dossier -> new RecordId(dossier.value()))
                .distinct()
                .toList();
        return visible.isEmpty() ? Map.of() : database.write(connection -> read(connection, session, visible));
    }

    private Map<DossierId, Dossier> read(Connection connection, WebSession session, List<RecordId> visible)
            throws SQLException {
        Map<DossierId, Dossier> households = new HashMap<>();
        for (RecordRow row : records.find(connection, session.organisation(), visible)) {
            if (!row.deleted()) {
                households.put(new DossierId(row.id().value()), row.groups().as(Dossier.class));
            }
        }
        audit.append(
                connection,
                session.organisation(),
                List.of(new AuditEntry(
                        viewer.now(),
                        session.worker(),
                        null,
                        AuditEntry.Act.READ,
                        null,
                        null,
                        "household names " + households.size())));
        return households;
    }
}
