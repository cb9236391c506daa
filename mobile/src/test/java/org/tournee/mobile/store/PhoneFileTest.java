package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.dossier.DossierContents;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.BucketId;

/** The file on the phone: who opens it, what others read in it, and what a damaged one says. */
class PhoneFileTest {

    private static final String NARRATIVE = "Ne supporte plus les visites de son beau-frère";

    private PhoneStoreFixture phone;

    @BeforeEach
    void open() {
        phone = PhoneStoreFixture.withHouseholds(3);
        phone.store().save(Edit.of(PhoneStoreFixture.dossier(0), StoreEdits.item(StoreEdits.newId(), NARRATIVE)));
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private Unlocking unlock(String pin) {
        return unlock(pin, PhoneStoreFixture.CLOCK);
    }

    private Unlocking unlock(String pin, Clock clock) {
        return PhoneFile.unlock(phone.folder(), pin, clock);
    }

    private static Clock after(Duration time) {
        return Clock.offset(PhoneStoreFixture.CLOCK, time);
    }

    @Test
    void anotherPinDoesNotOpenAndLosesNothing() {
        phone.store().close();

        assertThat(unlock("000000")).isEqualTo(new Unlocking.WrongPin(0));

        phone.reopen();
        assertThat(phone.store().dossiers()).hasSize(3);
        assertThat(phone.store().waiting().operations()).isEqualTo(1);
    }

    @Test
    void eachFurtherMissWaitsLongerAlsoAfterTheAppWasKilled() {
        phone.store().close();
        assertThat(unlock("1")).isEqualTo(new Unlocking.WrongPin(0));
        assertThat(unlock("2")).isEqualTo(new Unlocking.WrongPin(0));
        assertThat(unlock("3")).isEqualTo(new Unlocking.WrongPin(5));
        // Too soon: not even looked at, the right one neither.
        assertThat(unlock(PhoneStoreFixture.PIN)).isEqualTo(new Unlocking.WrongPin(5));
        assertThat(unlock("4", after(Duration.ofSeconds(5)))).isEqualTo(new Unlocking.WrongPin(10));
        // A clock set back waits no longer than the delay itself.
        assertThat(unlock(PhoneStoreFixture.PIN, after(Duration.ofDays(-400)))).isEqualTo(new Unlocking.WrongPin(10));

        Unlocking right = unlock(PhoneStoreFixture.PIN, after(Duration.ofSeconds(15)));
        assertThat(right).isInstanceOf(Unlocking.Unlocked.class);
        ((Unlocking.Unlocked) right).store().close();
        assertThat(unlock("5")).isEqualTo(new Unlocking.WrongPin(0));
        phone.reopen();
    }

    @Test
    void anEmptyFolderHoldsNoStore() throws IOException {
        Path empty = Files.createDirectory(phone.folder().resolve("empty"));

        assertThat(PhoneFile.unlock(empty, "1", PhoneStoreFixture.CLOCK)).isEqualTo(new Unlocking.None());
        assertThat(PhoneFile.unlock(empty.resolve("missing"), "1", PhoneStoreFixture.CLOCK))
                .isEqualTo(new Unlocking.None());
    }

    @Test
    void nobodyReadsANameOrANarrativeInTheFiles() throws IOException {
        phone.store().keepDraft("contact/1", "{\"narrative\":\"" + NARRATIVE + "\"}");
        List<String> secrets = List.of(
                NARRATIVE,
                "Ménage Moreau",
                "Moreau",
                "Claire Beaufort",
                "Karim",
                "Bail",
                "rue des Tilleuls",
                "refresh-token-of-the-test",
                "bilan_item",
                "narrative");
        assertNoneIn(secrets); // with the log as it is while open
        phone.reopen();
        assertNoneIn(secrets); // and written back
    }

    private void assertNoneIn(List<String> secrets) throws IOException {
        try (Stream<Path> files = Files.list(phone.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String contents = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                    assertThat(contents.contains(bytes))
                            .as(secret + " in " + file.getFileName())
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws Exception {
        phone.store().close();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + phone.file());
                var statement = db.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }

        assertThat(unlock(PhoneStoreFixture.PIN)).isEqualTo(new Unlocking.NewerThanApp());

        try (var db = DriverManager.getConnection("jdbc:sqlite:" + phone.file());
                var statement = db.createStatement()) {
            statement.execute("PRAGMA user_version = " + SqliteFile.FORMAT);
        }
        assertThat(phone.reopen().dossiers()).hasSize(3);
    }

    @Test
    void aStoreThatIsOpenIsNotOpenedASecondTime() {
        assertThat(unlock(PhoneStoreFixture.PIN)).isEqualTo(new Unlocking.Busy());
    }

    @Test
    void aCutFileSaysThatItIsDamagedAndIsLeftAsItIs() throws IOException {
        phone.store().close();
        byte[] whole = Files.readAllBytes(phone.file());
        for (int kept : new int[] {0, 50, whole.length / 2, whole.length - 4096}) {
            byte[] cut = Arrays.copyOf(whole, kept);
            Files.write(phone.file(), cut);

            assertThat(unlock(PhoneStoreFixture.PIN))
                    .as(kept + " bytes")
                    .isEqualTo(new Unlocking.Damaged(phone.file()));
        }
        Files.write(phone.file(), whole);
        assertThat(phone.reopen().dossiers()).hasSize(3);
    }

    private static final BucketId SERVICE = BucketId.service(PhoneStoreFixture.dossier(1));

    /** Alters the closed file and opens it again. */
    private SqlitePhoneStore altered(String... statements) throws SQLException {
        phone.store().keepDigest("the manifest of before");
        phone.store().close();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + phone.file());
                var statement = db.createStatement()) {
            for (String altering : statements) {
                statement.execute(altering);
            }
        }
        return phone.reopen();
    }

    private static String ofBucket(BucketId bucket) {
        return " bucket = (SELECT seq FROM bucket WHERE name = '" + bucket + "')";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE record SET sealed = zeroblob(60) WHERE seq = (SELECT max(seq) FROM record WHERE%s)",
                "UPDATE record SET rev = rev + 1 WHERE seq = (SELECT max(seq) FROM record WHERE%s)",
                "DELETE FROM record WHERE seq = (SELECT max(seq) FROM record WHERE%s)",
                "UPDATE bucket SET cursor = cursor + 7, upto = upto + 7 WHERE seq IN (SELECT bucket FROM record WHERE%s)"
            })
    void aDamagedBucketIsFetchedAgainAndNothingElseSuffers(String damage) throws SQLException {
        SqlitePhoneStore store = altered(damage.formatted(ofBucket(SERVICE)));

        assertThat(store.cursors().get(SERVICE).intact()).isFalse();
        assertThat(store.cursors().entrySet())
                .filteredOn(entry -> !entry.getKey().equals(SERVICE))
                .allMatch(entry -> entry.getValue().intact());
        assertThat(store.digest()).as("the next pull asks for the manifest").isEmpty();
        assertThat(store.waiting().operations()).isEqualTo(1);
        assertThat(store.dossier(PhoneStoreFixture.dossier(0))).isPresent();
    }

    @Test
    void rowsOfNoBucketGoWhenTheFileIsOpened() throws SQLException {
        SqlitePhoneStore store = altered("DELETE FROM bucket WHERE name = '" + SERVICE + "'");

        assertThat(store.cursors()).doesNotContainKey(SERVICE);
        assertThat(store.digest()).isEmpty();
        store.close();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + phone.file());
                var rows = db.createStatement()
                        .executeQuery("SELECT count(*) FROM record WHERE bucket NOT IN (SELECT seq FROM bucket)")) {
            assertThat(rows.getInt(1)).isZero();
        }
        phone.reopen();
    }

    @Test
    void noBitThatFlipsGoesUnnoticedInWhatIsShown() throws IOException {
        List<DossierContents> shown = phone.store().dossiers();
        int buckets = phone.store().cursors().size();
        phone.store().keepDigest("the manifest of before");
        phone.store().close();
        byte[] whole = Files.readAllBytes(phone.file());
        Random random = new Random(20260309);
        int damaged = 0;
        int mended = 0;
        for (int flip = 0; flip < 150; flip++) {
            int at = random.nextInt(whole.length);
            Files.write(phone.file(), flipped(whole, at, random.nextInt(8)));
            Unlocking result = unlock(PhoneStoreFixture.PIN, after(Duration.ofDays(flip)));
            if (result instanceof Unlocking.Unlocked unlocked) {
                // Free space, or what a pull mends and that is known: what people read is as it was, or missing.
                try (SqlitePhoneStore store = unlocked.store()) {
                    boolean intact = store.cursors().size() == buckets
                            && store.cursors().values().stream().allMatch(BucketState::intact);
                    if (intact) {
                        assertThat(store.dossiers()).isEqualTo(shown);
                    } else {
                        assertThat(store.digest()).isEmpty();
                        mended++;
                    }
                    assertThat(store.waiting().operations()).isEqualTo(1);
                }
            } else {
                assertThat(result).as("byte " + at).isNotInstanceOf(Unlocking.None.class);
                damaged++;
            }
            deleteLogs();
        }
        assertThat(damaged).isPositive();
        assertThat(mended).isGreaterThan(20);
        Files.write(phone.file(), whole);
        assertThat(phone.reopen().dossiers()).hasSize(3);
    }

    private void deleteLogs() throws IOException {
        for (String log : List.of("-wal", "-shm", "-journal")) {
            Files.deleteIfExists(Path.of(phone.file() + log));
        }
    }

    private static byte[] flipped(byte[] whole, int at, int bit) {
        byte[] copy = whole.clone();
        copy[at] ^= (byte) (1 << bit);
        return copy;
    }

    @Test
    void aDamagedLockIsToldApartFromAWrongPin() throws Exception {
        phone.store().close();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + phone.file());
                var statement = db.createStatement()) {
            statement.execute("UPDATE lock SET wrapped = zeroblob(length(wrapped))");
        }

        assertThat(unlock(PhoneStoreFixture.PIN)).isEqualTo(new Unlocking.Damaged(phone.file()));
    }

    @Test
    void somethingElseUnderThatNameIsNoStore() throws IOException {
        phone.store().close();
        try (RandomAccessFile file = new RandomAccessFile(phone.file().toFile(), "rw")) {
            file.write("Ceci n’est pas une base".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(unlock(PhoneStoreFixture.PIN)).isEqualTo(new Unlocking.Damaged(phone.file()));
    }

    @Test
    void aFullDiskRefusesTheSaveWithNothingWrittenAndNothingLost() {
        phone.store().keepDraft("bilan/0", "{\"text\":\"gardé\"}");
        phone.store().allowPages(0);
        String large = "x".repeat(60_000);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        phone.store()
                                .save(Edit.of(
                                        PhoneStoreFixture.dossier(0), StoreEdits.item(StoreEdits.newId(), large)));
                    }
                })
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DISK_FULL));
        int saved = phone.store().waiting().operations();
        assertThat(phone.store().draft("bilan/0")).contains("{\"text\":\"gardé\"}");

        phone.reopen();
        assertThat(phone.store().waiting().operations()).isEqualTo(saved);
        assertThat(phone.store().draft("bilan/0")).contains("{\"text\":\"gardé\"}");
        phone.store().save(Edit.of(PhoneStoreFixture.dossier(0), StoreEdits.item(StoreEdits.newId(), "place faite")));
        assertThat(phone.store().waiting().operations()).isEqualTo(saved + 1);
    }

    @Test
    void twoWorkersOnOnePhoneHaveTwoFiles() {
        SqlitePhoneStore second = PhoneFile.create(
                phone.folder(),
                PhoneStoreFixture.identity(),
                "token",
                "777777",
                PhoneStoreFixture.CHEAP,
                PhoneStoreFixture.CLOCK);
        second.close();
        phone.store().close();

        assertThat(PhoneFile.in(phone.folder())).hasSize(2);
        long opened = PhoneFile.in(phone.folder()).stream()
                .filter(file -> file.unlock("777777", PhoneStoreFixture.CLOCK) instanceof Unlocking.Unlocked unlocked
                        && isClosed(unlocked.store()))
                .count();
        assertThat(opened).isEqualTo(1);
    }

    private static boolean isClosed(SqlitePhoneStore store) {
        store.close();
        return store.dossiers().isEmpty();
    }
}
