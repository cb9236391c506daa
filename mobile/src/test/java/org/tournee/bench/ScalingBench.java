package org.tournee.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tournee.dossier.DossierId;
import org.tournee.endtoend.Demo;
import org.tournee.mobile.store.SyncStore;
import org.tournee.organisation.WorkerId;

/**
 * What one colleague's contact costs a phone to fetch and store, with a caseload and a history of 1, 10 and 100 times:
 * the contact comes last in a dossier that already has that many, beside that many dossiers.
 */
final class ScalingBench {

    static final String NAME = "delta_scaling";

    private static final int DOSSIERS = 3;
    private static final int CONTACTS = 20;
    private static final List<Integer> TIMES = List.of(1, 10, 100);
    private static final int WARM_UP = 200;

    private final Demo demo;
    private final Path folder;

    ScalingBench(Demo demo, Path folder) {
        this.demo = demo;
        this.folder = folder;
    }

    Figure measure(int repetitions) throws Exception {
        String login = demo.account("SOCIAL_WORKER").login();
        List<Double> costs = new ArrayList<>();
        try (BenchDatabase database = new BenchDatabase(demo);
                BenchPhone colleague = BenchPhone.enrol(demo, login, folder.resolve("colleague"))) {
            WorkerId worker = database.worker(login);
            colleague.sync();
            DossierId dossier = colleague.store().dossiers().get(0).id();
            int history = 0;
            for (int times : TIMES) {
                database.holdOnly(worker, dossier, DOSSIERS * times);
                colleague.sync();
                colleague.save(dossier, CONTACTS * times - history);
                history = CONTACTS * times;
                colleague.sync();
                try (BenchPhone phone = BenchPhone.enrol(demo, login, folder.resolve("phone-" + times))) {
                    phone.sync();
                    if (costs.isEmpty()) {
                        delta(WARM_UP, colleague, phone, dossier);
                    }
                    costs.add(delta(repetitions, colleague, phone, dossier));
                }
            }
        }
        return new Figure(
                NAME,
                costs.get(costs.size() - 1),
                "ms",
                "with 1 time; with 10 times " + Math.round(costs.get(1) * 10) / 10.0 + " ms",
                costs.get(0));
    }

    private static double delta(int times, BenchPhone colleague, BenchPhone phone, DossierId dossier) throws Exception {
        return Timing.medianMillis(
                times,
                () -> {
                    colleague.save(dossier, 1);
                    colleague.sync();
                },
                () -> fetched(phone, dossier));
    }

    private static boolean fetched(BenchPhone phone, DossierId dossier) {
        SyncStore store = phone.store();
        long before =
                store.cursors().get(org.tournee.sync.BucketId.service(dossier)).cursor();
        phone.sync();
        long after =
                store.cursors().get(org.tournee.sync.BucketId.service(dossier)).cursor();
        if (after <= before) {
            throw new AssertionError("The colleague's contact did not come");
        }
        return true;
    }
}
