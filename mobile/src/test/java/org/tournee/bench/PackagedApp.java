package org.tournee.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tournee.endtoend.ServerProcess;

/** The app as {@code scripts/package} starts it, drawn without a screen. */
final class PackagedApp {

    /** The options that the package gives to Java. */
    private static final String OPTIONS = "tournee.package.options";

    private PackagedApp() {}

    /**
     * A process of that program over a store.
     *
     * @param more options of Java
     */
    static Process start(List<String> more, String classPath, Class<?> program, Path store) throws IOException {
        List<String> command = new ArrayList<>(List.of(ServerProcess.java()));
        command.addAll(Arrays.asList(System.getProperty(OPTIONS, "").split(" ")));
        command.removeIf(String::isBlank);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") && !argument.startsWith("-D" + OPTIONS))
                .forEach(command::add);
        command.addAll(more);
        command.addAll(List.of("-cp", classPath, program.getName(), store.toString(), FullStore.PIN));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
