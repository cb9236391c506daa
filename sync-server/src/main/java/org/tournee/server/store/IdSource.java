package org.tournee.server.store;

import java.util.UUID;

/** Where new ids come from: time and chance in the service, one seed in a simulation. */
@FunctionalInterface
public interface IdSource {

    /** An id that nobody has yet; later ones are greater. */
    UUID next();
}
