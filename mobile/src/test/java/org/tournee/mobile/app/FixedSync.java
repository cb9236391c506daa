package org.tournee.mobile.app;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.tournee.mobile.sync.SyncControl;
import org.tournee.mobile.sync.SyncState;

/** A sync that stands as a test says: what the screens show of it is what is tested. */
final class FixedSync implements SyncControl {

    static final SyncState UP_TO_DATE =
            new SyncState(SyncState.Phase.IDLE, 0, null, Instant.parse("2026-03-09T08:05:00Z"), null, 0, 0, 0);

    final AtomicInteger asked = new AtomicInteger();
    private final List<Consumer<SyncState>> listeners = new CopyOnWriteArrayList<>();
    private volatile SyncState state;

    FixedSync(SyncState state) {
        this.state = state;
    }

    static SyncState with(SyncState.Problem problem) {
        return new SyncState(SyncState.Phase.IDLE, 0, null, UP_TO_DATE.lastSuccess(), problem, 0, 0, 0);
    }

    static SyncState firstSync(int downloaded, int toDownload) {
        return new SyncState(SyncState.Phase.RECEIVING, 0, null, null, null, downloaded, toDownload, 0);
    }

    void become(SyncState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Whether anybody would be told of another state. */
    boolean isHeard() {
        return !listeners.isEmpty();
    }

    @Override
    public SyncState state() {
        return state;
    }

    @Override
    public Runnable onState(Consumer<SyncState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void syncNow() {
        asked.incrementAndGet();
    }
}
