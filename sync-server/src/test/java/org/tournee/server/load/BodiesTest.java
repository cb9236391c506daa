package org.tournee.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BodiesTest {

    private static final int KIB = 1024;
    private static final int ROOM_KIB = 2048;
    private static final int LARGE = ROOM_KIB * KIB - 1;

    private final Bodies bodies = new Bodies(ROOM_KIB, 1, Duration.ZERO);

    private static InputStream of(int bytes) {
        return new ByteArrayInputStream(random(bytes));
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new Random(bytes).nextBytes(random);
        return random;
    }

    @Test
    void aBodyIsReadToItsEndWhetherItsLengthIsToldOrNot() throws Exception {
        for (int size : new int[] {0, 1, KIB - 1, KIB, KIB + 1, LARGE}) {
            for (long announced : new long[] {size, -1}) {
                try (Bodies.Body body = bodies.take(of(size), announced).orElseThrow()) {
                    assertThat(body.stream()).hasBinaryContent(random(size));
                }
            }
        }
    }

    @Test
    void whatIsTooMuchForTheMomentIsNotTakenAndLeavesNothingTaken() throws Exception {
        try (Bodies.Body first = bodies.take(of(KIB), KIB).orElseThrow()) {
            assertThat(bodies.take(of(LARGE), LARGE))
                    .as("there is less room left")
                    .isEmpty();
            assertThat(bodies.take(of(1), 1)).as("one is worked on at a time").isEmpty();
            assertThat(first.stream()).hasBinaryContent(random(KIB));
        }
        assertThat(bodies.take(of(LARGE), LARGE)).as("all of it is free again").isPresent();
    }

    @Test
    void thereIsRoomForOneOfAnyLength() {
        assertThatThrownBy(() -> new Bodies(ROOM_KIB - 1, 1, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSenderThatIsSlowKeepsNobodyFromBeingWorkedOn() throws Exception {
        PipedInputStream slow = new PipedInputStream();
        Thread reading = Thread.ofPlatform().unstarted(() -> take(slow));
        try (PipedOutputStream sender = new PipedOutputStream(slow)) {
            reading.start();
            sender.write(1);
            sender.flush();
            while (slow.available() > 0) {
                Thread.onSpinWait();
            }
            try (Bodies.Body other = bodies.take(of(1), 1).orElseThrow()) {
                assertThat(other.stream()).hasBinaryContent(random(1));
            }
        }
        reading.join();
        assertThat(bodies.take(of(LARGE), LARGE)).isPresent();
    }

    private void take(InputStream body) {
        try {
            bodies.take(body, 2).ifPresent(Bodies.Body::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aSenderThatIsGoneGivesBackWhatItHeld() throws Exception {
        InputStream broken = new PipedInputStream(); // nobody writes to it
        assertThatThrownBy(() -> bodies.take(new SequenceInputStream(of(KIB), broken), LARGE))
                .isInstanceOf(IOException.class);
        assertThat(bodies.take(of(LARGE), LARGE)).isPresent();
    }
}
