package org.tournee.server.document;

import org.tournee.dossier.DossierId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;

/**
 * How far the bytes of a document got.
 *
 * @param document the record that describes it; it may arrive after the bytes
 * @param dossier under whose key theirs is wrapped: the one that went on when the upload began, and since it is held the one that it is of
 * @param worker who sends them
 * @param sha256 of all of them, as the sender said before the first
 */
record Upload(
        OrganisationId organisation,
        RecordId document,
        DossierId dossier,
        WorkerId worker,
        long sizeBytes,
        String sha256,
        long receivedBytes,
        State state) {

    enum State {
        ARRIVING,
        /** All bytes are here and hash right; the description is not here yet. */
        WHOLE,
        /** The description says that they are held. */
        HELD
    }

    /** A piece: so many clear bytes from that one on. */
    record Piece(long fromByte, int sizeBytes) {}

    boolean isComplete() {
        return receivedBytes == sizeBytes;
    }

    /** Whether it is of the same bytes by the same worker, whatever dossier they are of since. Rule: R-DUP. */
    boolean isOfSame(Upload other) {
        return worker.equals(other.worker) && sizeBytes == other.sizeBytes && sha256.equals(other.sha256);
    }

    /** The same for the dossier that goes on. */
    Upload of(DossierId other) {
        return new Upload(organisation, document, other, worker, sizeBytes, sha256, receivedBytes, state);
    }

    /** The folder of its pieces in the document store. */
    String folder() {
        return organisation + "/" + document;
    }

    String nameOf(Piece piece) {
        return folder() + "/" + piece.fromByte();
    }
}
