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
}
