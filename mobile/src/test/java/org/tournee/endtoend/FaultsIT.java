package org.tournee.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.endtoend.Fault.Way;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.Unlocking;
import org.tournee.mobile.sync.Enrolment;
import org.tournee.mobile.sync.ServerFailure;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.mobile.sync.Tempo;

/**
 * A database that stops, a network that breaks and disks that fill up, all of them real: the worker is told, nothing is
 * lost, nothing is there twice, and once the fault is over everything drains. Rules: R-OFF, R-SYN.
 */
class FaultsIT {

    private static final String PUSH = "/sync/v1/push";
    private static final String PULL = "/sync/v1/pull";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int PHONE_MEBIBYTES = 3;
    private static final int SERVER_MEBIBYTES = 224;

    /** A server that has lost its database says so sooner than it would by itself. */
    private static final String WAITS_LITTLE = "-Ddatasources.default.connection-timeout=1500";

    private static final String OTHER_PIN = "731946";

    @TempDir
    private static Path shared;

    private static boolean smallDisks;
    private static SmallDisk serversDisk;
    private static ServerProcess server;
    private static Network network;

    @TempDir
    private Path folder;

    private final List<QuietPhone> phones = new ArrayList<>();
    private final Set<String> saved = new LinkedHashSet<>();

    @BeforeAll
    static void start() throws IOException {
        smallDisks = SmallDisk.isPossible(shared.resolve("try"));
        if (smallDisks) {
            serversDisk = SmallDisk.mount(data().getParent(), SERVER_MEBIBYTES);
        }
        List<String> options = new ArrayList<>(ServerProcess.QUICK);
        options.add(WAITS_LITTLE);
        server = ServerProcess.start(data(), shared, 2, options);
        network = new Network(server.demo().server());
    }

    @AfterAll
    static void stop() throws IOException {
        network.close();
        server.close();
        assertThat(PostgresProcess.runsIn(data()))
                .as("PostgreSQL ended with its server")
                .isFalse();
        if (smallDisks) {
            serversDisk.close();
        }
    }

    @AfterEach
    void everythingIsThereOnce() throws Exception {
        network.join();
        for (QuietPhone phone : phones) {
            phone.untilDrained();
            saved.addAll(phone.saved());
        }
        for (QuietPhone phone : phones) {
            Await.until("every phone sees what every phone saved", SOON, () -> phone.sees(saved));
            phone.close();
        }
        Books books = Books.compared(server.demo(), saved, List.of());
        assertThat(books.areEven()).as(books.toString()).isTrue();
    }

    private QuietPhone phone(String name) throws Exception {
        QuietPhone phone = QuietPhone.enrol(folder.resolve(name), network.address(), server.demo());
        phones.add(phone);
        return phone;
    }

    private static PostgresProcess database() throws IOException {
        return PostgresProcess.of(data(), server.demo());
    }

    private static Path data() {
        return shared.resolve("disk").resolve("server");
    }

    @Test
    void aDatabaseThatStopsInTheMiddleOfAPushOrAPullIsToldAndWaitedFor() throws Exception {
        QuietPhone one = phone("one");
        QuietPhone other = phone("other");
        for (String path : List.of(PUSH, PULL)) {
            PostgresProcess database = database();
            network.newStatuses();
            one.save(20);
            Await.until("a request is on its way", SOON, () -> {
                other.save();
                return network.carries(path);
            });
            database.crash();
            one.save(5);
            one.untilTold(Problem.SERVER_TROUBLE);
            Await.until(
                    "the failure is said to be temporary",
                    SOON,
                    () -> network.newStatuses().contains(503));
            database.start();
            one.untilDrained();
            assertThat(network.newStatuses()).as("statuses").doesNotContain(500);
        }
    }

    @Test
    void aNetworkThatBreaksAfterAnyByteEitherWayLosesNothing() throws Exception {
        QuietPhone one = phone("one");
        QuietPhone other = phone("other");
        for (Way way : Way.values()) {
            for (long bytes = 0; bytes < 3_000; bytes += 149) {
                long after = bytes;
                meet(() -> new Fault.Cut(way, after), one);
            }
        }
        assertThat(other.saved()).isEmpty();
    }

    /** The phone saves and meets the fault, gives up, and meets it again. */
    private static void meet(Supplier<Fault> fault, QuietPhone phone) {
        int before = network.struck();
        network.weather(fault);
        phone.save();
        Await.until("the fault strikes twice", SOON, () -> network.struck() >= before + 2);
    }

    @Test
    void anAnswerThatIsLostAfterTheCommitIsAskedForAgainAndCountsOnce() throws Exception {
        QuietPhone phone = phone("one");
        network.weather(() -> new Fault.AnswerLost(PUSH));
        phone.save(5);

        try (ServerDatabase database = new ServerDatabase(server.demo())) {
            Await.until(
                    "the server holds it",
                    SOON,
                    () -> database.recordsAmong(phone.saved()).equals(phone.saved()));
        }

        assertThat(phone.store().waiting().operations())
                .as("the phone does not know")
                .isPositive();
    }

    @Test
    void aConnectionThatGoesSilentIsGivenUp() throws Exception {
        QuietPhone phone = phone("one");
        for (Way way : Way.values()) {
            meet(() -> new Fault.HalfOpen(way, 100), phone);
            phone.untilTold(Problem.NO_NETWORK);
        }
    }

    @Test
    void aNetworkThatIsSlowAndBreaksNowAndThenDrainsByItself() throws Exception {
        QuietPhone one = phone("one");
        QuietPhone other = phone("other");
        Random random = new Random(86);
        network.weather(() -> switch (random.nextInt(3)) {
            case 0 -> new Fault.Cut(random.nextBoolean() ? Way.TO_SERVER : Way.TO_PHONE, 500 + random.nextInt(20_000));
            default -> new Fault.Slow(Duration.ofMillis(random.nextInt(30)));
        });
        for (int i = 0; i < 40; i++) {
            one.save();
            other.save();
        }

        one.untilDrained();
        other.untilDrained();
    }

    @Test
    void aFullDiskOfThePhoneRefusesASaveAndKeepsWhatWasSavedAndTheDrafts() throws Exception {
        assumeTrue(smallDisks, "no small disk can be mounted here");
        Path file = folder.resolve("small").resolve("phone");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), PHONE_MEBIBYTES);
                QuietPhone phone = QuietPhone.enrol(file, network.address(), server.demo())) {
            network.cut();
            phone.save(3);
            phone.store().keepDraft("un formulaire", "{\"commencé\":true}");
            disk.fill();

            StoreException refused = catchThrowableOfType(StoreException.class, () -> phone.save(1_000));

            assertThat(refused.problem()).isEqualTo(StoreException.Problem.DISK_FULL);
            assertThat(phone.sees(phone.saved())).as("what was saved is shown").isTrue();
            assertThat(phone.store().draft("un formulaire")).contains("{\"commencé\":true}");
            Path copy = Files.createDirectories(folder.resolve("copy"));
            copyFiles(file, copy);
            assertThat(QuietPhone.seenIn(copy))
                    .as("what was saved is in the file")
                    .containsAll(phone.saved());
            disk.free();
            phone.save();
            drain(phone);
        }
    }

    @Test
    void aFullDiskOfThePhoneRefusesToEnrolAndLeavesNoHalfOfAStore() throws Exception {
        assumeTrue(smallDisks, "no small disk can be mounted here");
        Path file = folder.resolve("small").resolve("phone");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), PHONE_MEBIBYTES)) {
            Files.createDirectories(file);
            disk.fill();

            StoreException refused = catchThrowableOfType(
                    StoreException.class, () -> QuietPhone.enrol(file, network.address(), server.demo()));

            assertThat(refused.problem()).isEqualTo(StoreException.Problem.DISK_FULL);
            assertThat(file).isEmptyDirectory();
            disk.free();
            try (QuietPhone phone = QuietPhone.enrol(file, network.address(), server.demo())) {
                phone.save();
                drain(phone);
            }
        }
    }

    @Test
    void aFullDiskWhileAForgottenPinIsReplacedLeavesTheEarlierPinAndLosesNothing() throws Exception {
        assumeTrue(smallDisks, "no small disk can be mounted here");
        Path file = folder.resolve("small").resolve("phone");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), PHONE_MEBIBYTES)) {
            Set<String> kept = new LinkedHashSet<>();
            try (QuietPhone phone = QuietPhone.enrol(file, network.address(), server.demo())) {
                network.cut();
                phone.save(3);
                phone.store().keepDraft("un formulaire", "{\"commencé\":true}");
                kept.addAll(phone.saved());
            }
            network.join();
            disk.fill();

            StoreException refused = catchThrowableOfType(StoreException.class, () -> recover(file));

            assertThat(refused.problem()).isEqualTo(StoreException.Problem.DISK_FULL);
            disk.free();
            assertThat(QuietPhone.seenIn(file)).as("the earlier PIN opens it").containsAll(kept);
            try (SyncStore store = ((Unlocking.Unlocked) recover(file)).store()) {
                assertThat(store.draft("un formulaire")).contains("{\"commencé\":true}");
                assertThat(store.unsent()).isNotEmpty();
            }
            assertThat(PhoneFile.unlock(file, QuietPhone.PIN, Clock.systemUTC()))
                    .isInstanceOf(Unlocking.WrongPin.class);
        }
    }

    /** As whoever forgot the PIN signs in and chooses another. Decision: 0044. */
    private static Unlocking recover(Path file) throws ServerFailure {
        Demo demo = server.demo();
        return new Enrolment(SyncEngine.client(), Clock.systemUTC(), QuietPhone.CHEAP, Tempo.PHONE)
                .recover(
                        PhoneFile.in(file).get(0),
                        network.address(),
                        demo.account("SOCIAL_WORKER").login(),
                        demo.password(),
                        "Essai",
                        OTHER_PIN)
                .orElseThrow();
    }

    @Test
    void aFullDiskOfThePhoneIsToldWhenTheServersRowsDoNotFit() throws Exception {
        assumeTrue(smallDisks, "no small disk can be mounted here");
        QuietPhone other = phone("other");
        Path file = folder.resolve("small").resolve("phone");
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("small"), PHONE_MEBIBYTES);
                QuietPhone phone = QuietPhone.enrol(file, network.address(), server.demo())) {
            disk.fill();
            Await.until(() -> "the rows do not fit, " + phone.state(), SOON, () -> {
                other.save(20);
                other.untilDrained();
                return phone.state().problem() == Problem.DISK_FULL;
            });
            disk.free();
            drain(phone);
            Await.until("it sees the other's", SOON, () -> phone.sees(other.saved()));
        }
    }

    @Test
    void aFullDiskOfTheServerIsATemporaryFailureAndNothingThatItHeldIsLost() throws Exception {
        assumeTrue(smallDisks, "no small disk can be mounted here");
        QuietPhone phone = phone("one");
        PostgresProcess database = database();
        phone.save(20);
        phone.untilDrained();
        network.newStatuses();
        serversDisk.fill();
        Await.until("the server has no room", SOON, () -> {
            phone.save(20);
            return phone.state().problem() == Problem.SERVER_TROUBLE;
        });
        phone.save(20);
        Await.until(
                "the failure is said to be temporary",
                SOON,
                () -> network.newStatuses().contains(503));
        assertThat(network.newStatuses()).as("statuses").doesNotContain(500);

        serversDisk.free();
        if (!PostgresProcess.runsIn(data())) {
            database.start(); // without room for its journal it stopped: an operator starts it again
        }
        phone.untilDrained();
    }

    private void drain(QuietPhone phone) {
        network.join();
        phone.untilDrained();
        saved.addAll(phone.saved());
    }

    private static void copyFiles(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
