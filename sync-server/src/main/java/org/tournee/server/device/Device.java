package org.tournee.server.device;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.StreamId;

/**
 * An installation of a worker's: how it stands, without anything that it holds.
 *
 * @param head of the worker's team; null for none
 * @param name what the worker called it; a browser's is {@code web}
 * @param seenAt when it last sent or fetched anything
 * @param ahead how far its clock was ahead of ours, last time
 * @param lastOpSeq the last operation held
 * @param evidence how many lines that did not fit it were kept
 * @param quarantined how many deliveries wait that came after it was closed, as they were sealed on the phone
 */
public record Device(
        StreamId stream,
        WorkerId worker,
        String workerName,
        @Nullable WorkerId head,
        String name,
        StreamRow.State state,
        Instant enrolledAt,
        Instant seenAt,
        Duration ahead,
        long lastOpSeq,
        long evidence,
        long quarantined) {

    /** Beyond it a worker is told that their clock is wrong. Rule: R-CLK. */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** A phone that was silent for so long may hold work that nobody has seen *(choice)*. Rule: R-REM. */
    public static final Duration SILENCE = Duration.ofDays(14);

    private static final String BROWSER = "web";

    /** What somebody should see to. */
    public enum Trouble {
        /** Two phones wrote as one: it takes nothing more, and what did not fit is kept. */
        FORKED,
        /** Work came from it after it was closed, and waits as it was sealed. */
        QUARANTINED,
        SILENT,
        CLOCK_OFF
    }

    /** Whether it is what a worker does in the browser. */
    public boolean isBrowser() {
        return name.equals(BROWSER);
    }

    /** What is wrong with it; nothing for a browser, which holds nothing. */
    public Set<Trouble> troubles(Instant now) {
        Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
        if (quarantined > 0) {
            troubles.add(Trouble.QUARANTINED);
        }
        if (isBrowser() || state == StreamRow.State.REVOKED) {
            return troubles;
        }
        if (state == StreamRow.State.FROZEN) {
            troubles.add(Trouble.FORKED);
        } else if (seenAt.plus(SILENCE).isBefore(now)) {
            troubles.add(Trouble.SILENT);
        }
        if (ahead.abs().compareTo(CLOCK_TOLERANCE) > 0) {
            troubles.add(Trouble.CLOCK_OFF);
        }
        return troubles;
    }
}
