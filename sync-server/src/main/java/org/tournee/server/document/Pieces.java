package org.tournee.server.document;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import org.tournee.server.store.AlteredException;
import org.tournee.server.store.DocumentKeys;
import org.tournee.server.store.SealingKey;

/** The pieces of an upload in the document store: sealed on the way in, opened on the way out. */
@Singleton
class Pieces {

    private final DocumentStore store;
    private final DocumentKeys keys;

    Pieces(DocumentStore store, DocumentKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    void keep(Connection connection, Upload upload, Upload.Piece piece, byte[] clear) throws SQLException, IOException {
        byte[] sealed = key(connection, upload).sealPiece(upload.document(), piece.fromByte(), clear);
        store.put(upload.nameOf(piece), sealed);
    }

    /**
     * The clear bytes, one piece in memory at a time.
     *
     * @return throws {@link UncheckedIOException} while it is read when a piece cannot be read, by a
     *     {@link DamagedPieceException} where it never will be
     */
    @SuppressWarnings("JdkObsolete") // an Enumeration is what SequenceInputStream takes
    InputStream open(Connection connection, Upload upload, List<Upload.Piece> pieces) throws SQLException {
        SealingKey key = key(connection, upload);
        Iterator<Upload.Piece> left = pieces.iterator();
        return new SequenceInputStream(new Enumeration<>() {

            @Override
            public boolean hasMoreElements() {
                return left.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(open(key, upload, left.next()));
            }
        });
    }

    private byte[] open(SealingKey key, Upload upload, Upload.Piece piece) {
        try {
            return key.openPiece(upload.document(), piece.fromByte(), store.get(upload.nameOf(piece)));
        } catch (AlteredException | FileNotFoundException e) {
            throw new UncheckedIOException(new DamagedPieceException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void removeAll(Upload upload) throws IOException {
        store.removeAll(upload.folder());
    }

    private SealingKey key(Connection connection, Upload upload) throws SQLException {
        return keys.find(connection, upload.organisation(), upload.document());
    }
}
