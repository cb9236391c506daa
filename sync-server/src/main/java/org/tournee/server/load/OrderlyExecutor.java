package org.tournee.server.load;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Gives every task a thread of another executor at once, in which it waits for a place before it begins. */
final class OrderlyExecutor extends AbstractExecutorService {

    private final ExecutorService threads;
    private final Places places;

    OrderlyExecutor(ExecutorService threads, Places places) {
        this.threads = threads;
        this.places = places;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> inItsPlace(task));
    }

    /** One that waited in vain runs too, to say so: {@link Lateness} lets it do nothing that takes long. */
    private void inItsPlace(Runnable task) {
        Optional<Places.Place> taken = places.take();
        if (taken.isEmpty()) {
            Lateness.runLate(task);
            return;
        }
        try (Places.Place _ = taken.get()) {
            task.run();
        }
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
