package org.tournee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tournee.dossier.DossierId;
import org.tournee.endtoend.Demo;
import org.tournee.mobile.sync.ServerFailure;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.BucketId;

/**
 * What one colleague's contact costs a phone to fetch and store, with a caseload and a history of 1, 10 and 100 times:
 * the contact comes last in a dossier that already has that many, beside that many dossiers. A worker for each size, and
 * each size once a round, so that all meet the same machine.
 */
final class ScalingBench {

    static final String NAME = "delta_scaling";

    private static final int DOSSIERS = 3;
    private static final int CONTACTS = 20;
    private static final int[] TIMES = {1, 10, 100};
    private static final int WARMING_ROUNDS = 100;

    private final Demo demo;
    private final Path folder;

    ScalingBench(Demo demo, Path folder) {
        this.demo = demo;
        this.folder = folder;
    }

    /** Two phones of one worker, and the dossier that one writes in and the other reads. */
    private record Sized(BenchPhone colleague, BenchPhone phone, DossierId dossier) implements AutoCloseable {

        double delta() throws Exception {
            colleague.save(dossier, 1);
            colleague.sync();
            long before = cursor();
            double taken = Timing.millis(phone::sync);
            if (cursor() <= before) {
                throw new AssertionError("The colleague's contact did not come");
            }
            return taken;
        }

        private long cursor() {
            return phone.store().cursors().get(BucketId.service(dossier)).cursor();
        }

        @Override
        public void close() {
            colleague.close();
            phone.close();
        }
    }

    Figure measure(int rounds) throws Exception {
        List<Sized> sizes = new ArrayList<>();
        try (BenchDatabase database = new BenchDatabase(demo)) {
            List<Map.Entry<WorkerId, DossierId>> holders = database.holdings(TIMES.length);
            List<DossierId> measured = holders.stream().map(Map.Entry::getValue).toList();
            for (int size = 0; size < TIMES.length; size++) {
                sizes.add(sized(database, holders.get(size), measured, TIMES[size]));
            }
            double[] costs = costs(sizes, rounds);
            String ten = Math.round(costs[1] * 10) / 10.0 + " ms";
            return new Figure(NAME, costs[2], "ms", "with 1 time; with 10 times " + ten, costs[0]);
        } finally {
            sizes.forEach(Sized::close);
        }
    }

    private Sized sized(
            BenchDatabase database, Map.Entry<WorkerId, DossierId> holder, List<DossierId> measured, int times)
            throws SQLException, IOException, ServerFailure {
        String login = database.login(holder.getKey());
        DossierId dossier = holder.getValue();
        database.holdOnly(holder.getKey(), dossier, DOSSIERS * times, measured);
        BenchPhone colleague = BenchPhone.enrol(demo, login, folder.resolve("colleague-" + times));
        colleague.sync();
        colleague.save(dossier, CONTACTS * times);
        colleague.sync();
        BenchPhone phone = BenchPhone.enrol(demo, login, folder.resolve("phone-" + times));
        phone.sync();
        return new Sized(colleague, phone, dossier);
    }

    private static double[] costs(List<Sized> sizes, int rounds) throws Exception {
        double[][] taken = new double[sizes.size()][rounds];
        for (int round = -WARMING_ROUNDS; round < rounds; round++) {
            for (int size = 0; size < sizes.size(); size++) {
                taken[size][Math.max(round, 0)] = sizes.get(size).delta();
            }
        }
        return Arrays.stream(taken).mapToDouble(Timing::median).toArray();
    }
}
