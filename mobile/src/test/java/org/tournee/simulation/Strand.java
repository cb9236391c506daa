package org.tournee.simulation;

/** Work that goes on when it is told to and stops where it pauses. One that is not resumed any more is as good as killed. */
interface Strand {

    /**
     * Goes on until it pauses or ends.
     *
     * @throws RuntimeException what the work threw, and errors likewise
     */
    void resume();

    boolean isDone();

    /** Stops this work, which calls it, until it is resumed. */
    void pauseHere();
}
