package org.tournee.sync;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** One installation and one worker: whoever enrols again gets a new stream. */
public record StreamId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static StreamId parse(String text) {
        return new StreamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
