package org.tournee.bench;

import java.util.Arrays;
import java.util.Iterator;
import java.util.concurrent.Callable;

/** Takes times. */
final class Timing {

    static final double NANOS_OF_A_MILLI = 1e6;

    private Timing() {}

    /** What is done with one thing. */
    @FunctionalInterface
    interface Work<T> {
        void with(T one) throws Exception;
    }

    static double millis(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / NANOS_OF_A_MILLI;
    }

    /** The median of so many times, after the same number to warm up. */
    static double medianMillis(int times, Callable<?> work) throws Exception {
        return medianMillis(times, () -> {}, work);
    }

    /** The same; {@code prepare} comes before each and is not timed. */
    static double medianMillis(int times, Runnable prepare, Callable<?> work) throws Exception {
        double[] taken = new double[times];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < times; i++) {
                prepare.run();
                taken[i] = millis(work);
            }
        }
        return median(taken);
    }

    /** The median of the rounds after the first, which warms up; {@code prepare} is not timed. */
    static double warmMillis(int rounds, Runnable prepare, Callable<?> work) throws Exception {
        double[] taken = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            prepare.run();
            taken[round] = millis(work);
        }
        return median(Arrays.copyOfRange(taken, 1, rounds));
    }

    /** The same, with another thing each round. */
    static <T> double warmMillis(int rounds, Iterator<T> things, Work<T> work) throws Exception {
        return warmMillis(rounds, () -> {}, () -> {
            work.with(things.next());
            return true;
        });
    }

    static double median(double[] taken) {
        double[] sorted = taken.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static double perSecond(int count, double millis) {
        return count * 1000.0 / millis;
    }
}
