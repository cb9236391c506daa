package org.tournee.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.tournee.endtoend.Demo;
import org.tournee.mobile.sync.SyncEngine;

/**
 * After an outage, every device comes back at the same moment: each renews its access, sends what it saved, asks what
 * is new and fetches it. One answer that is no success fails the measurement.
 */
final class StormBench {

    static final String NAME = "storm_1500";

    private static final int DEVICES = 1_500;
    private static final int ALONE = 100;

    private final Demo demo;

    StormBench(Demo demo) {
        this.demo = demo;
    }

    Figure measure() throws Exception {
        HttpClient http = SyncEngine.client();
        List<BenchDatabase.Enrolled> enrolled;
        Map<String, Long> held;
        try (BenchDatabase database = new BenchDatabase(demo)) {
            enrolled = database.enrol(DEVICES + 2 * ALONE);
            held = database.heads();
        }
        List<BenchDatabase.Enrolled> few = enrolled.subList(0, ALONE);
        one(http, few, held);
        double alone = Timing.millis(() -> one(http, enrolled.subList(ALONE, 2 * ALONE), held)) / ALONE;
        double all = Timing.millis(() -> storm(http, enrolled.subList(2 * ALONE, enrolled.size()), held));
        return new Figure(NAME, all / 1000, "s", "the same devices one after another", DEVICES * alone / 1000);
    }

    private boolean one(HttpClient http, List<BenchDatabase.Enrolled> devices, Map<String, Long> held) {
        devices.forEach(device -> comeBack(http, device, held).join());
        return true;
    }

    private boolean storm(HttpClient http, List<BenchDatabase.Enrolled> devices, Map<String, Long> held) {
        List<CompletableFuture<Integer>> back = new ArrayList<>();
        devices.forEach(device -> back.add(comeBack(http, device, held)));
        back.forEach(CompletableFuture::join);
        return true;
    }

    private CompletableFuture<Integer> comeBack(
            HttpClient http, BenchDatabase.Enrolled enrolled, Map<String, Long> held) {
        WireDevice device = new WireDevice(http, demo.server(), enrolled.stream());
        return device.renew(enrolled.refreshToken())
                .thenCompose(token -> device.record(enrolled.dossier()))
                .thenCompose(taken -> device.manifest())
                .thenCompose(manifest -> device.fetch(manifest.buckets(), held));
    }
}
