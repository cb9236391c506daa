package org.tournee.server.store;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;

/** The keys of an organisation to which its phones seal what they save. Decision: 0011. */
@Singleton
public class DoorKeys {

    private final Database database;
    private final MasterKey master;
    private final Clock clock;

    DoorKeys(Database database, MasterKey master, Clock clock) {
        this.database = database;
        this.master = master;
        this.clock = clock;
    }

    /** The public key to seal to from now on, 32 bytes in Base64; made when first asked for. */
    public String current(OrganisationId organisation) {
        return database.write(connection -> {
            Optional<byte[]> known = newest(connection, organisation);
            if (known.isPresent()) {
                return base64(known.get());
            }
            // One an organisation, even if two phones enrol at once: its row is the lock.
            Sql.first(
                    connection,
                    "select 1 from organisation where org_id = ? for no key update",
                    row -> true,
                    organisation);
            Optional<byte[]> madeMeanwhile = newest(connection, organisation);
            return base64(madeMeanwhile.isPresent() ? madeMeanwhile.get() : make(connection, organisation));
        });
    }

    /** Whatever opens what was sealed to that public key; empty where it is none of the organisation's. */
    public Optional<DoorSeal> find(OrganisationId organisation, String publicKey) {
        byte[] wanted;
        try {
            wanted = Base64.getDecoder().decode(publicKey);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no key at all
        }
        return database.read(connection -> Sql.first(
                        connection,
                        "select wrapped from door_key where org_id = ? and public_key = ?",
                        row -> row.getBytes("wrapped"),
                        organisation,
                        wanted))
                .map(wrapped -> seal(organisation, wanted, wrapped));
    }

    private static Optional<byte[]> newest(Connection connection, OrganisationId organisation) throws SQLException {
        return Sql.first(
                connection,
                "select public_key from door_key where org_id = ? order by made_at desc, public_key limit 1",
                row -> row.getBytes("public_key"),
                organisation);
    }

    @AccessesPartialKey
    private byte[] make(Connection connection, OrganisationId organisation) throws SQLException {
        HpkePrivateKey made = DoorSeal.newKey();
        byte[] publicKey = made.getPublicKey().getPublicKeyBytes().toByteArray();
        byte[] secret = made.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        Sql.change(
                connection,
                "insert into door_key (org_id, public_key, wrapped, made_at) values (?, ?, ?, ?)",
                organisation,
                publicKey,
                master.wrap(secret, owner(organisation, publicKey)),
                clock.instant());
        return publicKey;
    }

    @AccessesPartialKey
    private DoorSeal seal(OrganisationId organisation, byte[] publicKey, byte[] wrapped) {
        byte[] secret = master.unwrap(wrapped, owner(organisation, publicKey));
        try {
            HpkePublicKey known = HpkePublicKey.create(DoorSeal.PARAMETERS, Bytes.copyFrom(publicKey), null);
            return new DoorSeal(
                    HpkePrivateKey.create(known, SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A door key does not fit its public half", e);
        }
    }

    private static byte[] owner(OrganisationId organisation, byte[] publicKey) {
        byte[] id = SealingKey.bytes(organisation.value());
        byte[] owner = Arrays.copyOf(id, id.length + publicKey.length);
        System.arraycopy(publicKey, 0, owner, id.length, publicKey.length);
        return owner;
    }

    private static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(key);
    }
}
