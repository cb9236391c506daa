package org.tournee.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.Unlocking;
import org.tournee.mobile.sync.Enrolment;
import org.tournee.mobile.sync.ServerFailure;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.Tempo;

/**
 * A phone without a screen in a process of its own, which saves and synchronises until it is killed. Before and after
 * each save it notes in a ledger which records belong together: {@code BEGIN id,id} and {@code SAVED id,id}.
 *
 * <p>Arguments: folder, server, login, password, seed, ledger, and how many saves before it drains and ends.
 */
public final class SavingPhone {

    static final String DRAINED = "DRAINED";

    private static final String PIN = "482915";
    private static final PinCost CHEAP = new PinCost(64, 1, 1);
    private static final Tempo HASTY = new Tempo(
            Duration.ofMillis(5),
            Duration.ofMillis(200),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofSeconds(30));
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final PhoneStore store;
    private final List<DossierId> dossiers;
    private final Path ledger;
    private final Random random;
    private final InventedWork work;

    private SavingPhone(PhoneStore store, Path ledger, Random random) {
        this.store = store;
        this.dossiers = store.dossiers().stream().map(DossierContents::id).toList();
        this.ledger = ledger;
        this.random = random;
        this.work = new InventedWork(random);
    }

    public static void main(String[] args) throws IOException, ServerFailure {
        Path folder = Path.of(args[0]);
        Path ledger = Path.of(args[5]);
        int saves = Integer.parseInt(args[6]);
        try (SyncStore store = open(folder, args);
                SyncEngine engine = SyncEngine.start(store, SyncEngine.client(), Clock.systemUTC(), HASTY)) {
            Await.until("dossiers arrive", PATIENCE, () -> !store.dossiers().isEmpty());
            SavingPhone phone = new SavingPhone(store, ledger, new Random(Long.parseLong(args[4])));
            for (int i = 0; i < saves; i++) {
                phone.save();
            }
            Await.until("everything is sent", PATIENCE, () -> engine.state().upToDate());
            phone.note(DRAINED);
        }
    }

    private static SyncStore open(Path folder, String[] args) throws IOException, ServerFailure {
        Files.createDirectories(folder);
        if (PhoneFile.in(folder).isEmpty()) {
            return new Enrolment(SyncEngine.client(), Clock.systemUTC(), CHEAP, HASTY)
                    .enrol(URI.create(args[1]), args[2], args[3], "Essai", PIN, folder);
        }
        Unlocking answer = PhoneFile.unlock(folder, PIN, Clock.systemUTC());
        if (answer instanceof Unlocking.Unlocked unlocked) {
            return unlocked.store();
        }
        throw new AssertionError("The store does not open: " + answer);
    }

    /** One to three records of one dossier, together. */
    private void save() throws IOException {
        DossierId dossier = dossiers.get(random.nextInt(dossiers.size()));
        Edit edit = work.together(dossier);
        String ids = String.join(",", InventedWork.ids(edit));
        note("BEGIN " + ids);
        store.save(edit);
        note("SAVED " + ids);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(100)).toNanos());
    }

    private void note(String line) throws IOException {
        Files.writeString(ledger, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
