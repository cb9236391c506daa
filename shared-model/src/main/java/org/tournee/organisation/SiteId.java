package org.tournee.organisation;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** A site. */
public record SiteId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static SiteId parse(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
