package org.tournee.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.server.ServerTest;
import org.tournee.server.store.TemporaryFailure;

/** In a rush, whoever asked first is served first, on a service with room for one transaction at a time. */
class TurnsTest extends ServerTest {

    private static final int WAITING = 8;

    @Inject
    Database database;

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> properties = new HashMap<>(super.getProperties());
        properties.put("datasources.default.maximum-pool-size", "3");
        properties.put("datasources.default.connection-timeout", "2000");
        return properties;
    }

    @Test
    void transactionsBeginInTheOrderInWhichTheyWereAskedFor() throws Exception {
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        database.<Object>read(connection -> {
            for (int i = 0; i < WAITING; i++) {
                int number = i;
                Thread next = Thread.ofPlatform().start(() -> database.<Object>read(ignored -> served.add(number)));
                awaitWaiting(next);
                threads.add(next);
            }
            return null;
        });
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(served).hasSize(WAITING).isSorted();
    }

    @Test
    void workInsideATransactionNeedsNoTurnOfItsOwn() {
        assertThat(database.<String>write(outer -> database.read(inner -> "done")))
                .isEqualTo("done");
    }

    @Test
    void whoeverGetsNoTurnInTimeMayTryAgain() {
        Throwable refused = database.read(connection -> {
            List<Throwable> failures = new ArrayList<>();
            Thread other = Thread.ofPlatform()
                    .start(() -> failures.add(catchThrowable(() -> database.<Object>read(ignored -> null))));
            join(other);
            return failures.get(0);
        });
        assertThat(refused).isInstanceOf(DatabaseException.class);
        assertThat(TemporaryFailure.is(refused)).isTrue();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
