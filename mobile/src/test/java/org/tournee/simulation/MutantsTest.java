package org.tournee.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.BiFunction;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A harness that finds nothing proves nothing: each fault that is planted on purpose is caught. */
class MutantsTest {

    private static final int SEEDS = 2_400;

    static Mutant[] mutants() {
        return Mutant.all();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void everyPlantedFaultIsCaught(Mutant mutant, @TempDir Path work) throws Exception {
        try (MutantLoader loader = MutantLoader.of(mutant, MutantLoader.root(), work)) {
            assertThat(hunt(loader).apply(mutant.name(), SEEDS))
                    .as(mutant.name())
                    .isNotEmpty();
        }
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<String, Integer, String> hunt(MutantLoader loader) throws ReflectiveOperationException {
        return (BiFunction<String, Integer, String>)
                loader.loadClass(MutantHunt.class.getName()).getConstructor().newInstance();
    }
}
