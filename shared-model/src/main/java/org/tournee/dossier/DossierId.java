package org.tournee.dossier;

import java.util.UUID;
import org.tournee.identity.TypedId;

/** A dossier. */
public record DossierId(UUID value) implements TypedId {

    /**
     * Reads an id from its canonical text.
     *
     * @throws IllegalArgumentException when {@code text} is not a UUID
     */
    public static DossierId parse(String text) {
        return new DossierId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
