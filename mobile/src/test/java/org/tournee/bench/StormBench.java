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
 * is new and fetches it. One answer that is no success fails the measurement; in a rush, what asks to come back does not.
 */
final class StormBench {

    static final String NAME = "storm_1500";
    static final String RUSH = "rush_1000";

    private static final int ALONE = 100;

    private final Demo demo;

    StormBench(Demo demo) {
        this.demo = demo;
    }

    /** Of a whole service, each with one contact. */
    Figure storm() throws Exception {
        return measure(NAME, 1_500, 1, false);
    }

    /** Of fewer, each with the work of some days: what all of them send is more than the server has memory for. */
    Figure rush() throws Exception {
        return measure(RUSH, 1_000, 30, true);
    }

    private Figure measure(String name, int devices, int contacts, boolean patient) throws Exception {
        HttpClient http = SyncEngine.client();
        List<BenchDatabase.Enrolled> enrolled;
        Map<String, Long> held;
        try (BenchDatabase database = new BenchDatabase(demo)) {
            enrolled = database.enrol(devices + 2 * ALONE);
            held = database.heads();
        }
        Returning returning = new Returning(http, demo, held, contacts, patient);
        returning.oneAfterAnother(enrolled.subList(0, ALONE));
        double alone = Timing.millis(() -> returning.oneAfterAnother(enrolled.subList(ALONE, 2 * ALONE))) / ALONE;
        double all = Timing.millis(() -> returning.together(enrolled.subList(2 * ALONE, enrolled.size())));
        return new Figure(name, all / 1000, "s", "the same devices one after another", devices * alone / 1000);
    }

    /**
     * Devices that come back.
     *
     * @param held how far each bucket was when they left
     * @param contacts what each saved meanwhile
     * @param patient whether they come back when the server asks them to
     */
    private record Returning(HttpClient http, Demo demo, Map<String, Long> held, int contacts, boolean patient) {

        boolean oneAfterAnother(List<BenchDatabase.Enrolled> devices) {
            devices.forEach(device -> comeBack(device).join());
            return true;
        }

        boolean together(List<BenchDatabase.Enrolled> devices) {
            List<CompletableFuture<Integer>> back = new ArrayList<>();
            devices.forEach(device -> back.add(comeBack(device)));
            back.forEach(CompletableFuture::join);
            return true;
        }

        private CompletableFuture<Integer> comeBack(BenchDatabase.Enrolled enrolled) {
            WireDevice device = new WireDevice(http, demo.server(), enrolled.stream(), patient);
            return device.renew(enrolled.refreshToken())
                    .thenCompose(token -> device.record(enrolled.dossier(), contacts))
                    .thenCompose(taken -> device.manifest())
                    .thenCompose(manifest -> device.fetch(manifest.buckets(), held));
        }
    }
}
