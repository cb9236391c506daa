package org.tournee.server.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a worker may state as a time: what a calendar on a wall could show, and the database can hold. */
final class Moments {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    static boolean isPlausible(Instant moment) {
        return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
    }

    /** The moment, or null where no calendar shows it. */
    static @Nullable Instant plausible(@Nullable Instant moment) {
        return moment != null && isPlausible(moment) ? moment : null;
    }
}
