package org.tournee.reachability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tournee.endtoend.Demo;
import org.tournee.endtoend.ServerProcess;

/** {@link Tour} in a process of its own, out of the jars that are shipped, with everything noted. */
final class RecordedTour {

    private static final long PATIENCE_MINUTES = 5;
    private static final String WORKER = "SOCIAL_WORKER";
    private static final List<String> HEADLESS = List.of(
            "-Dprism.order=sw",
            "-Dprism.text=t2k",
            "-Dglass.platform=Monocle",
            "-Dmonocle.platform=Headless",
            "-Dheadless.geometry=1280x1024-32",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private RecordedTour() {}

    /** What the phone loaded by name. */
    static List<Loaded> play(Path folder) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), 2)) {
            Demo demo = server.demo();
            Path record = folder.resolve("loaded.txt");
            Path said = folder.resolve("tour.log");
            List<String> command = new ArrayList<>(List.of(ServerProcess.java()));
            command.addAll(HEADLESS);
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    RecordedTour.class.getName(),
                    record.toString(),
                    folder.resolve("phone").toString(),
                    demo.server().toString(),
                    demo.account(WORKER).login(),
                    demo.password()));
            Process tour = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = tour.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
            tour.destroyForcibly();
            if (!ended || tour.exitValue() != 0) {
                throw new AssertionError("The tour did not come to its end:\n" + Files.readString(said));
            }
            return Files.readAllLines(record).stream().map(Loaded::of).toList();
        }
    }

    /** Where the record goes, then what {@link Tour} takes. */
    public static void main(String[] args) throws IOException {
        Path mobile = ServerProcess.root().resolve("mobile/target");
        RecordingLoader loader = new RecordingLoader(mobile.resolve("dist/lib"), mobile.resolve("test-classes"));
        Thread.currentThread().setContextClassLoader(loader);
        try {
            loader.loadClass(Tour.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) List.of(args).subList(1, args.length).toArray(String[]::new));
            Files.write(
                    Path.of(args[0]), Recorder.seen().stream().map(Loaded::line).toList());
            System.exit(0); // the toolkit's threads would go on
        } catch (ReflectiveOperationException | IOException e) {
            System.getLogger(RecordedTour.class.getName()).log(System.Logger.Level.ERROR, "the tour failed", e);
            System.exit(1); // likewise
        }
    }
}
