package org.tournee.server.document;

import org.tournee.dossier.DossierId;
import org.tournee.server.TestPhone;
import org.tournee.sync.RecordId;

/** A document that a phone took in and sent. */
public final class DocumentSample {

    private DocumentSample() {}

    /** Describes and sends it; it is held then. */
    public static RecordId sent(TestPhone phone, DossierId dossier, byte[] bytes) {
        TusPhone tus = new TusPhone(phone, dossier);
        RecordId id = tus.describe(bytes);
        tus.begin(id, bytes);
        tus.send(id, bytes, 0);
        return id;
    }

    /** Begins to send one that nothing describes yet; the status of the answer. */
    public static int begun(TestPhone phone, DossierId dossier, RecordId id, byte[] bytes) {
        return new TusPhone(phone, dossier).begin(id, bytes).statusCode();
    }
}
