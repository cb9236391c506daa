package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.DatabaseException;
import org.tournee.server.database.Sql;

/** The keys of dossiers and workers, unwrapped; a bounded number is kept in memory. Rule: R-GDPR. */
@Singleton
public class Keyring {

    private static final int KEPT = 20_000;
    private static final int KEY_BYTES = 32;

    private record Owner(OrganisationId organisation, UUID id) {}

    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();
    private final Map<Owner, SealingKey> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Owner, SealingKey> eldest) {
            return size() > KEPT;
        }
    });

    Keyring(MasterKey master, DestroyedKeys destroyed) {
        this.master = master;
        destroyed.listen(this::forget);
    }

    /** Makes keys. They are kept in memory only once somebody else reads them: this transaction may yet be undone. */
    public Map<UUID, SealingKey> make(Connection connection, OrganisationId organisation, Collection<UUID> owners)
            throws SQLException {
        return insert(connection, organisation, new ArrayList<>(owners), "");
    }

    private Map<UUID, SealingKey> insert(
            Connection connection, OrganisationId organisation, List<UUID> ids, String onConflict) throws SQLException {
        Map<UUID, SealingKey> made = new HashMap<>();
        Map<UUID, byte[]> wrapped = new HashMap<>();
        for (UUID owner : ids) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            made.put(owner, new SealingKey(owner, key));
            wrapped.put(owner, master.wrap(key, SealingKey.bytes(owner)));
        }
        SqlArray arrays = new SqlArray(connection);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into sealing_key (org_id, owner_id, wrapped)
                select ?, owner_id, wrapped from unnest(?::uuid[], ?::bytea[]) as k(owner_id, wrapped)""" + onConflict)) {
            insert.setObject(1, organisation.value());
            insert.setArray(2, arrays.uuids(ids, id -> id));
            insert.setArray(3, arrays.bytes(ids, id -> Objects.requireNonNull(wrapped.get(id))));
            insert.executeUpdate();
        }
        return made;
    }

    /**
     * The keys of those owners, made where there is none yet. Of two who make the same, the second waits, and gets the
     * first one's.
     */
    public Map<UUID, SealingKey> findOrMake(Connection connection, OrganisationId organisation, Collection<UUID> owners)
            throws SQLException {
        List<UUID> missing = new ArrayList<>(owners);
        missing.removeAll(there(connection, organisation, missing));
        insert(connection, organisation, missing.stream().sorted().toList(), " on conflict do nothing");
        return find(connection, organisation, owners);
    }

    /** The keys of those owners that have one, as far as this instance knows: see {@link #forget}. */
    public Map<UUID, SealingKey> find(Connection connection, OrganisationId organisation, Collection<UUID> owners)
            throws SQLException {
        Map<UUID, SealingKey> found = new HashMap<>();
        List<UUID> missing = new ArrayList<>();
        for (UUID owner : owners) {
            SealingKey key = kept.get(new Owner(organisation, owner));
            if (key == null) {
                missing.add(owner);
            } else {
                found.put(owner, key);
            }
        }
        if (!missing.isEmpty()) {
            load(connection, organisation, missing, found);
        }
        return found;
    }

    /**
     * The keys of those owners, every one of them.
     *
     * @throws DatabaseException where a dossier was erased between two statements: whoever tries again finds that there is
     *     none any more
     * @throws IllegalStateException where a key is missing that nobody destroyed: trying again mends nothing
     */
    public Map<UUID, SealingKey> all(Connection connection, OrganisationId organisation, Set<UUID> owners)
            throws SQLException {
        Map<UUID, SealingKey> found = find(connection, organisation, owners);
        Set<DossierId> missing = owners.stream()
                .filter(owner -> !found.containsKey(owner))
                .map(DossierId::new)
                .collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return found;
        }
        if (ErasedDossiers.among(connection, organisation, missing).containsAll(missing)) {
            throw MovedMeanwhile.failure();
        }
        throw new IllegalStateException("Keys are missing that were not destroyed: " + missing);
    }

    private void load(
            Connection connection, OrganisationId organisation, List<UUID> owners, Map<UUID, SealingKey> found)
            throws SQLException {
        // A key of this very transaction may yet be undone, and another made in its place: it is not kept.
        try (PreparedStatement select = connection.prepareStatement("""
                select owner_id, wrapped,
                       xmin::text is distinct from (pg_current_xact_id_if_assigned()::text::bigint % 4294967296)::text
                from sealing_key where org_id = ? and owner_id = any(?)""")) {
            select.setObject(1, organisation.value());
            select.setArray(2, new SqlArray(connection).uuids(owners, id -> id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    UUID owner = rows.getObject(1, UUID.class);
                    byte[] key = master.unwrap(rows.getBytes(2), SealingKey.bytes(owner));
                    SealingKey sealing = new SealingKey(owner, key);
                    found.put(owner, sealing);
                    if (rows.getBoolean(3)) {
                        kept.put(new Owner(organisation, owner), sealing);
                    }
                }
            }
        }
    }

    /** Lets go of keys that were destroyed, by whatever instance. */
    public void forget(OrganisationId organisation, Collection<UUID> owners) {
        owners.forEach(owner -> kept.remove(new Owner(organisation, owner)));
    }

    /** Lets go of every key that was destroyed since it was read, also where nobody asks for it any more. */
    public void forgetDestroyed(Connection connection) throws SQLException {
        Map<OrganisationId, List<UUID>> byOrganisation = new HashMap<>();
        for (Owner owner : owners()) {
            byOrganisation
                    .computeIfAbsent(owner.organisation(), id -> new ArrayList<>())
                    .add(owner.id());
        }
        for (Map.Entry<OrganisationId, List<UUID>> one : byOrganisation.entrySet()) {
            List<UUID> destroyed = new ArrayList<>(one.getValue());
            destroyed.removeAll(there(connection, one.getKey(), one.getValue()));
            forget(one.getKey(), destroyed);
        }
    }

    private static Set<UUID> there(Connection connection, OrganisationId organisation, List<UUID> owners)
            throws SQLException {
        return new HashSet<>(Sql.all(
                connection,
                "select owner_id from sealing_key where org_id = ? and owner_id = any(?)",
                row -> Sql.uuid(row, "owner_id"),
                organisation,
                new SqlArray(connection).uuids(owners, id -> id)));
    }

    private List<Owner> owners() {
        synchronized (kept) {
            return List.copyOf(kept.keySet());
        }
    }
}
