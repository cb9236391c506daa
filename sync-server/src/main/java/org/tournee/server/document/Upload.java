package org.tournee.server.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tournee.document.Document;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * How far the bytes of a document got.
 *
 * @param document the record that describes it; it may arrive after the bytes
 * @param dossier under whose key theirs is wrapped: the one that went on when the upload began, and since it is held the one that it is of
 * @param worker who sends them
 * @param sha256 of all of them, as the sender said before the first
 */
public record Upload(
        OrganisationId organisation,
        RecordId document,
        DossierId dossier,
        WorkerId worker,
        long sizeBytes,
        String sha256,
        long receivedBytes,
        State state) {

    /** How far it is. */
    public enum State {
        ARRIVING,
        /** All bytes are here and hash right; the description is not here yet. */
        WHOLE,
        /** The description says that they are held. */
        HELD
    }

    /** A piece: so many clear bytes from that one on. */
    public record Piece(long fromByte, int sizeBytes) {}

    /** Whether a piece may be added there: at the end, and within what was announced. */
    public boolean takes(long fromByte, int length) {
        return receivedBytes == fromByte && fromByte + length <= sizeBytes;
    }

    /** Whether all of the clear bytes are those that were announced before the first. Rule: R-DOC. */
    public boolean hashesRight(InputStream clear) throws IOException {
        MessageDigest digest = digest();
        try (InputStream all = new DigestInputStream(clear, digest)) {
            all.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /**
     * Whether a record describes those very bytes. A record that went with its dossier, into another or back out of it,
     * still describes what its author sends, and what was sent for the dossier that was merged. One that was erased
     * describes nothing. Rules: R-DUP, R-GDPR.
     *
     * @param goingOn the dossier that goes on for that of the upload
     */
    public boolean isDescribedBy(RecordRow record, DossierId goingOn) {
        boolean oneDossier =
                dossier.equals(record.dossier()) || worker.equals(record.author()) || goingOn.equals(record.dossier());
        if (!record.kind().equals(RecordKind.DOCUMENT.code())
                || !oneDossier
                || record.groups().byName().isEmpty()) {
            return false;
        }
        Document.Content content = record.groups().as(Document.class).content();
        return content.sizeBytes() == sizeBytes && content.sha256().equals(sha256);
    }

    public boolean isComplete() {
        return receivedBytes == sizeBytes;
    }

    /** Whether it is of the same bytes by the same worker, whatever dossier they are of since. Rule: R-DUP. */
    public boolean isOfSame(Upload other) {
        return worker.equals(other.worker) && sizeBytes == other.sizeBytes && sha256.equals(other.sha256);
    }

    /** The same for the dossier that goes on. */
    public Upload of(DossierId other) {
        return new Upload(organisation, document, other, worker, sizeBytes, sha256, receivedBytes, state);
    }

    /** The folder of its pieces in the document store. */
    public String folder() {
        return organisation + "/" + document;
    }

    public String nameOf(Piece piece) {
        return folder() + "/" + piece.fromByte();
    }
}
