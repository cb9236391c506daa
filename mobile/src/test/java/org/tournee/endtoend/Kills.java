package org.tournee.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.sqlite.util.OSInfo;
import org.tournee.endtoend.KillReport.Victim;

/**
 * Phones that save and synchronise, a server and its PostgreSQL, each a process that is killed at moments which a seed
 * draws and started again, while the others go on. Rules: R-OFF, R-SYN.
 */
final class Kills implements AutoCloseable {

    private static final int PHONES = 3;
    private static final int CASELOAD = 2;

    /** So many kills are of the server, every third of these of its database; the others are of phones. */
    private static final int EVERY_NTH_IS_THE_SERVERS = 12;

    private static final int EVERY_NTH_IS_THE_DATABASES = 3;

    private static final Duration WORKS_WITHIN = Duration.ofSeconds(90);
    /** How long the moment that is aimed at is waited for; then the process dies as it is. */
    private static final Duration AIMING = Duration.ofMillis(400);

    private static final long LOOKING_NANOS = 200_000;
    private static final int SOON_MICROS = 4_000;
    private static final int STARTING_MILLIS = 900;
    private static final int PROGRESS_EVERY = 50;

    private final Random random;
    private final Path data;
    private final ServerProcess server;
    private final List<PhoneProcess> phones = new ArrayList<>();
    private final KillReport.Tally tally = new KillReport.Tally();
    private CompletableFuture<Void> restart = CompletableFuture.completedFuture(null);

    private Kills(long seed, Path folder) throws IOException {
        random = new Random(seed);
        data = folder.resolve("server");
        server = ServerProcess.start(data, CASELOAD, ServerProcess.QUICK);
        List<String> options = phoneOptions(folder);
        for (int i = 1; i <= PHONES; i++) {
            phones.add(new PhoneProcess(
                    folder.resolve("phone" + i), new Network(server.demo().server()), options));
        }
    }

    /** Kills so often, lets everything drain, and compares. */
    static KillReport run(int kills, long seed, Path folder, Consumer<String> progress)
            throws IOException, InterruptedException, SQLException {
        long began = System.nanoTime();
        try (Kills all = new Kills(seed, folder)) {
            for (PhoneProcess phone : all.phones) {
                all.start(phone);
            }
            for (int kill = 1; kill <= kills; kill++) {
                all.killOne(kill);
                if (kill % PROGRESS_EVERY == 0 && kill < kills) {
                    progress.accept(
                            kill + " of " + kills + " kills, " + since(began).toSeconds() + " s");
                }
            }
            return all.tally.report(all.drained(), since(began));
        }
    }

    private void killOne(int kill) throws IOException, InterruptedException {
        if (kill % EVERY_NTH_IS_THE_SERVERS == 0) {
            restart.join(); // a server that is not there yet cannot be killed
            boolean database = kill % (EVERY_NTH_IS_THE_SERVERS * EVERY_NTH_IS_THE_DATABASES) == 0;
            Moment aim = drawn(List.of(Moment.PUSHING, Moment.PULLING));
            aimAt(() -> Moment.of(networks()) == aim);
            if (database) {
                killDatabase();
            } else {
                killServer();
            }
        } else {
            killPhone(drawn(phones));
        }
    }

    private void killServer() throws InterruptedException {
        Moment moment = Moment.of(networks());
        server.kill();
        tally.count(Victim.SERVER, moment);
        restart = CompletableFuture.runAsync(() -> unchecked(() -> {
            server.begin();
            networks().forEach(network -> network.leadTo(server.demo().server()));
        }));
    }

    private void killDatabase() throws IOException {
        PostgresProcess database = PostgresProcess.of(data, server.demo());
        Moment moment = Moment.of(networks());
        database.crash();
        tally.count(Victim.DATABASE, moment);
        restart = CompletableFuture.runAsync(() -> unchecked(database::start));
    }

    private void killPhone(PhoneProcess phone) throws IOException, InterruptedException {
        Moment aim = drawn(List.of(Moment.values()));
        if (aim == Moment.STARTING) {
            LockSupport.parkNanos(
                    Duration.ofMillis(random.nextInt(STARTING_MILLIS)).toNanos());
        } else {
            Await.until("a phone works", WORKS_WITHIN, phone::works);
            long size = phone.size();
            aimAt(() -> switch (aim) {
                case SAVING -> phone.size() > size;
                case PUSHING, PULLING -> Moment.of(List.of(phone.network())) == aim;
                case STARTING, BETWEEN -> true;
            });
        }
        tally.count(Victim.PHONE, phone.kill());
        start(phone);
    }

    /** Waits for that moment, then a little: somewhere in it, or shortly after. */
    private void aimAt(Look moment) throws IOException {
        long deadline = System.nanoTime() + AIMING.toNanos();
        while (!moment.isNow() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOKING_NANOS);
        }
        LockSupport.parkNanos(random.nextInt(SOON_MICROS) * 1_000L);
    }

    private <T> T drawn(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @FunctionalInterface
    private interface Look {
        boolean isNow() throws IOException;
    }

    private Books drained() throws IOException, InterruptedException, SQLException {
        restart.join();
        for (PhoneProcess phone : phones) {
            phone.kill();
            phone.drain(server.demo());
        }
        List<String> saved = new ArrayList<>();
        List<List<String>> interrupted = new ArrayList<>();
        for (PhoneProcess phone : phones) {
            phone.saved().forEach(saved::addAll);
            interrupted.addAll(phone.interrupted());
        }
        return Books.compared(server.demo(), saved, interrupted);
    }

    private void start(PhoneProcess phone) throws IOException {
        phone.start(server.demo(), Integer.MAX_VALUE, random.nextInt());
    }

    private List<Network> networks() {
        return phones.stream().map(PhoneProcess::network).toList();
    }

    /** A process that is killed leaves behind what it unpacked: SQLite is unpacked once for all of them. */
    private static List<String> phoneOptions(Path folder) throws IOException {
        String name = System.mapLibraryName("sqlitejdbc");
        String resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        try (InputStream library = Objects.requireNonNull(OSInfo.class.getResourceAsStream(resource), resource)) {
            Files.copy(library, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return List.of(
                "-Dorg.sqlite.lib.path=" + folder,
                "-Dorg.sqlite.lib.name=" + name,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx200m");
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    @FunctionalInterface
    private interface Step {
        void go() throws Exception;
    }

    private static void unchecked(Step step) {
        try {
            step.go();
        } catch (Exception e) {
            throw new AssertionError("It does not start again", e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            restart.join();
        } finally {
            for (PhoneProcess phone : phones) {
                phone.close();
            }
            server.close();
        }
    }

    /** {@code ./test --kills N [--seed S]}: ends with 1 where anything was lost, is there twice or does not drain. */
    public static void main(String[] arguments) throws Exception {
        int kills = Integer.parseInt(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        Path folder = Files.createTempDirectory("tournee-kills");
        Runtime.getRuntime().addShutdownHook(new Thread(Kills::leaveNobodyBehind, "nobody left"));
        KillReport report = run(kills, seed, folder, System.out::println);
        System.out.print(report.text());
        if (!report.books().areEven()) {
            System.out.println("Seed " + seed + " is not even; what the processes left is in " + folder);
            System.exit(1);
        }
        Folders.delete(folder);
    }

    /** Also where this program itself is ended. */
    private static void leaveNobodyBehind() {
        ProcessHandle.current().children().forEach(ProcessHandle::destroy);
    }
}
