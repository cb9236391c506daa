package org.tournee.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.util.function.BiFunction;

/**
 * {@code ./test --planted N}: prints {@code planted.txt} anew, with a short plan that shows each planted fault, so that
 * nobody has to look for it in every build.
 */
public final class PlantedPlans {

    private PlantedPlans() {}

    /**
     * Prints them.
     *
     * @param arguments how many seeds are looked through for each
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        int seeds = Integer.parseInt(arguments[0]);
        System.out.println("# For each planted fault a life that shows it, shortened: ./test --planted\n");
        for (Mutant mutant : Mutant.all()) {
            try (MutantLoader loader =
                    MutantLoader.of(mutant, MutantLoader.root(), Files.createTempDirectory("tournee-planted"))) {
                System.out.println("# " + mutant.name() + "\n" + hunt(loader).apply(mutant.name(), seeds) + "\n");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static BiFunction<String, Integer, String> hunt(MutantLoader loader) throws ReflectiveOperationException {
        return (BiFunction<String, Integer, String>)
                loader.loadClass(Shortened.class.getName()).getConstructor().newInstance();
    }

    /** The shortest plan that is found; runs within the classes of a {@link MutantLoader}. */
    public static final class Shortened implements BiFunction<String, Integer, String> {

        @Override
        public String apply(String mutant, Integer seeds) {
            return MutantHunt.within(() -> MutantHunt.first(mutant, seeds)
                    .map(shown -> Shrinking.of(shown.plan(), shown.violation(), Stores.MEMORY)
                            .text())
                    .orElse(""));
        }
    }
}
