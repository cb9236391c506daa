package org.tournee.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tournee.server.store.TemporaryFailure;
import org.tournee.server.sync.DocumentDoor;
import org.tournee.server.sync.InMemoryLedger;
import org.tournee.server.sync.LedgerLock;
import org.tournee.server.sync.LedgerSteps;
import org.tournee.server.sync.PhoneClaim;
import org.tournee.server.sync.PlainDoors;
import org.tournee.server.sync.PushResult;
import org.tournee.server.sync.ReplayedOperations;
import org.tournee.server.sync.SimulatedDatabase;
import org.tournee.simulation.Exchange.Reply;
import org.tournee.simulation.Exchange.State;
import org.tournee.sync.Acknowledgement;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Two instances of the server over one ledger. What they do can stop at any step of any transaction, or for good. */
final class SimulatedServer implements LedgerSteps {

    static final int INSTANCES = 2;

    /** One step of so many is one where somebody else may go on. */
    private static final int STEPS_A_PAUSE = 3;

    private static final Pattern SESSION =
            Pattern.compile("/sync/v1/session\\?stream_id=(.*)&acknowledged=(.*)&epoch=(.*)");
    private static final Pattern SUCCESSION = Pattern.compile("^\\{\"successor\":\"([0-9a-f-]{36})\",");

    /** Who calls: the one thread goes from task to task, or each has its own. */
    private static final ThreadLocal<Task> CURRENT = new ThreadLocal<>();

    private final VirtualTime time;
    private final SplittableRandom random;
    private final Stores stores;
    private final SimulatedDatabase database;
    private final DoorKeys keys;
    private final List<PlainDoors> doors = new ArrayList<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final int[] known = {Operation.SCHEMA, Operation.SCHEMA};
    private long ids;
    /** Whether the database is there: what is committed while it is made is nobody's. */
    private boolean begun;

    private Runnable documentsMoved = () -> {};
    private long commits;
    private int logged;
    private final List<TakenByOld> takenByOld = new ArrayList<>();

    SimulatedServer(Stores stores, VirtualTime time, long seed) {
        this.stores = stores;
        this.time = time;
        this.random = new SplittableRandom(seed);
        this.keys = new DoorKeys(time);
        this.database = stores.database(this, this::newId);
        for (int instance = 0; instance < INSTANCES; instance++) {
            doors.add(new PlainDoors(database.organisation(), database.ledger(instance), this::newId));
        }
        begun = true;
    }

    /** Every instance begins with a program that knows no newer schema than the one before today's. */
    void beginOld() {
        for (int instance = 0; instance < INSTANCES; instance++) {
            know(instance, Operation.SCHEMA - 1);
        }
    }

    /** The instance knows today's schema from now on. */
    void upgrade(int instance) {
        know(instance, Operation.SCHEMA);
    }

    /** Whether the instance knows it already. */
    boolean isOfToday(int instance) {
        return known[instance] == Operation.SCHEMA;
    }

    private void know(int instance, int newest) {
        known[instance] = newest;
        doors.get(instance).know(newest);
    }

    /**
     * What an instance with a program of before today logged in one transaction.
     *
     * @param from how many operations were logged before it
     * @param upto how many after it
     */
    record TakenByOld(int from, int upto, int known) {}

    /** All that was logged so since it was last asked. */
    List<TakenByOld> takenByOld() {
        List<TakenByOld> taken = List.copyOf(takenByOld);
        takenByOld.clear();
        return taken;
    }

    private void noteWhoTookIt(Task task, int before) {
        if (task.exchange != null && !isOfToday(task.instance)) {
            takenByOld.add(new TakenByOld(before, logged, known[task.instance]));
        }
    }

    /** What one instance is doing. */
    static final class Task {

        private final int instance;
        private final @Nullable Exchange exchange;
        private final Strand work;
        private int failures;
        private int crashes;
        private boolean killed;
        private @Nullable Decision decides;

        boolean canGoOn() {
            return work.canGoOn();
        }

        private Task(int instance, @Nullable Exchange exchange, Function<Task, Strand> work) {
            this.instance = instance;
            this.exchange = exchange;
            this.work = work.apply(this);
        }

        boolean serves(Exchange asked) {
            return exchange == asked;
        }

        boolean isOfDocuments() {
            return exchange != null && exchange.path.startsWith(DocumentDoor.PATH);
        }

        /** Whose request it is; empty for what the service itself does. */
        Optional<StreamId> stream() {
            return Optional.ofNullable(exchange).map(asked -> asked.stream);
        }

        /** Nothing goes wrong with it any more. */
        void spare() {
            failures = 0;
            crashes = 0;
        }
    }

    /** The instance of the server stopped. */
    private static final class Stopped extends Error {
        private static final long serialVersionUID = 1L;
    }

    SimulatedDatabase database() {
        return database;
    }

    /** The door for the bytes of documents. */
    DocumentDoor documents() {
        return database.documents().orElseThrow();
    }

    DoorKeys keys() {
        return keys;
    }

    /** Calls back at each commit for a document, before anybody else goes on. */
    void onDocuments(Runnable listener) {
        documentsMoved = listener;
    }

    /** How often anything was committed. */
    long commits() {
        return commits;
    }

    UUID newId() {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | ++ids);
    }

    /** A request arrives at an instance. */
    void receive(Exchange exchange, int instance) {
        exchange.state = State.SERVED;
        begin(instance, exchange, () -> {
            PlainDoors.Answer answer = answer(exchange, doors.get(instance));
            if (!CURRENT.get().killed) {
                exchange.answer(new Reply(answer.status(), answer.body(), answer.headers()));
            }
        });
    }

    /** The service itself decides something; a restore does it again where the archive has it. */
    void command(Runnable command) {
        command(command, oracle -> {});
    }

    /** @param meaning what the oracle is told of it, once it is committed */
    void command(Runnable command, Consumer<Oracle> meaning) {
        begin(0, null, () -> {
            while (!isDecided(command, meaning)) {
                pauseSometimes(CURRENT.get()); // somebody was in its way: it is tried again
            }
        });
    }

    private boolean isDecided(Runnable command, Consumer<Oracle> meaning) {
        try {
            decide(command, false, meaning);
            return true;
        } catch (RuntimeException e) {
            if (TemporaryFailure.is(e)) {
                return false;
            }
            throw e;
        }
    }

    private void decide(Runnable command, boolean enrols, Consumer<Oracle> meaning) {
        CURRENT.get().decides = new Decision(0, command, enrols, meaning);
        command.run();
        CURRENT.get().decides = null;
    }

    /** What the service decided so far, in the order of the commits. */
    List<Decision> decisions() {
        return decisions;
    }

    /**
     * Something that the service decided.
     *
     * @param after how many operations were logged before
     * @param enrols whether a stream begins by it
     * @param meaning what the oracle is told of it
     */
    record Decision(int after, Runnable command, boolean enrols, Consumer<Oracle> meaning) {

        Decision at(int logged) {
            return new Decision(logged, command, enrols, meaning);
        }
    }

    /** Begins to take in what the archive has: nobody else is there yet. */
    Replaying replaying() {
        ReplayedOperations replayed = doors.get(0).replay();
        return (stream, first, lines) -> {
            PushResult result = replayed.take(database.organisation(), stream, first, lines, time.now());
            if (!(result instanceof PushResult.Held || result instanceof PushResult.Forked)) {
                throw new IllegalStateException("Cannot be replayed: " + result);
            }
        };
    }

    /** Takes in operations that follow each other, or keeps them as evidence. */
    interface Replaying {
        void take(StreamId stream, long first, List<byte[]> lines);
    }

    private void begin(int instance, @Nullable Exchange exchange, Runnable work) {
        tasks.add(new Task(
                instance,
                exchange,
                task -> stores.strand(() -> {
                    CURRENT.set(task);
                    work.run();
                })));
    }

    private PlainDoors.Answer answer(Exchange exchange, PlainDoors doors) {
        if (exchange.path.equals("/auth/v1/refresh")) {
            return keys.refresh(exchange.body);
        }
        if (exchange.path.equals(DoorEnvelope.PATH)) {
            return doors.deliver(exchange.body, keys.door().orElseThrow().seal(), time.now());
        }
        StreamId caller = keys.callerOf(exchange.headers.getOrDefault("Authorization", ""));
        if (caller == null) {
            return new PlainDoors.Answer(401, new byte[0]);
        }
        if (exchange.path.startsWith(DocumentDoor.PATH)) {
            DocumentDoor.Asked asked =
                    new DocumentDoor.Asked(caller, exchange.method, exchange.path, exchange.headers, exchange.body);
            return documents().answer(asked, time.now());
        }
        if (exchange.path.equals("/sync/v1/push")) {
            return doors.push(caller, exchange.body, time.now());
        }
        if (exchange.path.equals("/sync/v1/pull")) {
            return doors.pull(caller, exchange.body, time.now());
        }
        if (exchange.path.equals("/sync/v1/held")) {
            return doors.held(caller, exchange.body);
        }
        if (exchange.path.equals("/auth/v1/succeed")) {
            return succeed(caller, exchange.body);
        }
        if (exchange.path.equals("/sync/v1/withdrawals")) {
            return acknowledge(caller, exchange.body);
        }
        if (exchange.path.equals("/sync/v1/alarms")) {
            throw new Violation("checksums agree", exchange.stream + " raised an alarm");
        }
        Matcher session = SESSION.matcher(exchange.path);
        if (!session.matches()) {
            throw new IllegalArgumentException("No such door: " + exchange.path);
        }
        PhoneClaim claim = new PhoneClaim(session.group(3), Long.parseLong(session.group(2)), 0);
        return doors.session(caller, StreamId.parse(session.group(1)), claim, time.now());
    }

    private PlainDoors.Answer succeed(StreamId caller, byte[] body) {
        Matcher request = SUCCESSION.matcher(new String(body, StandardCharsets.UTF_8));
        if (!request.find()) {
            return new PlainDoors.Answer(400, new byte[0]); // cut on its way
        }
        StreamId successor = StreamId.parse(request.group(1));
        return patiently(() -> {
            decide(() -> database.service().succeed(caller, successor), true, oracle -> {});
            return keys.succeed(successor);
        });
    }

    private PlainDoors.Answer acknowledge(StreamId caller, byte[] body) {
        Acknowledgement told;
        try {
            told = Wire.read(Acknowledgement.class, body);
        } catch (MalformedException e) {
            return new PlainDoors.Answer(400, new byte[0]); // cut on its way
        }
        if (!told.streamId().equals(caller)) {
            return new PlainDoors.Answer(403, new byte[0]);
        }
        return patiently(() -> {
            // No decision: a restore does not repeat it, since the phone may have fetched it again meanwhile.
            database.service().acknowledge(caller, told.withdrawn(), time.now());
            return new PlainDoors.Answer(204, new byte[0]);
        });
    }

    /** What the database refuses for the time being is told as that. */
    private static PlainDoors.Answer patiently(Supplier<PlainDoors.Answer> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (TemporaryFailure.is(e)) {
                return new PlainDoors.Answer(503, new byte[0]);
            }
            throw e;
        }
    }

    List<Task> tasks() {
        return tasks;
    }

    /** Lets a task go on for a moment. */
    void advance(Task task) {
        CURRENT.set(task);
        try {
            task.work.resume();
        } catch (Stopped e) {
            tasks.remove(task);
        } finally {
            CURRENT.remove();
        }
        tasks.removeIf(other -> other.work.isDone());
    }

    /** An instance stops in the middle of whatever it does: what is not committed is undone, answers are lost. */
    void stop(int instance) {
        for (Task task : List.copyOf(tasks)) {
            if (task.instance == instance) {
                task.killed = true;
                advance(task);
            }
        }
    }

    /** Makes transactions of the task fail so often as a deadlock or a lost connection does. */
    void failTemporarily(Task task, int times) {
        task.failures += times;
    }

    /**
     * Makes what the task takes in crash, again and again, as a poisonous operation does.
     *
     * @return false where it takes in no operations but the bytes of a document, which poison nothing
     */
    boolean crash(Task task, int times) {
        if (!task.isOfDocuments()) {
            task.crashes += times;
        }
        return !task.isOfDocuments();
    }

    @Override
    public void at(Step step, String what) {
        Task task = CURRENT.get();
        if (step == Step.COMMITTED && begun) {
            commits++;
            int before = logged;
            logged = database.view().logged();
            if (task != null) {
                noteWhoTookIt(task, before);
            }
            if (task != null && task.isOfDocuments()) {
                documentsMoved.run();
            }
            if (task != null && task.decides != null) {
                decisions.add(task.decides.at(database.view().logged()));
                task.decides = null;
            }
        }
        if (task == null || step == Step.UNDONE) {
            return;
        }
        pauseSometimes(task);
        if (task.killed) {
            throw new Stopped();
        }
        if (task.failures > 0 && (step == Step.LOCKED || step == Step.BEFORE_COMMIT)) {
            task.failures--;
            throw InMemoryLedger.temporaryFailure();
        }
        if (task.crashes > 0 && step == Step.POSITIONS_GIVEN) {
            task.crashes--;
            throw new IllegalStateException("poisoned");
        }
    }

    private void pauseSometimes(Task task) {
        if (!task.killed && (task.work.mustPause() || random.nextInt(STEPS_A_PAUSE) == 0)) {
            task.work.pauseHere();
        }
    }

    @Override
    public void waitFor(LedgerLock lock) {
        Task task = CURRENT.get();
        if (task == null) {
            throw new IllegalStateException("Nobody looks while somebody writes: " + lock);
        }
        task.work.pauseHere();
        if (task.killed) {
            throw new Stopped();
        }
    }
}
