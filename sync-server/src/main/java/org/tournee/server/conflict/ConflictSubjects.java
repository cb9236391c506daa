package org.tournee.server.conflict;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.Conflict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Finds what conflicts are about. */
@Singleton
public class ConflictSubjects {

    private final RecordTable records;

    ConflictSubjects(RecordTable records) {
        this.records = records;
    }

    /** The records that those conflicts are about; a conflict never changes its subject. */
    public Set<RecordId> of(Connection connection, OrganisationId organisation, Set<RecordId> conflicts)
            throws SQLException {
        Set<RecordId> subjects = new HashSet<>();
        for (RecordRow row : records.find(connection, organisation, conflicts)) {
            if (row.kind().equals(RecordKind.CONFLICT.code())) {
                subjects.add(row.groups().as(Conflict.class).subject().recordId());
            }
        }
        return subjects;
    }

    /** The conflicts that are about those records, settled ones included; a conflict is in the bucket of its subject. */
    public Set<RecordId> about(Connection connection, OrganisationId organisation, Set<RecordId> subjects)
            throws SQLException {
        Set<RecordId> conflicts = new HashSet<>();
        for (RecordRow row : records.conflictsBeside(connection, organisation, subjects)) {
            if (subjects.contains(row.groups().as(Conflict.class).subject().recordId())) {
                conflicts.add(row.id());
            }
        }
        return conflicts;
    }
}
