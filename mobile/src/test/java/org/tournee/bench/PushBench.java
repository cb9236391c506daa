package org.tournee.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.endtoend.Demo;

/**
 * An outbox is sent, and what it left written again by bare SQL, in turn: the machine is another one from minute to
 * minute, and both have the same minutes.
 */
final class PushBench {

    /**
     * Pushes of a colleague before: the compiler takes a quarter of the server's time until the tenth or so. Of dossiers
     * of their own, so that those that are measured get no longer than they are.
     */
    private static final int WARMING_BEFORE = 16;

    /** Pushes before the first that counts: until then the server's compiler takes more of the processors than it does. */
    private static final int WARMING = 4;

    private final Demo demo;
    private final String login;
    private final Path folder;

    PushBench(Demo demo, String login, Path folder) {
        this.demo = demo;
        this.login = login;
        this.folder = folder;
    }

    /** Sends so many outboxes of {@link SyncBench#RECORDS}, after those that warm up. */
    Figure measure(int rounds) throws Exception {
        double[] pushed = new double[rounds];
        double[] written = new double[rounds];
        try (BenchPhone sender = warmed();
                BareSql bare = BareSql.of(demo, SyncBench.RECORDS)) {
            for (int warming = 0; warming < WARMING; warming++) {
                bare.write();
            }
            for (int round = 0; round < rounds; round++) {
                prepare(sender); // takes some seconds, after which the server has done what follows from the last push
                written[round] = Timing.millis(bare::write);
                pushed[round] = Timing.millis(sender::send);
            }
            sender.sync();
        }
        return new Figure(
                SyncBench.PUSH,
                Timing.perSecond(SyncBench.RECORDS, Timing.median(pushed)),
                "operations/s",
                "the same rows by bare SQL in batches",
                Timing.perSecond(SyncBench.RECORDS, Timing.median(written)));
    }

    /** A phone whose last push is there, on a server that has seen a dozen. */
    private BenchPhone warmed() throws Exception {
        BenchPhone sender = BenchPhone.enrol(demo, login, folder.resolve("sender"));
        sender.sync();
        colleague(sender.store().dossiers().stream().map(DossierContents::id).toList());
        for (int push = 0; push < WARMING; push++) {
            prepare(sender);
            sender.send();
        }
        return sender;
    }

    private void colleague(List<DossierId> measured) throws Exception {
        try (BenchPhone phone = BenchPhone.enrol(demo, colleagueWithoutThem(measured), folder.resolve("colleague"))) {
            for (int push = 0; push < WARMING_BEFORE; push++) {
                prepare(phone);
                phone.send();
            }
            phone.sync();
        }
    }

    private String colleagueWithoutThem(List<DossierId> measured) throws SQLException {
        try (BenchDatabase database = new BenchDatabase(demo)) {
            String colleague = database.colleague(login);
            database.refer(colleague, SyncBench.DOSSIERS, measured);
            return colleague;
        }
    }

    private static void prepare(BenchPhone phone) {
        phone.sync();
        phone.save(SyncBench.RECORDS);
    }
}
