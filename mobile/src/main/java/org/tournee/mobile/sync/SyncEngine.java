package org.tournee.mobile.sync;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.KeptDocument.State;
import org.tournee.mobile.store.PhoneStore.Waiting;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.SyncState.Phase;
import org.tournee.mobile.sync.SyncState.Problem;

/**
 * Synchronises in the background: soon after a save, when the server says that something is new, and now and then.
 * After a temporary failure it waits longer and longer; what was saved meanwhile waits in the store. Rule: R-SYN.
 */
public final class SyncEngine implements SyncControl, AutoCloseable {

    private static final Duration LEAVING = Duration.ofSeconds(10);
    private static final Duration CONNECTING = Duration.ofSeconds(15);

    /** As after three failures: within four seconds on a phone. */
    private static final int RECONNECT_AFTER = 3;

    private final SyncStore store;
    private final @Nullable DocumentFiles documents;
    private final Clock clock;
    private final Tempo tempo;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final SyncRun run;
    private final WakeStream wakes;
    private final Alarm alarm = new Alarm();
    private final Thread thread;
    private final List<Consumer<SyncState>> listeners = new CopyOnWriteArrayList<>();

    private volatile SyncState state;
    private volatile boolean leaving;
    private int failures;

    private SyncEngine(SyncStore store, @Nullable DocumentFiles documents, HttpClient http, Clock clock, Tempo tempo) {
        this.documents = documents;
        this.store = store;
        this.clock = clock;
        this.tempo = tempo;
        ServerGateway gateway = new ServerGateway(http, store.identity().serverUri(), tempo.patience());
        Access access = new Access(gateway, store);
        this.run = new SyncRun(store, gateway, access, new Courier(http, tempo), clock, work(documents, http, access));
        this.wakes = new WakeStream(gateway, access, alarm::ring, this::wakesLost);
        this.state = new SyncState(Phase.IDLE, 0, null, null, null, 0, 0, 0);
        this.state = stateNow(Phase.IDLE, null);
        this.thread = new Thread(this::work, "sync");
        this.thread.setDaemon(true);
    }

    private SyncRun.DocumentWork work(@Nullable DocumentFiles files, HttpClient http, Access access) {
        if (files == null) {
            return SyncRun.DocumentWork.NONE;
        }
        DocumentGateway gateway = new DocumentGateway(http, store.identity().serverUri(), tempo.patience());
        return new DocumentSender(gateway, access, files, store);
    }

    /** Starts, over a store that stays open until the engine is closed; without the bytes of documents. */
    public static SyncEngine start(SyncStore store, HttpClient http, Clock clock, Tempo tempo) {
        return start(new SyncEngine(store, null, http, clock, tempo));
    }

    /** As a phone does it: the bytes of documents follow their descriptions. */
    public static SyncEngine start(
            SyncStore store, DocumentFiles documents, HttpClient http, Clock clock, Tempo tempo) {
        SyncEngine engine = start(new SyncEngine(store, documents, http, clock, tempo));
        documents.onChange(engine::storeChanged);
        return engine;
    }

    private static SyncEngine start(SyncEngine engine) {
        SyncStore store = engine.store;
        store.onChange(dossiers -> engine.storeChanged());
        engine.alarm.ring();
        engine.thread.start();
        return engine;
    }

    /** Loads what a sync works with, so that the first takes no processor from the first screen. */
    public static void rehearse() {
        new Packings().accepted();
    }

    /** The client of this process, as a phone needs it; made when it is first asked for. */
    public static HttpClient client() {
        return Client.SHARED;
    }

    private static final class Client {

        static final HttpClient SHARED = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public SyncState state() {
        return state;
    }

    @Override
    public Runnable onState(Consumer<SyncState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void syncNow() {
        alarm.ring();
    }

    /** Calls back, on any thread, when a reminder became due and what it is about was fetched; the key is opaque. */
    public void onReminder(Consumer<String> listener) {
        wakes.onReminder(listener);
    }

    private void storeChanged() {
        publish(state.phase());
        if (state.problem() == null && isAnythingToDo()) {
            alarm.ringIn(tempo.debounce());
        }
    }

    private boolean isAnythingToDo() {
        return !store.unsent().isEmpty() || isAnyDocumentToMove();
    }

    private boolean isAnyDocumentToMove() {
        return documents != null
                && !(documents.in(State.WAITING).isEmpty()
                        && documents.in(State.WANTED).isEmpty());
    }

    /** The connection that tells of news is gone: soon looked at, a little apart from the other phones. */
    private void wakesLost() {
        alarm.ringIn(tempo.debounce().plus(tempo.backOff(RECONNECT_AFTER, random)));
    }

    private void work() {
        while (!leaving) {
            try {
                alarm.await();
                if (!leaving) {
                    goOnce();
                }
            } catch (RuntimeException e) {
                // A defect in one run, or in a listener, must not end synchronisation for good.
                System.getLogger(SyncEngine.class.getName()).log(System.Logger.Level.ERROR, "a run failed", e);
                failures++;
                alarm.ringIn(tempo.backOff(failures, random));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void noteAgreed() {
        try {
            store.keepAgreedAt(clock.instant());
        } catch (StoreException e) {
            // What was agreed stands; the next run notes it, or says what is wrong with the disk.
            System.getLogger(SyncEngine.class.getName()).log(System.Logger.Level.DEBUG, "not noted", e);
        }
    }

    private void goOnce() {
        SyncRun.Result result = run.run(new Reporting());
        if (leaving) {
            return; // cut by the leaving itself: it says nothing of the network
        }
        Problem problem = result.problem();
        failures = problem == null ? 0 : failures + 1;
        if (problem == null) {
            noteAgreed();
            change(now -> new SyncState(
                    Phase.IDLE,
                    now.waiting(),
                    now.waitingSince(),
                    clock.instant(),
                    null,
                    now.downloaded(),
                    now.toDownload(),
                    now.skewSeconds()));
        }
        publish(Phase.IDLE, problem);
        schedule(result);
        if (problem == null) {
            wakes.listen();
            wakes.tellReminders();
        }
    }

    private void schedule(SyncRun.Result result) {
        Problem problem = result.problem();
        if (problem == null) {
            // What was saved while this ran is not left until the next poll.
            alarm.ringIn(isAnythingToDo() ? tempo.debounce() : tempo.poll());
        } else if (isForTheWorker(problem)) {
            alarm.ringIn(tempo.longestBackOff()); // nothing that time alone would mend
        } else {
            Duration wait = tempo.backOff(failures, random);
            Duration asked = result.retryAfter();
            alarm.ringIn(wait.compareTo(asked) < 0 ? asked.plus(wait) : wait);
        }
    }

    /** What somebody must do: signing in makes it run at once. */
    private static boolean isForTheWorker(Problem problem) {
        return problem == Problem.SIGN_IN_AGAIN || problem == Problem.REVOKED || problem == Problem.REVOKED_DELIVERED;
    }

    private void publish(Phase phase) {
        publish(phase, state.problem());
    }

    private synchronized void publish(Phase phase, @Nullable Problem problem) {
        state = stateNow(phase, problem);
        SyncState told = state;
        listeners.forEach(listener -> listener.accept(told));
    }

    private synchronized void change(UnaryOperator<SyncState> changing) {
        state = changing.apply(state);
    }

    private SyncState stateNow(Phase phase, @Nullable Problem problem) {
        Waiting waiting = store.waiting();
        int bytes = documents == null ? 0 : documents.waiting();
        return new SyncState(
                phase,
                waiting.operations() + bytes,
                waiting.since(),
                state.lastSuccess(),
                problem,
                state.downloaded(),
                state.toDownload(),
                state.skewSeconds());
    }

    /** Stops, in the middle of whatever it does: nothing that was saved or stored is lost by it. */
    @Override
    public void close() {
        leaving = true;
        wakes.close();
        alarm.ring();
        thread.interrupt();
        try {
            thread.join(LEAVING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Reporting implements SyncRun.Watcher {

        @Override
        public void phase(Phase phase) {
            publish(phase);
        }

        @Override
        public void skew(Duration phoneAhead) {
            progress(state.downloaded(), state.toDownload(), phoneAhead.toSeconds());
        }

        @Override
        public void received(int dossiers, int ofDossiers) {
            progress(dossiers, ofDossiers, state.skewSeconds());
        }

        private void progress(int downloaded, int toDownload, long skewSeconds) {
            change(now -> new SyncState(
                    now.phase(),
                    now.waiting(),
                    now.waitingSince(),
                    now.lastSuccess(),
                    now.problem(),
                    downloaded,
                    toDownload,
                    skewSeconds));
            publish(state.phase());
        }
    }
}
