package org.tournee.sync;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** Operations that were saved together and are applied together. */
public record TxId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static TxId parse(String text) {
        return new TxId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
