package org.tournee.organisation;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** A worker. */
public record WorkerId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static WorkerId parse(String text) {
        return new WorkerId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
