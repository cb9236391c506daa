package org.tournee.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tournee.endtoend.ServerProcess;

/** Measures what the project promises. {@code --json}: one object a line; {@code --short}: fewer repetitions. */
public final class Bench {

    private static final int CASELOAD = 4;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        List<String> options = List.of(args);
        boolean isShort = options.contains("--short");
        Path folder = Files.createTempDirectory("tournee-bench");
        List<Figure> figures = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(folder.resolve("server"), CASELOAD)) {
            figures.addAll(new SyncBench(server.demo(), folder).measure(isShort ? 10 : 50));
        }
        figures.add(new NormsBench().measure(isShort ? 3 : 15));
        figures.add(new StartBench(folder).measure(isShort ? 2 : 5));
        print(figures, options.contains("--json"));
        System.exit(0);
    }

    private static void print(List<Figure> figures, boolean json) {
        if (!json) {
            System.out.println(Figure.heading());
        }
        figures.forEach(figure -> System.out.println(json ? figure.json() : figure.row()));
    }
}
