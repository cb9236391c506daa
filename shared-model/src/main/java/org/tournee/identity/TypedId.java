package org.tournee.identity;

import java.util.UUID;

/** An identifier that cannot be mistaken for another kind of identifier. */
public interface TypedId {

    UUID value();
}
