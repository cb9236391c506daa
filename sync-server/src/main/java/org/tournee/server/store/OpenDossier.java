package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.util.List;

/** Opens dossiers: record, persons, stays, terms, exemptions, key, grants and audit in one transaction. */
@Singleton
public class OpenDossier {

    /** Opens one dossier in a transaction of its own, or in the caller's. */
    public void open(Actor actor, Opening opening) {
        openAll(actor, List.of(opening));
    }

    /** Opens several dossiers in one transaction: far quicker than one by one. */
    public void openAll(Actor actor, List<Opening> openings) {
        throw new UnsupportedOperationException("Being written");
    }
}
