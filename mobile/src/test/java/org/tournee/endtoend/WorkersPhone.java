package org.tournee.endtoend;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Entrance;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Navigator;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.StoreEntrance;
import org.tournee.mobile.app.TruthText;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.sync.Tempo;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;

/** A phone without a screen for its view models: it is enrolled, locked and unlocked through the door of the app. */
final class WorkersPhone implements AutoCloseable {

    private static final String PIN = "482915";
    private static final PinCost CHEAP = new PinCost(64, 1, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As on a phone, but that it does not wait minutes for a network that comes back. */
    private static final Tempo LIVELY = new Tempo(
            Duration.ofMillis(50),
            Duration.ofMinutes(5),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(30));

    private final StoreEntrance entrance;
    private final Clock clock;
    private final String login;
    private final String password;

    /** When a run of the engine that is open ended with phone and server agreed. */
    private final Set<Instant> successes = ConcurrentHashMap.newKeySet();

    private Entrance.Opened opened;
    private Phone phone;

    /** Enrols it, and waits until everything has arrived. */
    WorkersPhone(Path folder, URI server, Demo demo, String role, Clock clock) {
        this.clock = clock;
        this.login = demo.account(role).login();
        this.password = demo.password();
        this.entrance = new StoreEntrance(folder, "Essai", SyncEngine::client, clock, CHEAP, LIVELY);
        enter(entrance.enrol(new Entrance.NewPhone(server.toString(), login, password, PIN, null, false)));
        Await.until(
                "dossiers arrive",
                PATIENCE,
                () -> state().upToDate() && !phone.store().dossiers().isEmpty());
    }

    private void enter(Entrance.Answer answer) {
        if (!(answer instanceof Entrance.Opened open)) {
            throw new AssertionError("The phone does not open: " + answer);
        }
        successes.clear();
        opened = open;
        open.sync().onState(state -> {
            if (state.lastSuccess() != null) {
                successes.add(state.lastSuccess());
            }
        });
        phone = new Phone(
                open.store(),
                open.documents(),
                open.sync(),
                new Nowhere(),
                new Messages(Locale.FRENCH),
                clock,
                Runnable::run);
    }

    void lock() {
        opened.latch().close();
    }

    void unlock() {
        enter(entrance.unlock(entrance.holders().getFirst(), PIN));
    }

    boolean signInAgain() {
        return opened.latch().signInAgain(login, password).isEmpty();
    }

    Phone phone() {
        return phone;
    }

    String login() {
        return login;
    }

    SyncState state() {
        return phone.sync().state();
    }

    String stream() {
        return ((SyncStore) phone.store()).identity().streamId().toString();
    }

    /** What the line of truth says. */
    String truth() {
        return TruthText.of(phone);
    }

    int successes() {
        return successes.size();
    }

    DossierContents dossier(DossierId id) {
        return phone.store().dossier(id).orElseThrow();
    }

    void save(DossierId dossier, Edit.Change... changes) {
        phone.store().save(new Edit(dossier, List.of(changes)));
    }

    /** What was saved last, as long as it is among the few hundred that are sent next. */
    Operation lastUnsent() {
        return OperationBytes.read(
                ((SyncStore) phone.store()).unsent().getLast().line());
    }

    /** Until the server durably holds everything. */
    void untilDrained() {
        Await.until(
                () -> "everything drained, " + state(),
                PATIENCE,
                () -> state().upToDate()
                        && phone.store().waiting().operations() == 0
                        && phone.documents().waiting() == 0);
    }

    void untilTold(SyncState.Problem problem) {
        Await.until(() -> problem + " is told, " + state(), PATIENCE, () -> state().problem() == problem);
    }

    @Override
    public void close() {
        lock();
    }

    /** There are no screens to go to. */
    private static final class Nowhere implements Navigator {

        @Override
        public void open(Destination destination) {
            // no screens
        }

        @Override
        public void back() {
            // no screens
        }

        @Override
        public void say(String message) {
            // nobody looks
        }

        @Override
        public void say(String message, String action, Runnable then) {
            // nobody looks
        }
    }
}
