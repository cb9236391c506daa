package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;

/**
 * Each document has a key of its own, wrapped under its dossier's: it is wrapped anew where the document goes to another
 * dossier, and is lost with the key of the one that it is of. Rules: R-GDPR, R-DUP.
 */
@Singleton
public class DocumentKeys {

    private static final int KEY_BYTES = 32;

    private record Wrapped(
            RecordId document,
            DossierId dossier,
            DossierId goesTo,
            @Nullable String hex) {

        byte[] key() {
            return HexFormat.of().parseHex(Objects.requireNonNull(hex));
        }
    }

    private final Keyring keyring;
    private final SecureRandom random = new SecureRandom();

    DocumentKeys(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * Makes a document's key, and wraps it. Until the transaction ends nobody destroys the dossier's key: an erasure waits,
     * and takes what began with it.
     */
    public byte[] make(Connection connection, OrganisationId organisation, DossierId dossier, RecordId document)
            throws SQLException {
        boolean there = Sql.first(
                        connection,
                        "select 1 from sealing_key where org_id = ? and owner_id = ? for key share",
                        row -> true,
                        organisation,
                        dossier)
                .isPresent();
        if (!there) {
            keyring.forget(organisation, List.of(dossier.value())); // another instance destroyed it
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return of(connection, organisation, dossier).wrap(document, key);
    }

    /** The key of the pieces of an upload that has begun. */
    public SealingKey find(Connection connection, OrganisationId organisation, RecordId document) throws SQLException {
        Wrapped wrapped = Sql.first(
                        connection,
                        "select document_id, dossier_id, dossier_id as goes_to,"
                                + " encode(wrapped_key, 'hex') as hex from document_upload"
                                + " where org_id = ? and document_id = ?",
                        DocumentKeys::wrapped,
                        organisation,
                        document)
                .orElseThrow(MovedMeanwhile::failure);
        SealingKey dossiers = of(connection, organisation, wrapped.dossier());
        // What was sent before documents had keys of their own is sealed under the dossier's.
        return wrapped.hex() == null
                ? dossiers
                : new SealingKey(document.value(), dossiers.unwrap(document, wrapped.key()));
    }

    /** Locks the uploads of those dossiers until the transaction ends: before any bucket. */
    public void lock(Connection connection, OrganisationId organisation, Collection<DossierId> dossiers)
            throws SQLException {
        Sql.all(connection, """
                select document_id from document_upload where org_id = ? and dossier_id = any(?)
                order by document_id for update""", row -> true, organisation, new SqlArray(connection).ids(dossiers, id -> id));
    }

    /** Wraps anew what is wrapped under that dossier's key and of another, or of it and wrapped under another's. */
    public void follow(Connection connection, OrganisationId organisation, DossierId dossier) throws SQLException {
        List<Wrapped> strayed = Sql.all(connection, """
                select u.document_id, u.dossier_id, r.dossier_id as goes_to,
                       encode(u.wrapped_key, 'hex') as hex
                from document_upload u join record r on r.org_id = u.org_id and r.record_id = u.document_id
                where u.org_id = ? and ? in (u.dossier_id, r.dossier_id) and u.dossier_id <> r.dossier_id
                  and u.wrapped_key is not null
                for update of u""", DocumentKeys::wrapped, organisation, dossier);
        for (Wrapped one : strayed) {
            byte[] key = of(connection, organisation, one.dossier()).unwrap(one.document(), one.key());
            Sql.change(
                    connection,
                    "update document_upload set dossier_id = ?, wrapped_key = ? where org_id = ? and document_id = ?",
                    one.goesTo(),
                    of(connection, organisation, one.goesTo()).wrap(one.document(), key),
                    organisation,
                    one.document());
        }
    }

    private SealingKey of(Connection connection, OrganisationId organisation, DossierId dossier) throws SQLException {
        UUID owner = dossier.value();
        return Objects.requireNonNull(
                keyring.all(connection, organisation, Set.of(owner)).get(owner));
    }

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        return new Wrapped(
                new RecordId(Sql.uuid(row, "document_id")),
                new DossierId(Sql.uuid(row, "dossier_id")),
                new DossierId(Sql.uuid(row, "goes_to")),
                row.getString("hex"));
    }
}
