package org.tournee.server.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.store.SqlArray;
import org.tournee.sync.OperationBytes;

/**
 * Writes the audit, in the transaction of what it tells. Each chain is a line of hashes: whoever alters or removes a
 * row breaks it. Locks of chains come last in the order of locks. Rule: R-AUD.
 */
@Singleton
public class AuditTrail {

    /** The chain of what concerns no dossier. */
    public static final String ORGANISATION = "org";

    record Link(String chain, long seq, AuditEntry entry, String hash) {}

    record End(long seq, String hash) {

        static final End NONE = new End(0, OperationBytes.NO_PREVIOUS);
    }

    /** Appends the entries; several of one chain keep their order. */
    public void append(Connection connection, OrganisationId organisation, List<AuditEntry> entries)
            throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, List<AuditEntry>> byChain = new TreeMap<>();
        for (AuditEntry entry : entries) {
            byChain.computeIfAbsent(entry.chain(), chain -> new ArrayList<>()).add(entry);
        }
        List<String> chains = new ArrayList<>(byChain.keySet());
        Map<String, End> ends = lock(connection, organisation, chains);
        List<Link> links = new ArrayList<>(entries.size());
        byChain.forEach((chain, news) -> {
            for (AuditEntry entry : news) {
                End end = ends.getOrDefault(chain, End.NONE);
                Link link = link(organisation, chain, end, entry);
                ends.put(chain, new End(link.seq(), link.hash()));
                links.add(link);
            }
        });
        insert(connection, organisation, links);
        moveEnds(connection, organisation, chains, ends);
    }

    static Link link(OrganisationId organisation, String chain, End end, AuditEntry given) {
        AuditEntry entry = new AuditEntry(
                given.at().truncatedTo(ChronoUnit.MICROS), // as the database keeps it
                given.worker(),
                given.stream(),
                given.act(),
                given.dossier(),
                given.record(),
                given.detail());
        return new Link(chain, end.seq() + 1, entry, AuditHash.of(organisation, chain, end, entry));
    }

    private static Map<String, End> lock(Connection connection, OrganisationId organisation, List<String> chains)
            throws SQLException {
        Map<String, End> ends = select(connection, organisation, chains);
        if (ends.size() < chains.size()) {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into audit_chain (org_id, chain, seq, hash)
                    select ?, chain, 0, ? from unnest(?::text[]) as c(chain) order by chain on conflict do nothing""")) {
                insert.setObject(1, organisation.value());
                insert.setString(2, OperationBytes.NO_PREVIOUS);
                insert.setArray(3, new SqlArray(connection).texts(chains, chain -> chain));
                insert.executeUpdate();
            }
            ends = select(connection, organisation, chains);
        }
        return ends;
    }

    private static Map<String, End> select(Connection connection, OrganisationId organisation, List<String> chains)
            throws SQLException {
        Map<String, End> ends = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select chain, seq, hash from audit_chain where org_id = ? and chain = any(?)
                order by chain for no key update""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).texts(chains, chain -> chain));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ends.put(rows.getString(1), new End(rows.getLong(2), rows.getString(3)));
                }
            }
        }
        return ends;
    }

    private static void insert(Connection connection, OrganisationId organisation, List<Link> links)
            throws SQLException {
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into audit (org_id, chain, seq, at, worker_id, stream_id, act, dossier_id, record_id, detail, hash)
                select ?, chain, seq, at, worker_id, stream_id, act, dossier_id, record_id, detail, hash
                from unnest(?::text[], ?::int8[], ?::timestamptz[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[],
                            ?::text[], ?::text[])
                     as a(chain, seq, at, worker_id, stream_id, act, dossier_id, record_id, detail, hash)""")) {
            insert.setObject(1, organisation.value());
            insert.setArray(2, arrays.texts(links, Link::chain));
            insert.setArray(3, arrays.longs(links, Link::seq));
            insert.setArray(4, arrays.instants(links, link -> link.entry().at()));
            insert.setArray(5, arrays.ids(links, link -> link.entry().worker()));
            insert.setArray(6, arrays.ids(links, link -> link.entry().stream()));
            insert.setArray(7, arrays.texts(links, link -> link.entry().act().name()));
            insert.setArray(8, arrays.ids(links, link -> link.entry().dossier()));
            insert.setArray(9, arrays.ids(links, link -> link.entry().record()));
            insert.setArray(10, arrays.texts(links, link -> link.entry().detail()));
            insert.setArray(11, arrays.texts(links, Link::hash));
            insert.executeUpdate();
        }
    }

    private static void moveEnds(
            Connection connection, OrganisationId organisation, List<String> chains, Map<String, End> ends)
            throws SQLException {
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement update = connection.prepareStatement("""
                update audit_chain a set seq = e.seq, hash = e.hash
                from unnest(?::text[], ?::int8[], ?::text[]) as e(chain, seq, hash)
                where a.org_id = ? and a.chain = e.chain""")) {
            update.setArray(1, arrays.texts(chains, chain -> chain));
            update.setArray(
                    2,
                    arrays.longs(
                            chains, chain -> ends.getOrDefault(chain, End.NONE).seq()));
            update.setArray(
                    3,
                    arrays.texts(
                            chains, chain -> ends.getOrDefault(chain, End.NONE).hash()));
            update.setObject(4, organisation.value());
            update.executeUpdate();
        }
    }
}
