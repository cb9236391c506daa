package org.tournee.server.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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

    /** The same under another code. */
    Happened as(String other) {
        return new Happened(kind, dossier, day, other, answered, first);
    }

    /** From the day it came to the day it was answered; empty while it is not, and for a slip: one decided before it came. */
    Optional<Long> daysToDecide() {
        return Optional.ofNullable(answered)
                .map(on -> ChronoUnit.DAYS.between(day, on))
                .filter(days -> days >= 0);
    }

    /** What kind of thing. */
    enum Kind {
        CONTACT,
        REQUEST,
        MANDATE,
        NEED,
        OPENED,
        CLOSED,
        /** A contact in person at the household's home. */
        HOME_VISIT,
        /** By what became of it. */
        REFERRAL,
        /** By dimension and effect. */
        BILAN_ITEM,
        /** By domain. */
        RIGHT_OPENED
    }
}
