package org.tournee.simulation;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work in a thread of its own, of which one at a time goes on. A lock of the database may hold it up: then others go on,
 * and once it has the lock it stops at its next step.
 */
final class ThreadStrand implements Strand {

    /** How long a step takes at least before anybody asks whether it waits for a lock. */
    private static final long GLANCE_MILLIS = 2;

    /** The life is over. */
    private static final class Abandoned extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final LockWatch locks;
    private final Thread thread;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore halt = new Semaphore(0);
    private volatile @Nullable Throwable thrown;
    private volatile boolean done;
    private volatile boolean heldUp;
    private volatile boolean abandoned;
    private boolean waits;

    ThreadStrand(Runnable work, LockWatch locks) {
        this.locks = locks;
        this.thread = Thread.ofPlatform().daemon().unstarted(() -> finish(work));
        thread.start();
    }

    private void finish(Runnable work) {
        try {
            takeTurn();
            work.run();
        } catch (Throwable e) {
            thrown = e; // told to whoever resumes
        }
        done = true;
        halt.release();
    }

    private void takeTurn() {
        turn.acquireUninterruptibly();
        if (abandoned) {
            throw new Abandoned();
        }
    }

    /** One that waits for a lock is only resumed to die: its connection ends. */
    @Override
    public void resume() {
        if (done) {
            return;
        }
        if (waits) {
            locks.cut(this);
        } else {
            turn.release();
        }
        untilItHalts();
        locks.settle();
        rethrow();
    }

    /** Returns once it has paused, has ended or waits for a lock. */
    void untilItHalts() {
        waits = false;
        while (!halted()) {
            if (locks.isWaiting(this)) {
                waits = true;
                heldUp = true;
                locks.add(this);
                return;
            }
        }
    }

    private boolean halted() {
        try {
            return halt.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A life is not interrupted", e);
        }
    }

    /** Throws what the work threw. */
    void rethrow() {
        Strand.rethrow(thrown);
    }

    @Override
    public boolean isDone() {
        return done;
    }

    @Override
    public boolean canGoOn() {
        return !waits;
    }

    @Override
    public boolean mustPause() {
        boolean must = heldUp;
        heldUp = false;
        return must;
    }

    @Override
    public void pauseHere() {
        halt.release();
        takeTurn();
    }

    Thread thread() {
        return thread;
    }

    /** Ends it, whatever it does: its transaction is undone. */
    void abandon() {
        abandoned = true;
        turn.release();
        if (waits) {
            locks.cut(this);
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("A life is not interrupted", e);
        }
    }
}
