package org.tournee.server.indicator;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on a dossier, without its words.
 *
 * @param code what of its kind: a channel, a topic, a kind of mandate; empty for none
 * @param answered when a request was decided; null while it is not, and for other kinds
 * @param first whether it is the first request of its dossier, of all times; false for other kinds
 */
record Happened(
        Kind kind,
        UUID dossier,
        LocalDate day,
        String code,
        @Nullable LocalDate answered,
        boolean first) {

    /** What kind of thing. */
    enum Kind {
        CONTACT,
        REQUEST,
        MANDATE,
        NEED,
        OPENED,
        CLOSED
    }
}
