package org.tournee.server.access;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import org.jspecify.annotations.Nullable;

/**
 * The key of a store, for its own worker alone.
 *
 * @param dataKey base64; null where it is not given: another worker's, a revoked phone, altered
 */
@Serdeable(naming = SnakeCaseStrategy.class)
record RecoverAnswer(@Nullable String dataKey) {

    /** Without the key: it may get into a log. */
    @Override
    public String toString() {
        return "RecoverAnswer";
    }
}
