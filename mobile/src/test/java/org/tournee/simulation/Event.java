package org.tournee.simulation;

/**
 * Something that happens. Each is on its own: without the others it does what it can, so that a trace can be shortened.
 *
 * @param who which phone, task or message, counted round
 * @param seed of everything that it leaves open
 */
record Event(Kind kind, int who, long seed) {

    /** How often each happens beside the others; 0 for what is woven in. */
    enum Kind {
        /** Somebody works. */
        EDIT(22),
        SYNC(14),
        /** Whoever can go on does, for some moments, in an order of the seed. */
        GO_ON(46),
        TIME_PASSES(4),
        SIXTY_DAYS(1),
        CLOCK_SET(1),
        /** The service begins or ends a term. */
        GRANT_CHANGES(3),
        /** Somebody asks for a record's other audience. */
        AUDIENCE_ASKED(3),
        /** Somebody opens a dossier, whatever the network does. */
        DOSSIER_OPENED(3),
        /** Two dossiers become one. */
        DOSSIERS_MERGED(2),
        /** They are two again. */
        MERGE_UNDONE(2),
        /** A dossier is erased for good. */
        ERASED(1),
        /** So long passes that what was deleted is purged. */
        TOMBSTONES_GO(1),

        /** No token of a phone's is taken any more: it delivers at the push-only door until its worker signs in. */
        TOKENS_SPENT(1),

        // Faults of the network
        MESSAGE_LOST(4),
        MESSAGE_DOUBLED(3),
        MESSAGE_CUT(2),
        LATE_AGAIN(2),
        /** A value in rows that are delivered is another than the server's. */
        ROWS_ALTERED(4),

        // Faults of the server
        SERVER_STOPS(2),
        DEADLOCK(3),
        POISON(1),
        /** The archive has everything that is committed. */
        ARCHIVED(4),
        SERVER_BACKED_UP(3),
        /** The database goes back to a copy, and the archive is replayed. */
        RESTORED(2),
        /** A replica that lags takes over; it is noticed some moments later, and then it is a restore. */
        FAILED_OVER(1),

        // Faults of the phone
        PHONE_STOPS(3),
        POWER_LOST(2),
        DISK_FULL(2),
        DISK_BUSY(1),
        BACKED_UP(2),
        ROLLED_BACK(1),
        CLONED(1),
        /** A row is gone from the file, and the application starts again. */
        ROW_DAMAGED(1),

        // What a seed weaves into a life that it has planned already: see Plan

        /** Somebody prepares a step on a dossier's segment, whatever the network does. */
        STEP_PREPARED(0),
        /** Somebody signs in the service what waits for a signature. */
        STEP_SIGNED(0),
        /** Somebody notes a request or a mandate, takes a step on one, corrects it, or prepares its end. */
        DEMAND_HANDLED(0),
        /** Somebody plans a visit of a round, moves it, takes it over, or says how it ended. */
        ROUND_CHANGED(0),
        /** Somebody takes a document in, and is killed at times in the middle of it. */
        DOCUMENT_TAKEN(0),
        /** A piece of a document is altered on its way. */
        PIECE_CORRUPTED(0),
        /** The next piece that comes to lie in the store of documents is altered there. */
        PIECE_ALTERED(0),
        /** A phone gets today's app, whatever waits on it. */
        APP_UPGRADED(0),
        /** An instance of the server gets today's program; the other one is as it was. */
        INSTANCE_UPGRADED(0),
        /** Somebody begins a rendez-vous des droits, looks at a right in it, or takes one of them back. */
        CHECKUP_CHANGED(0),
        /** Somebody opens a document that they see described; its bytes may be with the service. */
        DOCUMENT_OPENED(0),
        /** Somebody lets go of the bytes of documents, to make room. */
        DOCUMENTS_LET_GO(0),
        /** Somebody corrects how a document is described. */
        DOCUMENT_DESCRIBED(0),
        /** A phone sends one transaction at a time from now on, so that several pushes are on their way at once. */
        SHORT_PUSHES(0);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }

    @Override
    public String toString() {
        return kind + " " + who + " " + Long.toHexString(seed);
    }
}
