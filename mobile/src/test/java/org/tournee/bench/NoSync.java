package org.tournee.bench;

import org.tournee.mobile.sync.SyncControl;
import org.tournee.mobile.sync.SyncState;

/** There is no network in this measurement. */
final class NoSync implements SyncControl {

    @Override
    public SyncState state() {
        return new SyncState(SyncState.Phase.IDLE, 0, null, null, null, 0, 0, 0);
    }

    @Override
    public Runnable onState(java.util.function.Consumer<SyncState> listener) {
        return () -> {}; // The state never changes.
    }

    @Override
    public void syncNow() {
        // Nobody to ask.
    }
}
