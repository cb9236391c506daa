package org.tournee.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.Unlocking;
import org.tournee.mobile.sync.Enrolment;
import org.tournee.mobile.sync.ServerFailure;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.sync.Tempo;

/** A phone without a screen in this process, over a real SQLite file. It knows which records it saved. */
final class QuietPhone implements AutoCloseable {

    static final String PIN = "482915";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    static final PinCost CHEAP = new PinCost(64, 1, 1);

    /** Does not wait for long, neither for a network that comes back nor for an answer that does not come. */
    private static final Tempo IMPATIENT = new Tempo(
            Duration.ofMillis(10),
            Duration.ofMillis(500),
            Duration.ofMillis(30),
            Duration.ofMillis(200),
            Duration.ofSeconds(4));

    private final SyncStore store;
    private final SyncEngine engine;
    private final InventedWork work;
    private final DossierId dossier;
    private final Set<String> saved = new LinkedHashSet<>();

    private QuietPhone(SyncStore store, long seed) {
        this.store = store;
        this.engine = SyncEngine.start(store, SyncEngine.client(), Clock.systemUTC(), IMPATIENT);
        this.work = new InventedWork(new Random(seed));
        Await.until(
                "dossiers arrive",
                PATIENCE,
                () -> engine.state().upToDate() && !store.dossiers().isEmpty());
        this.dossier = store.dossiers().get(0).id();
    }

    /** Enrols a social worker's new phone, and waits until everything has arrived. */
    static QuietPhone enrol(Path folder, URI server, Demo demo) throws IOException, ServerFailure {
        Files.createDirectories(folder);
        String login = demo.account("SOCIAL_WORKER").login();
        return new QuietPhone(
                // A password is slow to check on purpose, and on a busy machine slower than an impatient phone waits.
                new Enrolment(SyncEngine.client(), Clock.systemUTC(), CHEAP, Tempo.PHONE)
                        .enrol(server, login, demo.password(), "Essai", PIN, folder),
                folder.getFileName().hashCode());
    }

    /**
     * Saves one to three records together.
     *
     * @throws org.tournee.mobile.store.StoreException when the disk refuses
     */
    void save() {
        Edit edit = work.together(dossier);
        store.save(edit);
        saved.addAll(InventedWork.ids(edit));
    }

    void save(int times) {
        for (int i = 0; i < times; i++) {
            save();
        }
    }

    /** The records that a save returned for. */
    Set<String> saved() {
        return saved;
    }

    SyncStore store() {
        return store;
    }

    SyncState state() {
        return engine.state();
    }

    /** Until the worker would be told of that. */
    void untilTold(SyncState.Problem problem) {
        Await.until(() -> problem + " is told, " + state(), PATIENCE, () -> state().problem() == problem);
    }

    /** Until the server holds everything, the contents agree and the outbox is empty. */
    void untilDrained() {
        engine.syncNow();
        Await.until(
                () -> "everything drained, " + state() + ", " + store.unsent().size() + " unsent",
                PATIENCE,
                () -> state().upToDate()
                        && store.unsent().isEmpty()
                        && store.waiting().operations() == 0);
    }

    /** Whether those records are in what is shown. */
    boolean sees(Set<String> records) {
        return seen(store).containsAll(records);
    }

    /** What a file that nobody has open shows when it is unlocked. */
    static Set<String> seenIn(Path folder) {
        Unlocking answer = PhoneFile.unlock(folder, PIN, Clock.systemUTC());
        if (!(answer instanceof Unlocking.Unlocked unlocked)) {
            throw new AssertionError("The store does not open: " + answer);
        }
        try (SyncStore opened = unlocked.store()) {
            return seen(opened);
        }
    }

    private static Set<String> seen(SyncStore store) {
        return store.dossiers().stream().flatMap(QuietPhone::records).collect(Collectors.toSet());
    }

    private static Stream<String> records(DossierContents dossier) {
        return Stream.<List<? extends Entry<?>>>of(dossier.contacts(), dossier.bilanItems(), dossier.actionItems())
                .flatMap(List::stream)
                .map(entry -> entry.id().toString());
    }

    @Override
    public void close() {
        engine.close();
        store.close();
    }
}
