package org.tournee.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that is replaced by one that knows less: a replica that had fallen behind, a base backup. Real PostgreSQL
 * servers, and nobody tells the service. What the new one lacks comes from the archive, what the archive lacks from the
 * phones. Rules: R-SYN; decision 0015.
 */
class FailoverIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int ARCHIVE_MEBIBYTES = 64;

    @TempDir
    private static Path shared;

    private static @Nullable SmallDisk archiveDisk;
    private static ServerProcess server;
    private static Network network;

    @TempDir
    private Path folder;

    private final List<QuietPhone> phones = new ArrayList<>();
    private PostgresProcess primary;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start(data(), shared, 2, ServerProcess.QUICK);
        network = new Network(server.demo().server());
        if (SmallDisk.isPossible(shared.resolve("try"))) {
            archiveDisk = SmallDisk.mount(data().resolve("archive"), ARCHIVE_MEBIBYTES);
        }
        startAgain(); // with its archive: while the service was being made it had none
    }

    @AfterAll
    static void stop() throws IOException {
        network.close();
        server.close();
        if (archiveDisk != null) {
            archiveDisk.close();
        }
    }

    private static void startAgain() throws IOException {
        server.close(); // a second time changes nothing
        server.begin();
        network.leadTo(server.demo().server());
    }

    private static Path data() {
        return shared.resolve("server");
    }

    @BeforeEach
    void twoPhones() throws Exception {
        primary = PostgresProcess.of(data(), server.demo());
        phones.add(phone("one"));
        phones.add(phone("other"));
    }

    private QuietPhone phone(String name) throws Exception {
        return QuietPhone.enrol(folder.resolve(name), network.address(), server.demo());
    }

    @AfterEach
    void everythingIsThereOnce() throws Exception {
        Set<String> saved = new LinkedHashSet<>();
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

    private void work() {
        phones.forEach(phone -> phone.save(15));
        phones.forEach(QuietPhone::untilDrained);
    }

    private void untilArchived() {
        Await.until("the archive holds everything", SOON, () -> primary.number("""
                        select count(*) from stream s left join durable_stream d
                            on d.org_id = s.org_id and d.stream_id = s.stream_id
                        where s.last_op_seq > coalesce(d.op_seq, 0)""") == 0);
    }

    private Replica copy() throws Exception {
        return Replica.copied(
                primary.directory(), folder.resolve("copy"), server.demo().database());
    }

    /** The other database answers at the address of the old one. */
    private void replaceBy(Replica other) throws IOException {
        primary.crash();
        replaceFilesBy(other);
        primary.start();
    }

    @Test
    void aReplicaThatHadFallenBehindTakesOverWhileTheServiceRuns() throws Exception {
        work();
        Replica replica = copy();
        PostgresProcess following = replica.follow(primary);
        work();
        replica.fallBehind(following);
        long seen = following.number("select count(*) from operation_log");
        work();
        untilArchived();
        assertThat(primary.number("select count(*) from operation_log")).isGreaterThan(seen);
        String epoch = epoch();
        replica.promote(following);

        replaceBy(replica);

        phones.forEach(phone -> phone.save(5)); // sent before anybody has noticed
        Await.until("the epoch is another", SOON, () -> !epoch.equals(epoch()));
        phones.forEach(phone -> phone.save(5));
    }

    @Test
    void aBaseBackupIsRestoredByTheBook() throws Exception {
        work();
        Replica backup = copy();
        work();
        untilArchived();
        phones.get(0).save(5);
        backup.restoreByTheBook();

        server.close();
        replaceFilesBy(backup);
        startAgain();

        phones.forEach(phone -> phone.save(5));
    }

    /** Without a signal to recover it stays in its timeline: the archive alone tells that it was set back. */
    @Test
    void aCopyOfTheFilesLooksLikeTheOriginal() throws Exception {
        work();
        Replica backup = copy();
        work();
        untilArchived();

        server.close();
        replaceFilesBy(backup);
        startAgain();

        phones.forEach(phone -> phone.save(5));
    }

    @Test
    void whatAFullArchiveDoesNotTakeStaysOnThePhonesThroughAFailover() throws Exception {
        assumeTrue(archiveDisk != null, "no small disk can be mounted here");
        work();
        untilArchived();
        Replica replica = copy();
        PostgresProcess following = replica.follow(primary);
        replica.fallBehind(following);
        archiveDisk.fill();
        phones.forEach(phone -> phone.save(15));
        phones.forEach(phone -> Await.until(
                "the server answered", SOON, () -> phone.store().unsent().isEmpty()));
        phones.forEach(phone -> assertThat(phone.store().waiting().operations())
                .as("not called safe while the archive takes nothing")
                .isGreaterThanOrEqualTo(15));
        replica.promote(following);

        replaceBy(replica);
        archiveDisk.free();

        phones.forEach(QuietPhone::untilDrained);
    }

    private void replaceFilesBy(Replica other) throws IOException {
        Files.move(primary.directory(), folder.resolve("of-before"));
        Files.move(other.directory(), primary.directory());
    }

    private String epoch() {
        return primary.text("select min(epoch) from organisation");
    }
}
