package org.tournee.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.SimulatedDisk;
import org.tournee.mobile.store.SimulatedDisk.Fate;
import org.tournee.mobile.store.SimulatedDisk.PowerLoss;
import org.tournee.mobile.store.SimulatedFiles;
import org.tournee.mobile.store.SimulatedStore;
import org.tournee.mobile.store.StreamIdentity;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.SimulatedRun;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.StreamId;

/** One stream on a phone: its disk, the store over it, and the run that synchronises, which may be stopped anywhere. */
final class Phone {

    private static final int CALLS_A_PAUSE = 3;

    private final String name;
    private final StreamId stream;
    private final WorkerId worker;
    private final VirtualTime time;
    private final BiConsumer<Phone, Exchange> network;
    private final Consumer<Phone> writes;
    private final SplittableRandom random;
    private final SimulatedDisk disk;
    private final List<SimulatedDisk> backups = new ArrayList<>();
    private final Set<StreamId> streams = new HashSet<>();
    private Duration ahead = Duration.ZERO;
    private int schema = Operation.SCHEMA;
    private Fate fate = Fate.WELL;
    private final @Nullable PhoneFolder folder;
    private final List<PhoneFolder> savedFolders = new ArrayList<>();
    private SyncStore store;
    private @Nullable SimulatedFiles files;
    private SimulatedRun run;
    private @Nullable Coroutine running;
    private @Nullable Exchange awaited;
    private String lastResult = "NEVER";
    private boolean pushesLittle;

    /**
     * A phone.
     *
     * @param network takes its requests
     * @param writes told after everything that it writes
     * @param stores give it its disk
     * @param folder for the bytes of documents; null where it takes none in
     */
    Phone(
            String name,
            StreamId stream,
            WorkerId worker,
            VirtualTime time,
            BiConsumer<Phone, Exchange> network,
            Consumer<Phone> writes,
            long seed,
            Stores stores,
            @Nullable PhoneFolder folder) {
        this(name, stream, worker, time, network, writes, seed, stores::disk, folder);
    }

    private interface Making {
        SimulatedDisk disk(Supplier<Fate> fates, Runnable written);
    }

    private Phone(
            String name,
            StreamId stream,
            WorkerId worker,
            VirtualTime time,
            BiConsumer<Phone, Exchange> network,
            Consumer<Phone> writes,
            long seed,
            Making making,
            @Nullable PhoneFolder folder) {
        this.folder = folder;
        this.name = name;
        this.stream = stream;
        this.worker = worker;
        this.time = time;
        this.network = network;
        this.writes = writes;
        this.random = new SplittableRandom(seed);
        this.disk = making.disk(this::fate, this::written);
    }

    /** A new phone, with the token of its enrolment. */
    void begin(OrganisationId organisation, String refreshToken) {
        StreamIdentity identity = new StreamIdentity(
                stream,
                worker,
                "Worker " + worker,
                organisation,
                "Organisation",
                List.of(Role.SOCIAL_WORKER),
                "http://simulated",
                Base64.getEncoder().encodeToString(new byte[32]));
        SimulatedStore.begin(disk, identity, refreshToken);
        start();
    }

    /** Another phone with the same on its disk, as a transfer to a new device makes it. */
    Phone clone(String nameOfClone, long seed) {
        Phone clone = new Phone(
                nameOfClone,
                stream,
                worker,
                time,
                network,
                writes,
                seed,
                disk::copy,
                folder == null ? null : folder.copy());
        clone.schema = schema;
        clone.pushesLittle = pushesLittle;
        clone.start();
        return clone;
    }

    /** Has an app that writes in that schema from its next start on. */
    void install(int writes) {
        schema = writes;
    }

    /** Gets today's app, whatever waits on it. */
    void upgrade() {
        if (schema < Operation.SCHEMA) {
            schema = Operation.SCHEMA;
            start();
        }
    }

    /** Starts the application, after whatever ended it; nothing of a run that was going on is left. */
    void start() {
        running = null;
        awaited = null;
        fate = Fate.WELL;
        disk.restart();
        Clock clock = time.clock(() -> ahead);
        store = SimulatedStore.open(disk, clock, new SeededRandom(random.nextLong()), schema);
        files = folder == null ? null : SimulatedFiles.beside(store, folder.path(), clock, this::changeFile);
        SimulatedHttp http = new SimulatedHttp(
                this::stream,
                exchange -> network.accept(this, exchange),
                exchange -> awaited = exchange,
                () -> pushesLittle);
        run = new SimulatedRun(pausing(store), http, clock, documents());
    }

    /** Sends one transaction at a time from now on. */
    void pushLittle() {
        pushesLittle = true;
    }

    /** The store as the run sees it: before each call somebody else may go on. */
    private SyncStore pausing(SyncStore real) {
        return (SyncStore) Proxy.newProxyInstance(
                Phone.class.getClassLoader(), new Class<?>[] {SyncStore.class}, (proxy, method, arguments) -> {
                    if (random.nextInt(CALLS_A_PAUSE) == 0) {
                        Coroutine.pause();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        return pushesLittle && method.getName().startsWith("unsent") ? little(answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** The first transaction of what waits. */
    private static List<SyncStore.Unsent> little(Object waiting) {
        List<SyncStore.Unsent> little = new ArrayList<>();
        for (Object one : (List<?>) waiting) {
            SyncStore.Unsent unsent = (SyncStore.Unsent) one;
            if (!little.isEmpty() && OperationBytes.read(unsent.line()).txIndex() == 0) {
                return little;
            }
            little.add(unsent);
        }
        return little;
    }

    private void written() {
        if (store != null) {
            streams.add(stream());
        }
        writes.accept(this);
    }

    private Fate fate() {
        Fate now = fate;
        if (now != Fate.FULL) {
            fate = Fate.WELL;
        }
        return now;
    }

    /** Where the power is lost it is lost before the next change of a file, or after it: before the one that follows. */
    private void changeFile() {
        if (fate == Fate.POWER_LOST_BEFORE) {
            throw new PowerLoss();
        }
        if (fate == Fate.POWER_LOST_AFTER) {
            fate = Fate.POWER_LOST_BEFORE;
        }
    }

    /** What meets the next commit, or change of a file; a full disk stays full. */
    void meet(Fate next) {
        fate = next;
    }

    /** Begins to synchronise, if it does not already. */
    void sync() {
        if (running == null) {
            running = new Coroutine(() -> lastResult = run.run());
        }
    }

    boolean canGoOn() {
        return running != null && (awaited == null || awaited.state == Exchange.State.OVER);
    }

    /** Lets the run go on for a moment. */
    void advance() {
        Coroutine going = running;
        if (going == null) {
            return;
        }
        try {
            going.resume();
        } catch (PowerLoss e) {
            start();
            return;
        }
        if (going.isDone()) {
            running = null;
            awaited = null;
        }
    }

    boolean isSyncing() {
        return running != null;
    }

    /** What stood in the way of the last run; empty for nothing. */
    String lastResult() {
        return lastResult;
    }

    void backUp() {
        backups.add(disk.backup());
        if (folder != null) {
            savedFolders.add(folder.copy());
        }
    }

    /** Puts the disk back to a backup, if there is one. */
    boolean rollBack(int which) {
        if (backups.isEmpty()) {
            return false;
        }
        disk.putBack(backups.get(which % backups.size()));
        if (folder != null) {
            folder.putBack(savedFolders.get(which % savedFolders.size()));
        }
        start();
        return true;
    }

    /** Something of what was received is gone from its disk; the application notices when it starts. */
    void damage(SplittableRandom which) {
        disk.damage(which);
        start();
    }

    void setClock(Duration by) {
        ahead = by;
    }

    /** As its own clock says. */
    LocalDate today() {
        return LocalDate.ofInstant(time.now().plus(ahead), ZoneId.of("Europe/Paris"));
    }

    /** The bytes of documents on it; null where it takes none in. */
    @Nullable
    DocumentFiles documents() {
        return files == null ? null : files.files();
    }

    /** What lies beside the bytes of documents and is of none. */
    List<String> strayFiles() {
        return files == null ? List.of() : files.strays();
    }

    SyncStore store() {
        return store;
    }

    SimulatedDisk disk() {
        return disk;
    }

    /** The stream that it writes: another one once it went on under a successor. */
    StreamId stream() {
        return store.identity().streamId();
    }

    /** Whether it wrote that stream once. */
    boolean hadStream(StreamId once) {
        return streams.contains(once);
    }

    WorkerId worker() {
        return worker;
    }

    @Override
    public String toString() {
        return name;
    }
}
