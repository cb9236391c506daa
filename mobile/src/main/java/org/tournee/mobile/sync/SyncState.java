package org.tournee.mobile.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How synchronisation stands. It never says more than is true: {@code upToDate} only when the server durably holds
 * everything.
 *
 * @param waiting operations, and documents, that the server does not hold yet
 * @param waitingSince when the oldest of the operations was saved; null when none waits
 * @param lastSuccess when phone and server last agreed, by the phone's clock; null for never
 * @param problem what stood in the way last time; null where nothing did
 * @param skewSeconds how far the phone's clock is ahead of the server's; shown from 300 on. Rule: R-CLK
 */
public record SyncState(
        Phase phase,
        int waiting,
        @Nullable Instant waitingSince,
        @Nullable Instant lastSuccess,
        @Nullable Problem problem,
        int downloaded,
        int toDownload,
        long skewSeconds) {

    /** What is going on. */
    public enum Phase {
        IDLE,
        SENDING,
        RECEIVING
    }

    /** What stands in the way; each has a message that says what to do. */
    public enum Problem {
        NO_NETWORK,
        SIGN_IN_AGAIN,
        /** The phone was revoked, and the server does not have everything yet. */
        REVOKED,
        /** The phone was revoked, and the server keeps whatever waited: nothing is to stay here. */
        REVOKED_DELIVERED,
        SERVER_TROUBLE,
        APP_TOO_OLD,
        DISK_FULL,
        /** Fetched again, and still not what the server says that it sent. */
        CONTENTS_DIFFER,
        /** A dossier is withdrawn, and a form that was begun there is neither saved nor thrown away. */
        DRAFT_HOLDS_WITHDRAWN,
        /** A dossier is withdrawn, and a document of it is not with the server. */
        DOCUMENT_HOLDS_WITHDRAWN
    }

    /** From when on a wrong clock is told. Rule: R-CLK. */
    private static final long SKEW_TOLD_SECONDS = 300;

    /** Whether the phone's clock is off by so much that its worker is told. */
    public boolean clockIsOff() {
        return Math.abs(skewSeconds) >= SKEW_TOLD_SECONDS;
    }

    public boolean upToDate() {
        return waiting == 0 && problem == null && lastSuccess != null;
    }
}
