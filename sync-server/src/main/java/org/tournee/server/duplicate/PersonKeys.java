package org.tournee.server.duplicate;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tournee.duplicate.PersonSketch;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Sql;
import org.tournee.server.store.MasterKey;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.SqlArray;
import org.tournee.sync.RecordId;

/**
 * The index by which persons that may be one are found without opening all of them. It holds keyed hashes, so that the
 * database alone tells nobody's name. Rule: R-DUP.
 */
@Singleton
class PersonKeys {

    /** A word as frequent as a first name shared by hundreds says little: those who share most keys come first. */
    private static final int MOST_CANDIDATES = 500;

    private final MasterKey master;

    PersonKeys(MasterKey master) {
        this.master = master;
    }

    /** Replaces the keys of a person. */
    void keep(Connection connection, OrganisationId organisation, RecordRow person, PersonSketch sketch)
            throws SQLException {
        forget(connection, organisation, person.id());
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into person_key (org_id, key_hash, record_id, dossier_id)
                select ?, key_hash, ?, ? from unnest(?::bytea[]) as k(key_hash)""")) {
            insert.setObject(1, organisation.value());
            insert.setObject(2, person.id().value());
            insert.setObject(
                    3, person.dossier() == null ? null : person.dossier().value());
            insert.setArray(4, new SqlArray(connection).bytes(hashes(sketch), hash -> hash));
            insert.executeUpdate();
        }
    }

    void forget(Connection connection, OrganisationId organisation, RecordId person) throws SQLException {
        Sql.change(connection, "delete from person_key where org_id = ? and record_id = ?", organisation, person);
    }

    /** Others who share a key with somebody. */
    List<RecordId> candidates(Connection connection, OrganisationId organisation, RecordId person, PersonSketch sketch)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select record_id from person_key where org_id = ? and key_hash = any(?) and record_id <> ?
                group by record_id order by count(*) desc, record_id limit ?""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).bytes(hashes(sketch), hash -> hash));
            select.setObject(3, person.value());
            select.setInt(4, MOST_CANDIDATES);
            List<RecordId> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(new RecordId(rows.getObject(1, UUID.class)));
                }
            }
            return found;
        }
    }

    private List<byte[]> hashes(PersonSketch sketch) {
        Set<String> keys = sketch.keys();
        return keys.stream()
                .map(key -> master.blindIndex(key.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
