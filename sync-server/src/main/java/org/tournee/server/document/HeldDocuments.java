package org.tournee.server.document;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tournee.document.Document;
import org.tournee.organisation.WorkerId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.audit.AuditTrail;
import org.tournee.server.database.Database;
import org.tournee.server.store.Actor;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.RecordTable;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Gives out documents that are held: decided, opened and audited in one transaction. Rules: R-SHARE, R-AUD. */
@Singleton
class HeldDocuments {

    /** What came of it. */
    sealed interface Reading {}

    /** The clear bytes; close them. */
    record Opened(Document document, InputStream bytes) implements Reading {}

    /** A part of the clear bytes; none of them where it begins behind the end. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(Document document, long from, byte[] bytes) implements Reading {}

    /** The reader may not: audited too. */
    record Refused() implements Reading {}

    /** There is no such document, or its bytes are not here yet. */
    record Missing() implements Reading {}

    private final Database database;
    private final RecordTable records;
    private final DocumentAccess access;
    private final Pieces pieces;
    private final AuditTrail audit;

    HeldDocuments(Database database, RecordTable records, DocumentAccess access, Pieces pieces, AuditTrail audit) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.pieces = pieces;
        this.audit = audit;
    }

    /**
     * Reads it.
     *
     * @param range empty for the whole
     * @param act DELIVER to a phone, READ in a browser
     */
    Reading read(
            Actor actor,
            WorkerId worker,
            RecordId document,
            Optional<ByteRange> range,
            AuditEntry.Act act,
            Instant at) {
        return database.write(connection -> {
            Optional<RecordRow> described = records.find(connection, actor.organisation(), List.of(document)).stream()
                    .filter(row -> row.kind().equals(RecordKind.DOCUMENT.code()) && !row.deleted())
                    .findFirst();
            return described.isEmpty()
                    ? new Missing()
                    : read(connection, actor, worker, described.get(), range, act, at);
        });
    }

    private Reading read(
            Connection connection,
            Actor actor,
            WorkerId worker,
            RecordRow described,
            Optional<ByteRange> range,
            AuditEntry.Act act,
            Instant at)
            throws SQLException {
        if (!access.mayRead(connection, actor.organisation(), worker, described, at)) {
            note(connection, actor, described, AuditEntry.Act.REFUSE, at);
            return new Refused();
        }
        UploadTable table = new UploadTable(connection);
        Optional<Upload> held =
                table.find(actor.organisation(), described.id()).filter(upload -> upload.state() == Upload.State.HELD);
        if (held.isEmpty()) {
            return new Missing();
        }
        note(connection, actor, described, act, at);
        Document document = described.groups().as(Document.class);
        List<Upload.Piece> all = table.pieces(held.get());
        return range.isEmpty()
                ? new Opened(document, pieces.open(connection, held.get(), all))
                : part(connection, held.get(), document, all, range.get());
    }

    /** Opens only the pieces that it touches. */
    private Part part(Connection connection, Upload held, Document document, List<Upload.Piece> all, ByteRange range)
            throws SQLException {
        List<Upload.Piece> touched = all.stream().filter(range::touches).toList();
        if (touched.isEmpty()) {
            return new Part(document, range.from(), new byte[0]);
        }
        try (InputStream clear = pieces.open(connection, held, touched)) {
            clear.skipNBytes(range.from() - touched.get(0).fromByte());
            return new Part(document, range.from(), clear.readNBytes((int) (range.end() - range.from())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(Connection connection, Actor actor, RecordRow described, AuditEntry.Act act, Instant at)
            throws SQLException {
        audit.append(
                connection,
                actor.organisation(),
                List.of(new AuditEntry(
                        at, actor.worker(), actor.stream(), act, described.dossier(), described.id(), "document")));
    }
}
