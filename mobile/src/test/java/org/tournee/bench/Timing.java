package org.tournee.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;

/** Takes times. */
final class Timing {

    private static final double NANOS_OF_A_MILLI = 1e6;

    private Timing() {}

    static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / NANOS_OF_A_MILLI;
    }

    /** The median of so many times, after the same number to warm up. */
    static double medianMillis(int times, Callable<?> work) throws Exception {
        double[] taken = new double[times];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < times; i++) {
                taken[i] = millis(work);
            }
        }
        Arrays.sort(taken);
        return taken[times / 2];
    }

    static double perSecond(int count, double millis) {
        return count * 1000.0 / millis;
    }
}
