package org.tournee.mobile.sync;

import java.util.function.Consumer;

/** What the screens know of synchronisation: how it stands, and how to ask for it. Rule: R-SYN. */
public interface SyncControl {

    SyncState state();

    /**
     * Calls back, on any thread, whenever the state changes.
     *
     * @return stops it
     */
    Runnable onState(Consumer<SyncState> listener);

    /** Tries now; returns at once. */
    void syncNow();
}
