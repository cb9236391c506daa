package org.tournee.server.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;

/** Reads what stands in an address; what was mistyped asks for everything. */
final class Addresses {

    private Addresses() {}

    static @Nullable WorkerId worker(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : new WorkerId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The number of a row of the audit, or the latest. */
    static long number(@Nullable String text) {
        return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : AuditRows.LATEST;
    }
}
