package org.tournee.sync;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** A record, whatever its kind; made on the phone, growing with time (UUIDv7). */
public record RecordId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static RecordId parse(String text) {
        return new RecordId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
