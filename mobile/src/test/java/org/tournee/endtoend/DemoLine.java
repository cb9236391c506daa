package org.tournee.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Plays the line against a server of the demonstration that runs already. Arguments: {@code --accounts FILE} with what
 * that server said, {@code --pictures FOLDER}. Ends with 0 only if all of it happened.
 */
public final class DemoLine {

    private DemoLine() {}

    public static void main(String[] args) throws Exception {
        Demo demo = Demo.of(Files.readAllLines(Path.of(value(args, "--accounts"))));
        Pictures pictures = new Pictures(Path.of(value(args, "--pictures")));
        LineReport report = new LineReport();
        int exit = 0;
        try (TheLine line = new TheLine(demo, Files.createTempDirectory("tournee-line"), pictures, report)) {
            line.play();
        } catch (AssertionError | RuntimeException e) {
            System.err.println(e.getMessage());
            exit = 1;
        }
        report.print(System.out);
        System.out.println();
        System.out.println(pictures.taken().size() + " images dans " + value(args, "--pictures"));
        System.exit(exit);
    }

    private static String value(String[] args, String name) {
        for (int i = 0; i + 1 < args.length; i++) {
            if (args[i].equals(name)) {
                return args[i + 1];
            }
        }
        throw new IllegalArgumentException(name + " is missing");
    }
}
