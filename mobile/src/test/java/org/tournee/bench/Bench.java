package org.tournee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tournee.endtoend.Folders;
import org.tournee.endtoend.ServerProcess;

/** Measures what the project promises: {@code docs/benchmarks.md} says what each figure means. */
public final class Bench {

    /** Every worker of the demonstration has so many dossiers of their own. */
    private static final int CASELOAD = 4;

    private final BenchOptions options;
    private final Report report;
    private final Path folder;

    private Bench(BenchOptions options) throws Exception {
        this.options = options;
        this.report = new Report(System.out, options.json());
        this.folder = Files.createTempDirectory("tournee-bench");
    }

    public static void main(String[] args) throws Exception {
        Bench bench = new Bench(BenchOptions.parse(Arrays.asList(args)));
        try {
            bench.measureSync();
            bench.measureRest();
        } finally {
            bench.tidy();
        }
        System.exit(0);
    }

    /** What cannot be removed is no fault of what was measured. */
    private void tidy() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            System.err.println("What was measured with stays in " + folder);
        }
    }

    private void measureSync() throws Exception {
        boolean one = options.wants(SyncBench.PUSH, SyncBench.FIRST_SYNC, SyncBench.NOOP);
        boolean crowd = options.wants(CrowdBench.NAME);
        boolean storm = options.wants(StormBench.NAME);
        boolean rush = options.wants(StormBench.RUSH);
        boolean scaling = options.wants(ScalingBench.NAME);
        if (!(one || crowd || storm || rush || scaling)) {
            return;
        }
        Path data = folder.resolve("server");
        makeService(data);
        try (ServerProcess server = ServerProcess.start(data, CASELOAD, ServerMemory.SMALL)) {
            if (one || crowd) {
                new SyncBench(server.demo(), folder.resolve("one"), options).measure(report);
            }
            if (crowd) {
                report.add(new CrowdBench(server, folder.resolve("crowd")).measure());
            }
            if (storm) {
                report.add(new StormBench(server.demo()).storm());
            }
            if (rush) {
                report.add(new StormBench(server.demo()).rush());
            }
            if (scaling) {
                report.add(new ScalingBench(server.demo(), folder.resolve("scaling")).measure(options.times(50, 200)));
            }
        }
    }

    /** Made by a server with room enough, which unpacks PostgreSQL too: neither is what is measured. */
    private static void makeService(Path data) throws IOException {
        ServerProcess.start(data, CASELOAD).close();
    }

    private void measureRest() throws Exception {
        if (options.wants(NormsBench.SERVICE)) {
            report.add(new NormsBench().ofService(options.times(3, 15)));
        }
        if (options.wants(NormsBench.ONE)) {
            report.add(new NormsBench().ofOne(options.times(3, 15)));
        }
        if (options.wants(FieldBench.SEARCH, FieldBench.OPEN, FieldBench.SAVE)) {
            new FieldBench(folder.resolve("field"), options).measure(report);
        }
        if (options.wants(ScrollBench.NAME)) {
            report.add(new ScrollBench(folder.resolve("scroll")).measure(options.times(2, 10)));
        }
        if (options.wants(MemoryBench.NAME)) {
            report.add(new MemoryBench(folder.resolve("memory")).measure());
        }
        if (options.wants(StartBench.NAME)) {
            report.add(new StartBench(folder).measure(options.times(2, 5)));
        }
    }
}
