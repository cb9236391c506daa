package org.tournee.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int WAITING = 8;

    @Test
    void whoeverCameFirstIsServedFirst() throws Exception {
        Places one = new Places(1, LONG);
        List<Integer> served = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        try (Places.Place _ = one.take().orElseThrow()) {
            for (int number = 0; number < WAITING; number++) {
                threads.add(waiting(one, number, served));
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(served).hasSize(WAITING).isSorted();
    }

    private static Thread waiting(Places places, int number, List<Integer> served) {
        Thread thread = Thread.ofPlatform().start(() -> {
            try (Places.Place _ = places.take().orElseThrow()) {
                served.add(number);
            }
        });
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    @Test
    void aPlaceIsGivenBackOnceOnly() {
        Places one = new Places(1, Duration.ZERO);
        Places.Place place = one.take().orElseThrow();
        assertThat(one.take()).isEmpty();

        place.close();
        place.close();

        assertThat(one.take()).isPresent();
        assertThat(one.take()).isEmpty();
    }

    @Test
    void whereThereIsNoPlaceAtAllNobodyWouldEverBeServed() {
        assertThatThrownBy(() -> new Places(0, LONG)).isInstanceOf(IllegalArgumentException.class);
    }
}
