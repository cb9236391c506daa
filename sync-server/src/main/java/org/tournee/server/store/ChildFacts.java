package org.tournee.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordParents;

/** Which records hang on which, in the transaction of the record. Rule: R-REC. */
public final class ChildFacts {

    private record Tie(RecordId parent, RecordId child) {}

    private ChildFacts() {}

    /** The children of those records, and the parents of those that are children themselves. */
    public static Set<RecordId> relatives(
            Connection connection,
            OrganisationId organisation,
            Collection<RecordId> parents,
            Collection<RecordId> children)
            throws SQLException {
        Set<RecordId> found = new HashSet<>();
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement select = connection.prepareStatement("""
                select record_id from child_fact where org_id = ? and parent_id = any(?)
                union select parent_id from child_fact where org_id = ? and record_id = any(?)""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, arrays.ids(parents, id -> id));
            select.setObject(3, organisation.value());
            select.setArray(4, arrays.ids(children, id -> id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new RecordId(rows.getObject(1, UUID.class)));
                }
            }
        }
        return found;
    }

    /** Brings the ties of those records up to date. */
    static void write(Connection connection, OrganisationId organisation, Collection<RecordRow> rows)
            throws SQLException {
        List<RecordRow> children =
                rows.stream().filter(row -> RecordParents.mayHave(row.kind())).toList();
        if (children.isEmpty()) {
            return;
        }
        List<Tie> ties = new ArrayList<>();
        for (RecordRow child : children) {
            RecordParents.of(child.kind(), child.groups()).forEach(parent -> ties.add(new Tie(parent, child.id())));
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement replace = connection.prepareStatement("""
                with ties as (select * from unnest(?::uuid[], ?::uuid[]) as t(parent_id, record_id)),
                gone as (delete from child_fact f where f.org_id = ? and f.record_id = any(?)
                         and not exists (select 1 from ties t where t.parent_id = f.parent_id and t.record_id = f.record_id))
                insert into child_fact (org_id, parent_id, record_id)
                select ?, parent_id, record_id from ties on conflict do nothing""")) {
            replace.setArray(1, arrays.ids(ties, Tie::parent));
            replace.setArray(2, arrays.ids(ties, Tie::child));
            replace.setObject(3, organisation.value());
            replace.setArray(4, arrays.ids(children, RecordRow::id));
            replace.setObject(5, organisation.value());
            replace.executeUpdate();
        }
    }
}
