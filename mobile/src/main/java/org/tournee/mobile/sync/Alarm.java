package org.tournee.mobile.sync;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one thread: at once, or after a time; an earlier time wins. */
final class Alarm {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long ringsAt = Long.MAX_VALUE;
    private boolean set;

    void ring() {
        ringIn(Duration.ZERO);
    }

    void ringIn(Duration wait) {
        lock.lock();
        try {
            long at = System.nanoTime() + wait.toNanos();
            if (!set || at - ringsAt < 0) {
                ringsAt = at;
                set = true;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it rings, and is silent afterwards. */
    void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!set || ringsAt - System.nanoTime() > 0) {
                if (set) {
                    changed.await(ringsAt - System.nanoTime(), TimeUnit.NANOSECONDS);
                } else {
                    changed.await();
                }
            }
            set = false;
        } finally {
            lock.unlock();
        }
    }
}
