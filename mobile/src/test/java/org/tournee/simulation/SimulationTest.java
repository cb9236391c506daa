package org.tournee.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the protocol promises holds, whatever goes wrong. {@code ./test --simulation} runs as many seeds as one likes. */
class SimulationTest {

    private static final int SEEDS = 300;

    @Test
    void nothingIsViolatedInHundredsOfLives() {
        LongStream.rangeClosed(1, SEEDS).forEach(seed -> {
            Plan plan = Plan.of(seed);
            Life.of(plan).ifPresent(violation -> {
                throw new AssertionError(Simulation.report(plan, violation, Stores.MEMORY), violation);
            });
        });
    }

    static Stream<Plan> whatOnceFailed() {
        return Regressions.all().stream();
    }

    @ParameterizedTest
    @MethodSource("whatOnceFailed")
    void whatOnceFailedFailsNoMore(Plan plan) {
        assertThat(Life.of(plan)).isEmpty();
    }

    @Test
    void oneSeedIsOneStory() {
        Plan plan = Plan.of(7);
        Optional<String> once = Life.told(plan);

        assertThat(Life.told(plan)).isEqualTo(once).isPresent();
        assertThat(Life.told(Plan.of(8))).isNotEqualTo(once);
    }

    @Test
    void aPlanIsReadAsItWasWritten() {
        Plan plan = Plan.of(11);

        assertThat(Plan.read(plan.text())).isEqualTo(plan);
    }
}
