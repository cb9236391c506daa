package org.tournee.organisation;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** A permanence. */
public record PermanenceId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static PermanenceId parse(String text) {
        return new PermanenceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
