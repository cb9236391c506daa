package org.tournee.organisation;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** A territory. */
public record TerritoryId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static TerritoryId parse(String text) {
        return new TerritoryId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
