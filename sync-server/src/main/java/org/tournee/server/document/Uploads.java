package org.tournee.server.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.server.access.Caller;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.problem.ProblemException;
import org.tournee.server.store.DocumentKeys;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.server.store.RedirectTable;
import org.tournee.sync.Limits;
import org.tournee.sync.RecordId;

/** Uploads as phones make them: begun, moved on piece by piece, each by whoever began it. Rules: R-DOC, R-SHARE. */
@Singleton
class Uploads {

    private final Database database;
    private final RecordTable records;
    private final DocumentAccess access;
    private final Pieces pieces;
    private final DocumentKeys keys;
    private final AuditTrail audit;
    private final Clock clock;

    Uploads(
            Database database,
            RecordTable records,
            DocumentAccess access,
            Pieces pieces,
            DocumentKeys keys,
            AuditTrail audit,
            Clock clock) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.pieces = pieces;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins an upload, or finds the same one begun before: an answer that was lost costs nothing.
     *
     * @param sent names the dossier in which the document was taken in: what it was merged into since gets it. Rule:
     *     R-DUP
     * @param grantEpoch of the grant under which it was taken in
     * @throws ProblemException where the caller may not, or other bytes have that id
     */
    void begin(Caller caller, Upload sent, long grantEpoch) {
        if (sent.sizeBytes() < 1 || sent.sizeBytes() > Limits.DOCUMENT_BYTES) {
            throw DocumentProblems.tooLarge();
        }
        Optional<ProblemException> refusal = database.write(connection -> {
            Upload wanted = sent.of(goingOn(connection, sent));
            Optional<ProblemException> refused = refusal(connection, caller, sent.dossier(), wanted, grantEpoch);
            if (refused.isEmpty()) {
                byte[] key = keys.make(connection, wanted.organisation(), wanted.dossier(), wanted.document());
                new UploadTable(connection).begin(wanted, key, clock.instant());
            }
            return refused;
        });
        refusal.ifPresent(problem -> {
            throw problem;
        });
    }

    /** Decided within a transaction that commits, for a refusal is audited. */
    private Optional<ProblemException> refusal(
            Connection connection, Caller caller, DossierId takenIn, Upload wanted, long grantEpoch)
            throws SQLException {
        Instant at = clock.instant();
        RecordRow described = described(connection, wanted);
        if (described != null && !describes(connection, described, wanted)) {
            return Optional.of(DocumentProblems.differs());
        }
        if (!access.maySend(
                connection,
                caller.organisation(),
                caller.worker(),
                new DocumentAccess.Grant(takenIn, grantEpoch),
                wanted.dossier(),
                described,
                at)) {
            // In the organisation's chain: there may be no such dossier.
            audit.append(
                    connection,
                    caller.organisation(),
                    List.of(new AuditEntry(
                            at, caller.worker(), caller.stream(), AuditEntry.Act.REFUSE, null, null, "document")));
            return Optional.of(DocumentProblems.notAllowed());
        }
        Optional<Upload> begun = new UploadTable(connection).lock(caller.organisation(), wanted.document());
        boolean ofOthers = begun.isPresent() && !begun.get().isOfSame(wanted);
        return ofOthers ? Optional.of(DocumentProblems.differs()) : Optional.empty();
    }

    private @Nullable RecordRow described(Connection connection, Upload wanted) throws SQLException {
        return records.find(connection, wanted.organisation(), List.of(wanted.document())).stream()
                .findFirst()
                .orElse(null);
    }

    /** See {@link Upload#isDescribedBy}. */
    static boolean describes(Connection connection, RecordRow record, Upload upload) throws SQLException {
        return upload.isDescribedBy(record, goingOn(connection, upload));
    }

    private static DossierId goingOn(Connection connection, Upload upload) throws SQLException {
        UUID dossier = upload.dossier().value();
        return new DossierId(RedirectTable.ends(connection, upload.organisation(), Set.of(dossier))
                .getOrDefault(dossier, dossier));
    }

    /** The caller's upload of that document; those of others are as good as none. */
    Optional<Upload> find(Caller caller, RecordId document) {
        return database.read(connection -> new UploadTable(connection)
                .find(caller.organisation(), document)
                .filter(upload -> upload.worker().equals(caller.worker())));
    }

    /**
     * Adds a piece at the end.
     *
     * @param fromByte where the sender thinks that the end is
     * @return the upload as it is then; unchanged where the end is elsewhere by now
     * @throws IOException when the store of documents is full or cannot be reached: nothing changed
     */
    Upload add(Upload upload, long fromByte, byte[] clear) throws IOException {
        return changing(upload, (table, connection, now) -> {
            if (now.takes(fromByte, clear.length)) {
                Upload.Piece piece = new Upload.Piece(fromByte, clear.length);
                pieces.keep(connection, now, piece, clear);
                table.add(now, piece, clock.instant());
            }
        });
    }

    /** Takes back what lies behind that byte: it arrived damaged. */
    Upload takeBack(Upload upload, long fromByte) throws IOException {
        return changing(upload, (table, connection, now) -> {
            if (now.state() == Upload.State.ARRIVING) {
                table.takeBack(now, fromByte, clock.instant());
            }
        });
    }

    @FunctionalInterface
    private interface Change {
        void in(UploadTable table, Connection connection, Upload now) throws SQLException, IOException;
    }

    /** Under the lock of the upload, whatever else sends the same document. */
    private Upload changing(Upload upload, Change change) throws IOException {
        try {
            return database.write(connection -> {
                UploadTable table = new UploadTable(connection);
                Supplier<ProblemException> gone = DocumentProblems::unknown;
                Upload now =
                        table.lock(upload.organisation(), upload.document()).orElseThrow(gone);
                try {
                    change.in(table, connection, now);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return table.find(upload.organisation(), upload.document()).orElseThrow(gone);
            });
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
