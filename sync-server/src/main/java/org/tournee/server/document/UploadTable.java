package org.tournee.server.document;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordId;

/** The tables of uploads and their pieces, within the caller's transaction. */
final class UploadTable {

    private static final String SELECT = """
            select org_id, document_id, dossier_id, worker_id, size_bytes, sha256, received_bytes, state
            from document_upload
            """;

    private final Connection connection;

    UploadTable(Connection connection) {
        this.connection = connection;
    }

    Optional<Upload> find(OrganisationId organisation, RecordId document) throws SQLException {
        return Sql.first(
                connection,
                SELECT + "where org_id = ? and document_id = ?",
                UploadTable::upload,
                organisation,
                document);
    }

    /** The same, locked until the transaction ends: before any bucket. */
    Optional<Upload> lock(OrganisationId organisation, RecordId document) throws SQLException {
        return Sql.first(
                connection,
                SELECT + "where org_id = ? and document_id = ? for update",
                UploadTable::upload,
                organisation,
                document);
    }

    /** Those of all organisations that are not finished and were not touched since then. */
    List<Upload> unfinished(Upload.State state, Instant untouchedSince) throws SQLException {
        return Sql.all(
                connection,
                SELECT + "where state <> 'HELD' and state = ? and touched_at < ? order by touched_at limit 1000",
                UploadTable::upload,
                state.name(),
                untouchedSince);
    }

    /**
     * Begins one; does nothing where one has begun.
     *
     * @param wrappedKey of its pieces: see {@code DocumentKeys}
     */
    void begin(Upload upload, byte[] wrappedKey, Instant at) throws SQLException {
        Sql.change(
                connection,
                """
                insert into document_upload
                    (org_id, document_id, dossier_id, worker_id, size_bytes, sha256, wrapped_key, touched_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                upload.organisation(),
                upload.document(),
                upload.dossier(),
                upload.worker(),
                upload.sizeBytes(),
                upload.sha256(),
                wrappedKey,
                at);
    }

    void add(Upload upload, Upload.Piece piece, Instant at) throws SQLException {
        Sql.change(
                connection,
                "insert into document_piece (org_id, document_id, from_byte, size_bytes) values (?, ?, ?, ?)",
                upload.organisation(),
                upload.document(),
                piece.fromByte(),
                piece.sizeBytes());
        moved(upload, piece.fromByte() + piece.sizeBytes(), at);
    }

    /** Takes back everything from that byte on; pieces are taken back whole. */
    void takeBack(Upload upload, long fromByte, Instant at) throws SQLException {
        Sql.change(
                connection,
                "delete from document_piece where org_id = ? and document_id = ? and from_byte + size_bytes > ?",
                upload.organisation(),
                upload.document(),
                fromByte);
        long left = pieces(upload).stream()
                .mapToLong(piece -> piece.fromByte() + piece.sizeBytes())
                .max()
                .orElse(0);
        moved(upload, left, at);
    }

    private void moved(Upload upload, long receivedBytes, Instant at) throws SQLException {
        Sql.change(
                connection,
                "update document_upload set received_bytes = ?, touched_at = ? where org_id = ? and document_id = ?",
                receivedBytes,
                at,
                upload.organisation(),
                upload.document());
    }

    void become(Upload upload, Upload.State state) throws SQLException {
        Sql.change(
                connection,
                "update document_upload set state = ? where org_id = ? and document_id = ?",
                state.name(),
                upload.organisation(),
                upload.document());
    }

    void remove(Upload upload) throws SQLException {
        Sql.change(
                connection,
                "delete from document_upload where org_id = ? and document_id = ?",
                upload.organisation(),
                upload.document());
    }

    /** Its pieces from the first byte on. */
    List<Upload.Piece> pieces(Upload upload) throws SQLException {
        return Sql.all(
                connection,
                """
                select from_byte, size_bytes from document_piece
                where org_id = ? and document_id = ? order by from_byte""",
                row -> new Upload.Piece(row.getLong(1), row.getInt(2)),
                upload.organisation(),
                upload.document());
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                new OrganisationId(Sql.uuid(row, "org_id")),
                new RecordId(Sql.uuid(row, "document_id")),
                new DossierId(Sql.uuid(row, "dossier_id")),
                new WorkerId(Sql.uuid(row, "worker_id")),
                row.getLong("size_bytes"),
                row.getString("sha256"),
                row.getLong("received_bytes"),
                Upload.State.valueOf(row.getString("state")));
    }
}
