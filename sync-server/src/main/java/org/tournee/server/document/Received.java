package org.tournee.server.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** What arrived of a request's body: perhaps more than allowed, perhaps not all of it. */
final class Received {

    private static final int BUFFER = 16 * 1024;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(BUFFER);
    private final int most;
    private @Nullable IOException cut;

    private Received(int most) {
        this.most = most;
    }

    /** Reads to the end, to the cut, or a little beyond {@code most}. */
    static Received from(InputStream body, int most) {
        Received received = new Received(most);
        byte[] buffer = new byte[BUFFER];
        try {
            for (int count = body.read(buffer); count >= 0 && !received.tooLong(); count = body.read(buffer)) {
                received.kept.write(buffer, 0, count);
            }
        } catch (IOException e) {
            received.cut = e;
        }
        return received;
    }

    boolean tooLong() {
        return kept.size() > most;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }

    /** Says that the connection broke, once what arrived is kept. */
    void rethrowCut() throws IOException {
        if (cut != null) {
            throw cut;
        }
    }
}
