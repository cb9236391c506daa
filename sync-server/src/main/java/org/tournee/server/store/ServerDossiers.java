package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;

/** Reads dossiers: decided, opened and audited in one transaction. Rules: R-SHARE, R-AUD. */
@Singleton
public class ServerDossiers {

    /** What came of it. */
    public sealed interface Reading {}

    /** The dossier, with what the reader may see of it. */
    public record Opened(DossierContents contents) implements Reading {}

    /** The reader may not: audited too. */
    public record Refused(String reason) implements Reading {}

    /** There is no such dossier. */
    public record Unknown() implements Reading {}

    /** Reads a dossier for a person, or for the service itself where the actor has no worker. */
    public Reading read(Actor actor, DossierId dossier, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }

    /** The record of each revision of a dossier's records, as far as they are kept: for its history. */
    public List<StoredRecord> records(Actor actor, DossierId dossier, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }
}
