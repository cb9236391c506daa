package org.tournee.mobile.device;

import java.io.IOException;

/**
 * Gives a copy away, outside of what is sealed: on a desk it is saved, on a phone another app takes it. Only where the
 * worker asks for it. Called on the screen's thread.
 */
public interface Handover {

    /** What became of a copy. */
    enum Outcome {
        /** In the place that the worker chose. */
        SAVED,
        /** The system asks which app takes it, and says no more. */
        OFFERED,
        /** Nobody took it. */
        LEFT
    }

    /** Whether another app takes it; else it is saved as a file. */
    boolean isToOtherApp();

    /**
     * Gives a copy away.
     *
     * @param name a proposal, without personal data
     * @param contentType such as {@code text/calendar}
     * @throws IOException where it could not be written
     */
    Outcome give(String name, String contentType, byte[] bytes) throws IOException;
}
