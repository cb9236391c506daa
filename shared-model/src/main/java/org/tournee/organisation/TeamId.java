package org.tournee.organisation;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** A team. */
public record TeamId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static TeamId parse(String text) {
        return new TeamId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
