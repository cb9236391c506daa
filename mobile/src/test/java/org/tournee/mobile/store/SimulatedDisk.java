package org.tournee.mobile.store;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/** A phone's disk that can be full, busy, lose its power in a commit, be copied and be put back. */
public interface SimulatedDisk extends PhoneDisk {

    /** The power went out while something was written. */
    final class PowerLoss extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** What meets the next commit. */
    enum Fate {
        WELL,
        FULL,
        BUSY,
        POWER_LOST_BEFORE,
        POWER_LOST_AFTER
    }

    /** A disk with the same on it. */
    SimulatedDisk copy(Supplier<Fate> fatesOfCopy, Runnable copyWritten);

    /** What is on it now, to be put back some day. */
    SimulatedDisk backup();

    /** Puts back what another disk holds: a backup. */
    void putBack(SimulatedDisk backup);

    /** The application was killed or the power was lost, and the disk is opened again. */
    void restart();

    /** One of the rows received is gone, whoever took it; nothing happens where there is none. */
    void damage(SplittableRandom which);

    /** How often something was written. */
    int commits();
}
