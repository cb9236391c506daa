package org.tournee.mobile.search;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.sync.RecordId;

/**
 * Something that can be found.
 *
 * @param household whose dossier it is in
 * @param text what is searched in it, as it was written
 * @param at when a contact took place; null for all else
 * @param leadsTo where it is read or gone on with
 */
public record Find(
        FoundKind kind,
        DossierId dossier,
        RecordId record,
        String household,
        String text,
        @Nullable Instant at,
        Destination leadsTo) {

    /** Contacts the last first, all else by its words. */
    static final Comparator<Find> ORDER = Comparator.comparing(Find::kind)
            .thenComparing(Find::at, Comparator.nullsFirst(Comparator.reverseOrder()))
            .thenComparing(Find::text)
            .thenComparing(Find::household);
}
