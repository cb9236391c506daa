package org.tournee.server.sync;

import org.jspecify.annotations.Nullable;

/**
 * The oldest model that may still pull. Pushing is accepted at any age: what was saved is never lost to an upgrade. It is
 * of the code, not of a setting, since the code alone knows what its rows mean.
 */
final class PullSchema {

    static final int MIN = 1;

    private PullSchema() {}

    /**
     * Refuses an app that could misread what is sent.
     *
     * @param schema null for an app that does not say: it is of the first
     */
    static void require(@Nullable Integer schema) {
        if (schema != null && schema < MIN) {
            throw SyncProblems.tooOld();
        }
    }
}
