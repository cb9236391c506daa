package org.tournee.sync;

import org.tournee.dossier.DossierId;

/**
 * A dossier that a worker opens on their phone, with no network: an operation that creates the dossier's own record, its
 * persons and the first request saved together with it. Whoever opens it answers for it. Rules: R-REQ, R-OFF, R-REF.
 */
public final class DossierOpening {

    /** The grant under which whoever opens a dossier holds it: the first on a bucket that nobody held before. */
    public static final long GRANT_EPOCH = 1;

    private DossierOpening() {}

    /** Whether it opens a dossier, or says again that it did. */
    public static boolean is(Operation operation) {
        return operation.action() == Action.CREATE
                && operation.kind().equals(RecordKind.DOSSIER.code())
                && operation.recordId().equals(recordOf(operation.dossierId()));
    }

    /** The dossier's own record. */
    public static RecordId recordOf(DossierId dossier) {
        return new RecordId(dossier.value());
    }
}
