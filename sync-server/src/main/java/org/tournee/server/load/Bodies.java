package org.tournee.server.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes in bodies of requests: each is read whole, still packed, before anything is done with it, and so many are
 * unpacked and worked on at a time. A sender that is slow, or gone, thus holds up nobody: it has as much of the memory
 * that is set apart for bodies as it announced, and no place among those that are worked on. Rule: R-SYN.
 */
public final class Bodies {

    /** The most that one body has, in KiB, and what is set apart for one that does not say. */
    private static final int MOST_KIB = 2048;

    private static final int KIB = 1024;

    private final Places memory;
    private final Places work;

    /**
     * @param kib how much may be in hand, at least {@value #MOST_KIB} KiB
     * @param atOnce how many bodies are worked on at a time
     * @param patience how long a sender waits, for each of the two
     */
    Bodies(int kib, int atOnce, Duration patience) {
        if (kib < MOST_KIB) {
            throw new IllegalArgumentException("There must be room for one body of " + MOST_KIB + " KiB");
        }
        this.memory = new Places(kib, patience);
        this.work = new Places(atOnce, patience);
    }

    /** A body that is in hand and may be worked on, until it is closed. */
    public static final class Body implements AutoCloseable {

        private final byte[] bytes;
        private final Places.Place memory;
        private final Places.Place work;

        private Body(byte[] bytes, Places.Place memory, Places.Place work) {
            this.bytes = bytes;
            this.memory = memory;
            this.work = work;
        }

        /** Its bytes, from the first one on. */
        public InputStream stream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public void close() {
            work.close();
            memory.close();
        }
    }

    /**
     * Reads a body to its end and waits until it may be worked on.
     *
     * @param announced how many bytes it has, negative where its sender does not say
     * @return empty where too much else is in hand for that, and its sender does better to come back
     * @throws IOException when the body does not come to its end
     */
    public Optional<Body> take(InputStream from, long announced) throws IOException {
        int kib = announced < 0 ? MOST_KIB : (int) Math.min(MOST_KIB, 1 + announced / KIB);
        Optional<Places.Place> room = memory.take(kib);
        if (room.isEmpty()) {
            return Optional.empty();
        }
        Optional<Body> body = Optional.empty();
        try {
            byte[] bytes = from.readNBytes(kib * KIB);
            body = work.take().map(place -> new Body(bytes, room.get(), place));
        } finally {
            if (body.isEmpty()) {
                room.get().close();
            }
        }
        return body;
    }
}
