package org.tournee.server.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tournee.document.Document;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.database.Database;
import org.tournee.server.store.DocumentKeys;
import org.tournee.server.store.IdSource;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.Workspace;
import org.tournee.server.store.WorkspaceStore;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/**
 * Takes a document into custody: hashes what lies in the store, and writes into its description that the service holds
 * it, with position and audit in one transaction. Every phone learns of it by its next pull. Rules: R-DOC, R-AUD.
 */
@Singleton
class Custodian {

    private static final Logger LOG = LoggerFactory.getLogger(Custodian.class);

    private final Database database;
    private final Pieces pieces;
    private final DocumentKeys keys;
    private final RecordTable records;
    private final WorkspaceStore workspaces;
    private final IdSource ids;
    private final Clock clock;

    Custodian(
            Database database,
            Pieces pieces,
            DocumentKeys keys,
            RecordTable records,
            WorkspaceStore workspaces,
            IdSource ids,
            Clock clock) {
        this.database = database;
        this.pieces = pieces;
        this.keys = keys;
        this.records = records;
        this.workspaces = workspaces;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Ends an upload of which all bytes are here; does nothing for others.
     *
     * @return empty where the bytes are not those that were announced: they are gone, and the sender begins again
     * @throws IOException when the store of documents cannot be reached: to be tried again
     */
    Optional<Upload.State> end(Upload upload) throws IOException {
        try {
            return database.write(connection -> {
                UploadTable table = new UploadTable(connection);
                Upload now =
                        table.lock(upload.organisation(), upload.document()).orElseThrow(DocumentProblems::unknown);
                if (!now.isComplete() || now.state() == Upload.State.HELD) {
                    return Optional.of(now.state());
                }
                if (now.state() == Upload.State.ARRIVING && !hashesRight(connection, table, now)) {
                    table.remove(now);
                    remove(now);
                    return Optional.empty();
                }
                Upload.State state = describe(connection, now) ? Upload.State.HELD : Upload.State.WHOLE;
                table.become(now, state);
                return Optional.of(state);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is gone from the store, or was altered there, is not what was announced either: the phone has it still. */
    private boolean hashesRight(Connection connection, UploadTable table, Upload upload) throws SQLException {
        try {
            return upload.hashesRight(pieces.open(connection, upload, table.pieces(upload)));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof DamagedPieceException damaged) {
                LOG.warn("The store of documents damaged {}: it is sent again", upload.document(), damaged);
                return false;
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove(Upload upload) {
        try {
            pieces.removeAll(upload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the description is here; it then says since when the bytes are held. */
    private boolean describe(Connection connection, Upload upload) throws SQLException {
        OrganisationId organisation = upload.organisation();
        RecordId document = upload.document();
        Map<RecordId, BucketId> buckets = records.buckets(connection, organisation, Set.of(document));
        if (buckets.isEmpty()) {
            return false;
        }
        Workspace workspace = new Workspace(clock.instant(), ids);
        workspaces.load(connection, organisation, workspace, buckets.values(), Set.of(document));
        RecordRow described = workspace.record(document);
        WorkerId author = described == null ? null : described.author();
        if (described == null || author == null || !Uploads.describes(connection, described, upload)) {
            return false;
        }
        workspace.put(described.revised(
                author,
                workspace.at(),
                described.occurredAt(),
                described.deleted(),
                described.stamps(),
                described.groups().with(Document.Custody.GROUP, Wire.json(new Document.Custody(workspace.at())))));
        workspace.audit(new AuditEntry(
                workspace.at(),
                upload.worker(),
                null,
                AuditEntry.Act.WRITE,
                described.dossier(),
                document,
                "document bytes " + upload.sizeBytes()));
        workspaces.flush(connection, organisation, workspace);
        if (described.dossier() != null) {
            keys.follow(connection, organisation, described.dossier());
        }
        return true;
    }
}
