package org.tournee.server.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.DoorHeader;
import org.tournee.sync.Limits;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/** What is delivered at the push-only door, bounded while it streams. */
record DoorBody(DoorHeader header, List<DoorEnvelope> envelopes) {

    /**
     * Reads it.
     *
     * @throws PushBody.TooLargeException as soon as it is larger than {@link Limits#DOOR_BYTES}
     * @throws MalformedException when a line is not what it should be, or nothing is delivered
     */
    static DoorBody read(InputStream body) throws IOException {
        List<byte[]> lines = PushBody.lines(body, Limits.DOOR_BYTES);
        if (lines.size() < 2) {
            throw new MalformedException("A header and something delivered");
        }
        List<DoorEnvelope> envelopes = new ArrayList<>();
        for (byte[] line : lines.subList(1, lines.size())) {
            envelopes.add(Wire.read(DoorEnvelope.class, line));
        }
        return new DoorBody(Wire.read(DoorHeader.class, lines.get(0)), List.copyOf(envelopes));
    }
}
