package org.tournee.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tournee.endtoend.Demo;

/** One phone against the server: sending, first fetching, and asking for nothing new. */
final class SyncBench {

    static final String PUSH = "push";
    static final String FIRST_SYNC = "first_sync";
    static final String NOOP = "noop_sync";

    static final int RECORDS = 10_000;

    /** A caseload in which they are spread, so that it is fetched in groups as a real one is. */
    static final int DOSSIERS = 100;

    /** Runs with nothing to do before the first that counts: a hundred phones make as many in two hours. */
    static final int WARMING_RUNS = 2_000;

    private final Demo demo;
    private final Path folder;
    private final BenchOptions options;

    SyncBench(Demo demo, Path folder, BenchOptions options) {
        this.demo = demo;
        this.folder = folder;
        this.options = options;
    }

    void measure(Report report) throws Exception {
        try (BenchDatabase database = new BenchDatabase(demo)) {
            database.refer(login(), DOSSIERS, List.of());
        }
        int rounds = options.times(2, 5);
        Figure push = new PushBench(demo, login(), folder).measure(options.times(3, 5));
        if (options.wants(PUSH)) {
            report.add(push);
        }
        if (options.wants(FIRST_SYNC, NOOP)) {
            fetch(rounds, report);
        }
    }

    private void fetch(int rounds, Report report) throws Exception {
        List<BenchPhone> phones = new ArrayList<>();
        try {
            for (int round = 0; round < rounds; round++) {
                phones.add(enrol("receiver-" + round));
            }
            double first = Timing.warmMillis(rounds, List.copyOf(phones).iterator(), BenchPhone::sync);
            BenchPhone phone = phones.get(0);
            List<String> lines = RawPipe.linesOf(phone.store());
            if (options.wants(FIRST_SYNC)) {
                report.add(new Figure(
                        FIRST_SYNC,
                        Timing.perSecond(lines.size(), first),
                        "records/s",
                        "the same bytes over loopback, parsed, inserted unsealed",
                        Timing.perSecond(lines.size(), new RawPipe(folder).millis(rounds, lines))));
            }
            if (options.wants(NOOP)) {
                report.add(noop(phone));
            }
        } finally {
            phones.forEach(BenchPhone::close);
        }
    }

    private Figure noop(BenchPhone phone) throws Exception {
        for (int run = 0; run < WARMING_RUNS; run++) {
            phone.sync();
            roundTrip();
        }
        int times = options.times(100, 500);
        return new Figure(
                NOOP,
                Timing.medianMillis(times, phone::sync),
                "ms",
                "one HTTP round trip to the same server",
                Timing.medianMillis(times, this::roundTrip));
    }

    private BenchPhone enrol(String name) throws Exception {
        return BenchPhone.enrol(demo, login(), folder.resolve(name));
    }

    private String login() {
        return demo.account("SOCIAL_WORKER").login();
    }

    /** A small file out of the server's memory: no database, no rights. */
    private int roundTrip() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(demo.server().resolve("/style/mark.svg")).build();
        return BenchPhone.CLIENT.send(request, BodyHandlers.ofString()).statusCode();
    }
}
