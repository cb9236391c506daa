package org.tournee.simulation;

import org.jspecify.annotations.Nullable;

/** Work that goes on when it is told to and stops where it pauses. One that is not resumed any more is as good as killed. */
interface Strand {

    /**
     * Goes on until it pauses or ends.
     *
     * @throws RuntimeException what the work threw, and errors likewise
     */
    void resume();

    boolean isDone();

    /** Whether it goes on if it is resumed: a database may hold it up. */
    default boolean canGoOn() {
        return true;
    }

    /** Whether it was held up and has to stop at its next step, which calls this; only once. */
    default boolean mustPause() {
        return false;
    }

    /** Stops this work, which calls it, until it is resumed. */
    void pauseHere();

    /** Throws what the work threw, if it threw anything. */
    static void rethrow(@Nullable Throwable thrown) {
        switch (thrown) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }
}
