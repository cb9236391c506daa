package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.ReferentTerm;
import org.tournee.sync.RecordId;

/** Who answers for a dossier: the term, and with it the buckets that their phone may hold. Rules: R-REF, R-SHARE. */
@Singleton
public class Assignments {

    /** Begins a term: the worker's phone gets the dossier with its next pull. */
    public RecordId assign(Actor actor, DossierId dossier, ReferentTerm.Term term, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }

    /**
     * Ends a term.
     *
     * @param until the first day on which they no longer answer for it
     */
    public void end(Actor actor, DossierId dossier, RecordId term, LocalDate until, Instant at) {
        throw new UnsupportedOperationException("Being written");
    }
}
