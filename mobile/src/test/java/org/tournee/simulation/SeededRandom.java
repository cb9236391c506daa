package org.tournee.simulation;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.SplittableRandom;

/** What a phone takes for chance, and one seed decides. */
final class SeededRandom extends SecureRandom {

    private static final long serialVersionUID = 1L;

    SeededRandom(long seed) {
        super(new Spi(new SplittableRandom(seed)), null);
    }

    private static final class Spi extends SecureRandomSpi {

        private static final long serialVersionUID = 1L;

        private final transient SplittableRandom random;

        Spi(SplittableRandom random) {
            this.random = random;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            // One seed decides.
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int count) {
            byte[] seed = new byte[count];
            random.nextBytes(seed);
            return seed;
        }
    }
}
