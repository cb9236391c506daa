package org.tournee.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** A phone against answers that are lost, cut, refused or late: nothing is lost, nothing is twice. Rule: R-SYN. */
class SyncEngineTest {

    private static final Tempo FAST = new Tempo(
            Duration.ofMillis(5),
            Duration.ofMillis(50),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofSeconds(10));

    @TempDir
    private Path folder;

    private CannedServer server;
    private SqlitePhoneStore store;
    private SyncEngine engine;

    @BeforeEach
    void enrol() throws IOException, ServerFailure {
        server = new CannedServer();
        server.put(HouseholdRows.reference());
        for (int number = 0; number < 45; number++) {
            server.put(HouseholdRows.household(number));
        }
        store = enrolment()
                .enrol(
                        server.uri(),
                        "claire.beaufort",
                        CannedServer.PASSWORD,
                        "Téléphone 1",
                        PhoneStoreFixture.PIN,
                        folder);
    }

    @AfterEach
    void leave() {
        if (engine != null) {
            engine.close();
        }
        store.close();
        server.close();
    }

    private static Enrolment enrolment() {
        return new Enrolment(SyncEngine.client(), PhoneStoreFixture.CLOCK, PhoneStoreFixture.CHEAP, FAST);
    }

    private void start() {
        engine = SyncEngine.start(store, SyncEngine.client(), PhoneStoreFixture.CLOCK, FAST);
    }

    private void startAndAgree() {
        start();
        Await.until("phone and server agree", () -> engine.state().upToDate());
    }

    private RecordId saveItem(int household, String text) {
        RecordId id = new RecordId(UUID.randomUUID());
        BilanItem item = new BilanItem(
                new BilanItem.Statement(Dimension.HOUSING, Effect.STABILISER, WhoseWord.OBSERVED_FACT, text, false),
                new BilanItem.Validity(HouseholdRows.TODAY, null));
        store.save(Edit.of(
                HouseholdRows.dossier(household), new Edit.Create(RecordKind.BILAN_ITEM, id, Audience.SERVICE, item)));
        return id;
    }

    private Entry<BilanItem> item(int household, RecordId id) {
        return store.dossier(HouseholdRows.dossier(household)).orElseThrow().bilanItems().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void assertTheLogHasEachOperationOnce(int count) {
        List<Operation> log = server.log.stream()
                .map(line -> Wire.read(Operation.class, line))
                .toList();
        assertThat(log).extracting(Operation::opSeq).doesNotHaveDuplicates().hasSize(count);
    }

    @Test
    void aPhoneReceivesItsDossiersAndSaysSo() {
        startAndAgree();

        assertThat(store.dossiers()).hasSize(45);
        assertThat(engine.state().downloaded()).isEqualTo(45);
        assertThat(engine.state().toDownload()).isEqualTo(45);
        assertThat(store.worker(HouseholdRows.KARIM)).isPresent();
    }

    @Test
    void nothingNewCostsOneRequest() {
        startAndAgree();
        Await.until("events are listened to", server::isListenedTo);
        Await.until(
                "the run after that is over",
                () -> server.requests.size() > 0 && engine.state().phase() == SyncState.Phase.IDLE);
        server.requests.clear();
        Await.until("two polls", () -> server.requests.size() >= 2);

        assertThat(server.requests).allMatch(request -> request.equals("POST /sync/v1/pull"));
    }

    @Test
    void whatIsSavedIsSentAndItsRevisionComesBack() {
        startAndAgree();
        RecordId id = saveItem(3, "Bail signé");
        assertThat(item(3, id).pending()).isTrue();

        Await.until("it came back", () -> item(3, id).rev() == 1);

        assertThat(item(3, id).pending()).isFalse();
        assertThat(store.waiting().operations()).isZero();
        assertTheLogHasEachOperationOnce(1);
    }

    @Test
    void withoutNetworkEverythingWaitsAndIsCounted() {
        URI dead = URI.create("http://127.0.0.1:1");
        assertThatThrownBy(() -> enrolment().enrol(dead, "x", "x", "x", PhoneStoreFixture.PIN, folder))
                .isInstanceOfSatisfying(
                        ServerFailure.class, e -> assertThat(e.kind()).isEqualTo(ServerFailure.Kind.NO_NETWORK));
        startAndAgree();
        server.close();
        Await.until("the network is gone", () -> engine.state().problem() == Problem.NO_NETWORK);

        saveItem(0, "Hors réseau");
        saveItem(1, "Toujours hors réseau");

        assertThat(engine.state().waiting()).isEqualTo(2);
        assertThat(engine.state().waitingSince()).isEqualTo(PhoneStoreFixture.CLOCK.instant());
        assertThat(engine.state().upToDate()).isFalse();
    }

    @Test
    void anAnswerLostAfterTheCommitIsAskedForAgainWithTheSameBytes() {
        startAndAgree();
        server.loseAnswers.set(2);
        RecordId id = saveItem(5, "Une seule fois");

        Await.until(
                "it came back", () -> item(5, id).rev() == 1 && engine.state().upToDate());

        assertTheLogHasEachOperationOnce(1);
        assertThat(store.dossier(HouseholdRows.dossier(5)).orElseThrow().bilanItems().stream()
                        .filter(entry -> entry.id().equals(id)))
                .hasSize(1);
    }

    @Test
    void aCutAnswerIsThrownAwayAndFetchedAgain() {
        server.cutAnswers.set(3);
        start();
        Await.until("a cut answer was met", () -> server.cutAnswers.get() < 3);

        Await.until("phone and server agree", () -> engine.state().upToDate());

        assertThat(store.dossiers()).hasSize(45).allSatisfy(dossier -> {
            assertThat(dossier.persons()).hasSize(3);
            assertThat(dossier.contacts()).hasSize(4);
        });
    }

    @Test
    void anExpiredTokenIsRenewedOnceAndTheCallMadeAgain() {
        startAndAgree();
        server.expireTokens.set(1);
        RecordId id = saveItem(2, "Avec un nouveau jeton");

        Await.until("it came back", () -> item(2, id).rev() == 1);

        assertThat(server.requests).contains("POST /auth/v1/refresh");
    }

    @Test
    void aSpentRefreshTokenAsksTheWorkerToSignInAgainAndKeepsTheOutbox() throws Exception {
        startAndAgree();
        server.refreshSpent = true;
        server.expireTokens.set(1_000);
        saveItem(2, "Gardé");
        Await.until("asked to sign in", () -> engine.state().problem() == Problem.SIGN_IN_AGAIN);
        assertThat(store.waiting().operations()).isEqualTo(1);

        server.refreshSpent = false;
        server.expireTokens.set(0);
        enrolment().signInAgain(store, "claire.beaufort", CannedServer.PASSWORD, "Téléphone 1");
        engine.syncNow();

        Await.until("sent", () -> engine.state().upToDate());
        assertTheLogHasEachOperationOnce(1);
    }

    @Test
    void aBusyServerIsLeftAloneAndTriedAgain() {
        startAndAgree();
        server.refuse503.set(4);
        RecordId id = saveItem(2, "Patience");

        Await.until("it came back", () -> item(2, id).rev() == 1);
    }

    @Test
    void aForkedStreamIsSucceededByAnotherThatSaysAgainWhatWasNotHeld() {
        startAndAgree();
        saveItem(0, "Tenue par le service");
        Await.until("sent", () -> engine.state().upToDate());
        StreamId before = store.identity().streamId();
        server.forked = true;
        RecordId id = saveItem(1, "Redite");

        Await.until("said again", () -> engine.state().upToDate() && item(1, id).rev() == 1);

        assertThat(store.identity().streamId()).isNotEqualTo(before);
        assertThat(store.succeededAt()).isPresent();
        List<Operation> log = server.log.stream()
                .map(line -> Wire.read(Operation.class, line))
                .toList();
        assertThat(log).extracting(Operation::opSeq).containsExactly(1L, 1L);
        assertThat(log)
                .extracting(Operation::streamId)
                .containsExactly(before, store.identity().streamId());
        assertThat(log.get(1).prevHash()).isEqualTo(OperationBytes.NO_PREVIOUS);
    }

    @Test
    void anAnswerLostWhileSucceedingMakesNoSecondSuccessor() {
        startAndAgree();
        server.forked = true;
        server.loseSuccessions.set(2);
        RecordId id = saveItem(1, "Redite");

        Await.until("said again", () -> engine.state().upToDate() && item(1, id).rev() == 1);

        assertThat(server.successors).hasSize(1);
    }

    @Test
    void aRevokedPhoneSaysSoAndWhetherSomethingStillWaitsThere() {
        startAndAgree();
        server.revoked = true;
        engine.syncNow();
        Await.until("revoked", () -> engine.state().problem() == Problem.REVOKED_DELIVERED);

        saveItem(1, "Sans clé pour la sceller");
        engine.syncNow();

        Await.until("not delivered", () -> engine.state().problem() == Problem.REVOKED);
    }

    @Test
    void anAppThatIsTooOldStillSends() {
        server.pullSchemaMin = 99;
        start();
        Await.until("too old", () -> engine.state().problem() == Problem.APP_TOO_OLD);
        saveItem(1, "D’une vieille version");
        engine.syncNow();

        Await.until("sent", () -> server.log.size() == 1);
    }

    @Test
    void anAppThatBecomesTooOldWhileItRunsSaysSoAndGoesOnSending() {
        startAndAgree();
        server.tooOld = true;
        engine.syncNow();
        Await.until("too old", () -> engine.state().problem() == Problem.APP_TOO_OLD);
        saveItem(1, "D’une vieille version");
        engine.syncNow();

        Await.until("sent", () -> server.log.size() == 1);
        assertThat(store.dossiers()).hasSize(45);
    }

    @Test
    void whatTheServerLostInARestoreIsSentAgain() {
        server.durableLags = true;
        start();
        Await.until("dossiers are there", () -> store.dossiers().size() == 45);
        saveItem(1, "Un");
        saveItem(2, "Deux");
        Await.until("answered", () -> store.unsent().isEmpty() && server.log.size() == 2);
        assertThat(engine.state().upToDate()).isFalse(); // the server could still lose them

        server.forgetFrom(2);
        server.epoch = "epoch-2";
        server.durableLags = false;

        Await.until("sent again", () -> server.log.size() == 3);
        Await.until("all was fetched again", () -> store.epoch().equals("epoch-2"));
        assertThat(server.log.get(2)).isEqualTo(server.log.get(1));
        assertThat(store.dossiers()).hasSize(45);
    }

    @Test
    void aServerThatAnsweredInZstdIsSentZstdAndAnOtherOneGzip() {
        startAndAgree();
        saveItem(4, "En gzip");
        Await.until("sent", () -> server.log.size() == 1);
        server.speaksZstd = true;
        server.put(HouseholdRows.household(45));
        engine.syncNow();
        Await.until("received in zstd", () -> store.dossiers().size() == 46);
        saveItem(4, "En zstd");
        Await.until("sent again", () -> server.log.size() == 2);
        server.speaksZstd = false;
        Await.until("at rest", () -> engine.state().upToDate());
        server.put(HouseholdRows.household(46));
        engine.syncNow();
        Await.until("received in gzip", () -> store.dossiers().size() == 47);
        saveItem(4, "En gzip encore");
        Await.until("sent once more", () -> server.log.size() == 3);

        assertThat(server.encodings).containsExactly("gzip", "zstd", "gzip");
    }

    @Test
    void aWithdrawnDossierGoesOnceWhatWasSavedThereIsSent() {
        startAndAgree();
        server.refuse503.set(3);
        saveItem(4, "Encore à envoyer");
        server.withdraw(BucketId.service(HouseholdRows.dossier(4)));

        Await.until("it is gone", () -> store.dossier(HouseholdRows.dossier(4)).isEmpty());

        assertTheLogHasEachOperationOnce(1);
        assertThat(store.dossiers()).hasSize(44);
    }

    @Test
    void aWithdrawnDossierIsAcknowledgedOnceItIsGoneAndNotBefore() {
        startAndAgree();
        DossierId dossier = HouseholdRows.dossier(4);
        store.keepDraft("contact/" + dossier, "{\"narrative\":\"commencé\"}");
        server.withdraw(BucketId.service(dossier));
        engine.syncNow();
        Await.until("the draft is told of", () -> engine.state().problem() == Problem.DRAFT_HOLDS_WITHDRAWN);
        assertThat(store.dossier(dossier)).isPresent();
        assertThat(server.acknowledged).isEmpty();

        saveItem(4, "Commencé avant, fini après"); // what was begun may be finished
        store.keepDraft("contact/" + dossier, null);
        engine.syncNow();

        Await.until("it is given back", () -> server.acknowledged.size() == 1);
        assertThat(store.dossier(dossier)).isEmpty();
        assertTheLogHasEachOperationOnce(1);
        Await.until("nothing is left to say", () -> engine.state().upToDate());
    }

    /** Case E2. */
    @Test
    void anErasedDossierGoesWithWhatWasBegunThere() {
        startAndAgree();
        DossierId dossier = HouseholdRows.dossier(4);
        store.keepDraft("contact/" + dossier, "{\"narrative\":\"commencé\"}");
        store.keepDraft("contact/" + HouseholdRows.dossier(5), "{\"narrative\":\"ailleurs\"}");
        saveItem(4, "Pas encore envoyé");
        server.erase(BucketId.service(dossier));
        engine.syncNow();

        Await.until("it is given back", () -> server.acknowledged.size() == 1);
        assertThat(store.dossier(dossier)).isEmpty();
        assertThat(store.drafts()).containsExactly("contact/" + HouseholdRows.dossier(5));
        assertTheLogHasEachOperationOnce(1);
        Await.until("nothing is left to say", () -> engine.state().upToDate());
    }

    @Test
    void whatThePhoneNeverHeldIsAcknowledgedToo() {
        server.withdraw(BucketId.service(HouseholdRows.dossier(44)));

        startAndAgree();

        Await.until("said", () -> server.acknowledged.size() == 1);
        assertThat(store.dossiers()).hasSize(44);
    }

    @Test
    void nothingNewIsBegunInADossierThatGoes() {
        server.durableLags = true;
        start();
        Await.until("dossiers are there", () -> store.dossiers().size() == 45);
        saveItem(4, "Pas encore durable");
        Await.until("answered", () -> store.unsent().isEmpty());
        server.withdraw(BucketId.service(HouseholdRows.dossier(4)));
        engine.syncNow();

        Await.until("frozen", () -> isRefused(4));
        assertThat(store.dossier(HouseholdRows.dossier(4)))
                .as("until it is durable")
                .isPresent();
        assertThat(server.acknowledged).isEmpty();

        server.durableLags = false;
        engine.syncNow();
        Await.until("given back", () -> server.acknowledged.size() == 1);
    }

    private boolean isRefused(int household) {
        try {
            saveItem(household, "Trop tard");
            return false;
        } catch (StoreException e) {
            return e.problem() == StoreException.Problem.WITHDRAWN;
        }
    }

    @Test
    void aBucketEnteredAgainIsFetchedFromItsBeginning() {
        startAndAgree();
        server.grantAgain(BucketId.service(HouseholdRows.dossier(4)), 2);
        engine.syncNow();

        Await.until(
                "the new grant is stored",
                () -> store.cursors()
                                .get(BucketId.service(HouseholdRows.dossier(4)))
                                .grantEpoch()
                        == 2);
        DossierContents dossier = store.dossier(HouseholdRows.dossier(4)).orElseThrow();
        assertThat(dossier.contacts()).hasSize(4);
    }

    @Test
    void anEventWakesAndAReminderIsTold() {
        List<String> reminders = new CopyOnWriteArrayList<>();
        startAndAgree();
        engine.onReminder(reminders::add);
        Await.until("listened to", server::isListenedTo);

        server.tell("reminder", "{\"cause\":\"k-17\"}");

        Await.until("told", () -> reminders.equals(List.of("k-17")));
    }

    @Test
    void leavingSaysNothingOfTheNetwork() {
        startAndAgree();
        List<SyncState> heard = new CopyOnWriteArrayList<>();
        engine.onState(heard::add);
        engine.syncNow();
        engine.close();

        assertThat(heard).allMatch(state -> state.problem() == null);
    }

    @Test
    void aRowThatIsMissingFromAnAnswerIsNoticedAndFetched() {
        startAndAgree();
        RecordId first = new RecordId(HouseholdRows.dossier(4).value());
        server.leftOutOnce = first;
        server.put(server.row(BucketId.service(HouseholdRows.dossier(4)), first));
        engine.syncNow();

        Await.until("it was left out", () -> server.leftOutOnce == null);
        Await.until(
                "the bucket agrees",
                () -> engine.state().phase() == SyncState.Phase.IDLE
                        && store.cursors()
                                .get(BucketId.service(HouseholdRows.dossier(4)))
                                .intact());
        assertThat(engine.state().problem()).isNull();
        assertThat(store.dossiers()).hasSize(45);
    }

    @Test
    void contentsThatStillDifferRaiseOneAlarmAndTheOutboxGoesOn() {
        BucketId bucket = BucketId.service(HouseholdRows.dossier(4));
        server.miscounted = bucket;
        start();
        Await.until("said", () -> engine.state().problem() == Problem.CONTENTS_DIFFER);
        RecordId id = saveItem(7, "Part quand même");

        Await.until("sent", () -> item(7, id).rev() == 1);
        assertThat(store.dossiers()).hasSize(45);
        assertThat(server.alarms).hasSize(1).first().asString().contains(bucket.value());

        server.miscounted = null;
        server.put(HouseholdRows.household(4));
        engine.syncNow();
        Await.until("they agree again", () -> engine.state().upToDate());
    }

    @Test
    void aPhoneThatIsStoppedInTheMiddleGoesOnWhereItWas() {
        for (int round = 0; round < 20; round++) {
            start();
            saveItem(round % 3, "Tour " + round);
            engine.close();
        }
        startAndAgree();

        assertTheLogHasEachOperationOnce(20);
        assertThat(store.dossiers()).hasSize(45);
    }
}
