package org.tournee.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Entrance;
import org.tournee.mobile.app.StoreEntrance;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.SyncEngine;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.mobile.sync.Tempo;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * Phones that are copied, restored, logged out, forgotten or revoked, over a real server, a real PostgreSQL and real
 * SQLite files: nothing that was saved is lost, nothing is there twice. Rules: R-SYN, R-REC.
 */
class IdentityIT {

    private static final String PIN = "482915";
    private static final String OTHER_PIN = "715904";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Tempo LIVELY = new Tempo(
            Duration.ofMillis(20),
            Duration.ofMillis(500),
            Duration.ofMillis(50),
            Duration.ofMillis(300),
            Duration.ofSeconds(30));

    @TempDir
    private static Path serverFolder;

    private static ServerProcess server;
    private static Network network;

    @TempDir
    private Path folder;

    private final Set<String> saved = new LinkedHashSet<>();
    private Demo.Account account;

    @BeforeAll
    static void start() throws IOException {
        server = ServerProcess.start(serverFolder.resolve("server"), 2);
        network = new Network(server.demo().server());
    }

    @AfterAll
    static void stop() throws IOException {
        network.close();
        server.close();
    }

    @BeforeEach
    void aWorker() {
        network.join();
        account = server.demo().account("SOCIAL_WORKER");
    }

    private StoreEntrance entrance(Path phone) {
        return new StoreEntrance(phone, "Essai", SyncEngine::client, Clock.systemUTC(), new PinCost(64, 1, 1), LIVELY);
    }

    private Entrance.Opened enrolled(Path phone) {
        Entrance.Answer answer = entrance(phone)
                .enrol(new Entrance.NewPhone(
                        network.address().toString(),
                        account.login(),
                        server.demo().password(),
                        PIN,
                        null,
                        false));
        Entrance.Opened opened = opened(answer);
        untilUpToDate(opened);
        return opened;
    }

    private static Entrance.Opened opened(Entrance.Answer answer) {
        assertThat(answer).isInstanceOf(Entrance.Opened.class);
        return (Entrance.Opened) answer;
    }

    private Entrance.Opened unlocked(Path phone) {
        return opened(entrance(phone).unlock(entrance(phone).holders().get(0), PIN));
    }

    /** Signs in again where that is asked, as the worker would. */
    private void untilUpToDate(Entrance.Opened phone) {
        Await.until("phone and server agree, " + phone.sync().state(), PATIENCE, () -> {
            if (phone.sync().state().problem() == Problem.SIGN_IN_AGAIN) {
                phone.latch().signInAgain(account.login(), server.demo().password());
            }
            return phone.sync().state().upToDate()
                    && phone.store().waiting().operations() == 0
                    && !phone.store().dossiers().isEmpty();
        });
    }

    private RecordId save(Entrance.Opened phone, String text) {
        RecordId id = new RecordId(UuidCreator.getTimeOrderedEpoch());
        phone.store()
                .save(Edit.of(
                        dossier(phone).id(), new Edit.Create(RecordKind.BILAN_ITEM, id, Audience.SERVICE, item(text))));
        saved.add(id.toString());
        return id;
    }

    private static void change(Entrance.Opened phone, RecordId id, String text) {
        DossierContents dossier = dossier(phone);
        Entry<BilanItem> seen = find(dossier, id);
        phone.store().save(Edit.of(dossier.id(), new Edit.Update(RecordKind.BILAN_ITEM, seen, item(text))));
    }

    private static Entry<BilanItem> find(DossierContents dossier, RecordId id) {
        return dossier.bilanItems().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static DossierContents dossier(Entrance.Opened phone) {
        return phone.store().dossiers().get(0);
    }

    private static String textOf(Entrance.Opened phone, RecordId id) {
        return find(dossier(phone), id).value().statement().text();
    }

    private static BilanItem item(String text) {
        return new BilanItem(
                new BilanItem.Statement(Dimension.INCOME, Effect.STABILISER, WhoseWord.OBSERVED_FACT, text, false),
                new BilanItem.Validity(LocalDate.now(ZoneOffset.UTC), null));
    }

    private static UUID stream(Entrance.Opened phone) {
        return ((SyncStore) phone.store()).identity().streamId().value();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        Path file = PhoneFile.in(from).get(0).path();
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertEverythingSavedIsThereOnce() throws SQLException {
        try (ServerDatabase database = new ServerDatabase(server.demo())) {
            assertThat(database.recordsAmong(saved)).as("records").isEqualTo(saved);
            assertThat(database.gaplessStreams()).isTrue();
            assertThat(database.returnedOperations()).as("returned").isZero();
            assertThat(database.number("select count(*) from record where kind = 'conflict'"))
                    .as("conflicts")
                    .isZero();
        }
    }

    @Test
    void aClonedPhoneGoesOnInBothHandsAndNothingIsLostOrThereTwice() throws Exception {
        Entrance.Opened original = enrolled(folder.resolve("a"));
        network.cut();
        RecordId common = save(original, "Saisi avant la copie");
        change(original, common, "Corrigé avant la copie");
        original.latch().close();
        copy(folder.resolve("a"), folder.resolve("b"));
        Entrance.Opened one = unlocked(folder.resolve("a"));
        Entrance.Opened other = unlocked(folder.resolve("b"));
        UUID before = stream(one);
        save(one, "D’une main");
        save(other, "De l’autre main");
        network.join();
        untilUpToDate(one);
        untilUpToDate(other);
        save(one, "Plus tard, d’une main");
        untilUpToDate(one);
        save(other, "Plus tard, de l’autre main");
        untilUpToDate(other);
        untilUpToDate(one);

        Await.until("each sees what the other did", PATIENCE, () -> seesAll(one) && seesAll(other));
        assertThat(Set.of(stream(one), stream(other))).hasSize(2);
        assertThat(textOf(one, common)).isEqualTo("Corrigé avant la copie");
        assertThat(stream(other)).isNotEqualTo(before);
        assertThat(other.store().succeededAt()).isPresent();
        one.latch().close();
        other.latch().close();
        assertEverythingSavedIsThereOnce();
        Entrance.Opened again = unlocked(folder.resolve("b"));
        assertThat(seesAll(again)).as("the file opens as it was left").isTrue();
        again.latch().close();
    }

    private boolean seesAll(Entrance.Opened phone) {
        Set<String> seen = new LinkedHashSet<>();
        dossier(phone).bilanItems().forEach(entry -> seen.add(entry.id().toString()));
        return seen.containsAll(saved);
    }

    @Test
    void aFileThatItsOwnBackupRolledBackGoesOnAndKeepsWhatItSaves() throws Exception {
        Entrance.Opened phone = enrolled(folder.resolve("a"));
        phone.latch().close();
        copy(folder.resolve("a"), folder.resolve("backup"));
        phone = unlocked(folder.resolve("a"));
        save(phone, "Après la sauvegarde");
        untilUpToDate(phone);
        phone.latch().close();
        copy(folder.resolve("backup"), folder.resolve("a"));
        network.cut();
        Entrance.Opened back = unlocked(folder.resolve("a"));
        save(back, "Après la restauration");
        network.join();

        untilUpToDate(back);

        Await.until("it sees both", PATIENCE, () -> seesAll(back));
        assertThat(back.store().succeededAt()).isPresent();
        back.latch().close();
        assertEverythingSavedIsThereOnce();
    }

    @Test
    void aForgottenPinLosesNothing() throws Exception {
        Path phone = folder.resolve("a");
        Entrance.Opened before = enrolled(phone);
        UUID stream = stream(before);
        network.cut();
        save(before, "Enregistré sans réseau");
        before.store().keepDraft("un formulaire", "{\"commencé\":true}");
        before.latch().close();
        network.join();
        Entrance.Holder forgotten = entrance(phone).holders().get(0);

        Entrance.Opened after = opened(entrance(phone).enrol(signIn(forgotten)));

        assertThat(stream(after)).isEqualTo(stream);
        assertThat(after.store().draft("un formulaire")).isPresent();
        untilUpToDate(after);
        after.latch().close();
        assertThat(entrance(phone).unlock(forgotten, OTHER_PIN)).isInstanceOf(Entrance.Opened.class);
        assertEverythingSavedIsThereOnce();
    }

    private Entrance.NewPhone signIn(Entrance.Holder forgotten) {
        return new Entrance.NewPhone(
                forgotten.server(), account.login(), server.demo().password(), OTHER_PIN, forgotten, false);
    }

    /** As it is after an earlier version of the app wrote it. */
    private static void withoutRecovery(Path phone) throws SQLException {
        try (Connection db = DriverManager.getConnection(
                        "jdbc:sqlite:" + PhoneFile.in(phone).get(0).path());
                Statement statement = db.createStatement()) {
            statement.execute("DELETE FROM recovery");
        }
    }

    @Test
    void whereTheServerCannotOpenAForgottenPhoneNothingThatWasSavedIsLost() throws Exception {
        Path phone = folder.resolve("a");
        Entrance.Opened before = enrolled(phone);
        network.cut();
        save(before, "Enregistré sans réseau");
        before.latch().close();
        network.join();
        withoutRecovery(phone);
        Entrance.Holder forgotten = entrance(phone).holders().get(0);

        Entrance.Opened after = opened(entrance(phone).enrol(signIn(forgotten)));

        untilUpToDate(after);
        Await.until("it came back from the server", PATIENCE, () -> seesAll(after));
        after.latch().close();
        assertThat(PhoneFile.in(phone)).hasSize(1);
        Await.until("the old one goes once the archive holds it", PATIENCE, () -> {
            entrance(phone).deliver();
            return PhoneFile.leftIn(phone).isEmpty();
        });
        assertEverythingSavedIsThereOnce();
    }

    @Test
    void whoLogsOutWithoutNetworkIsDeliveredLaterAndSignsInAgainOnTheSameStream() throws Exception {
        Path phone = folder.resolve("a");
        Entrance.Opened before = enrolled(phone);
        UUID stream = stream(before);
        network.cut();
        save(before, "Enregistré sans réseau");
        before.store().keepDraft("un formulaire", "{\"commencé\":true}");
        before.latch().logOut();
        network.join();

        entrance(phone).deliver();

        assertEverythingSavedIsThereOnce();
        Entrance.Opened after = unlocked(phone);
        assertThat(after.latch().isSignedOut()).isTrue();
        assertThat(after.store().draft("un formulaire")).isPresent();
        assertThat(after.latch().signInAgain(account.login(), server.demo().password()))
                .isEmpty();
        untilUpToDate(after);
        save(after, "Après le retour");
        untilUpToDate(after);
        assertThat(stream(after)).isEqualTo(stream);
        after.latch().close();
        assertEverythingSavedIsThereOnce();
    }

    @Test
    void aRevokedPhoneDeliversToQuarantineAndIsWiped() throws Exception {
        Path phone = folder.resolve("a");
        Entrance.Opened opened = enrolled(phone);
        network.cut();
        save(opened, "Enregistré avant de l’apprendre");
        revoke(stream(opened));
        network.join();
        opened.sync().syncNow();

        Await.until("delivered", PATIENCE, () -> opened.sync().state().problem() == Problem.REVOKED_DELIVERED);

        opened.latch().wipe();
        try (ServerDatabase database = new ServerDatabase(server.demo())) {
            assertThat(database.recordsAmong(saved)).as("not applied").isEmpty();
            assertThat(database.number("select count(*) from quarantine where reason = 'REVOKED'"))
                    .isEqualTo(1);
        }
        try (var left = Files.list(phone)) {
            assertThat(left.filter(file -> file.toString().contains("stream-"))).isEmpty();
        }
    }

    @Test
    void twoWorkersOnOnePhoneAreTwoStreamsWithFilesOfTheirOwn() {
        Path phone = folder.resolve("a");
        Entrance.Opened first = enrolled(phone);
        first.latch().close();
        account = server.demo().account("ADMIN_ASSISTANT");
        Entrance.Opened second = opened(entrance(phone)
                .enrol(new Entrance.NewPhone(
                        network.address().toString(),
                        account.login(),
                        server.demo().password(),
                        OTHER_PIN,
                        null,
                        false)));
        assertThat(stream(second)).isNotEqualTo(stream(first));
        second.latch().close();

        List<Entrance.Holder> holders = entrance(phone).holders();

        assertThat(holders).hasSize(2);
        assertThat(holders).allSatisfy(holder -> assertThat(holder.initials()).isNotEmpty());
    }

    private static void revoke(UUID stream) throws SQLException {
        try (var database = DriverManager.getConnection(server.demo().database(), "postgres", "");
                var update = database.prepareStatement("update stream set state = 'REVOKED' where stream_id = ?")) {
            update.setObject(1, stream);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
