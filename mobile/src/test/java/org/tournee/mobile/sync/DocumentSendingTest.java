package org.tournee.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.store.DocumentEdits;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.KeptDocument.Refusal;
import org.tournee.mobile.store.KeptDocument.State;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.StoreException;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;

/** Documents on their way, over real HTTP, with what breaks there. Rules: R-DOC, R-SYN. */
class DocumentSendingTest {

    private static final Tempo QUICK = new Tempo(
            Duration.ofMillis(5),
            Duration.ofMinutes(5),
            Duration.ofMillis(1),
            Duration.ofMillis(5),
            Duration.ofSeconds(5));
    private static final byte[] PHOTO = DocumentEdits.photo(2_500_000);

    private CannedServer server;
    private PhoneStoreFixture phone;
    private SyncEngine engine;

    @BeforeEach
    void aPhoneWithADocument() throws IOException {
        server = new CannedServer();
        server.put(HouseholdRows.household(0));
        phone = PhoneStoreFixture.towards(server.uri());
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
        phone.close();
        server.close();
    }

    private RecordId taken(int number) {
        return DocumentEdits.taken(phone, number, PHOTO, "avis d'imposition", null);
    }

    private void start() {
        engine =
                SyncEngine.start(phone.store(), phone.documents(), SyncEngine.client(), PhoneStoreFixture.CLOCK, QUICK);
    }

    private DocumentFiles files() {
        return phone.documents();
    }

    private void awaitState(RecordId id, State state) {
        Await.until(
                "the document is " + state, () -> files().of(id).orElseThrow().state() == state);
    }

    @Test
    void textGoesFirstAndSynchronisedIsSaidOnlyOnceTheDocumentIsHeld() {
        RecordId id = taken(1);
        server.tus.stopAfterChunks.set(1);
        start();
        Await.until("a chunk is there", () -> server.tus.bytes(id.toString()).length > 0);

        assertThat(server.log).hasSize(1);
        int push = server.requests.indexOf("POST /sync/v1/push");
        int begun = server.requests.indexOf("POST " + CannedTus.ROOT);
        assertThat(push).isBetween(0, begun);
        assertThat(engine.state().upToDate()).isFalse();
        assertThat(engine.state().waiting()).isEqualTo(1);

        server.tus.stopAfterChunks.set(Integer.MAX_VALUE);
        awaitState(id, State.HELD);
        Await.until("synchronised", () -> engine.state().upToDate());
        assertThat(server.tus.bytes(id.toString())).isEqualTo(PHOTO);
        assertThat(files().waiting()).isZero();
    }

    @Test
    void whatTheServerLostInARestoreIsSentAgain() {
        RecordId id = taken(1);
        start();
        awaitState(id, State.HELD);
        Await.until("synchronised", () -> engine.state().upToDate());

        server.tus.lose(id.toString());
        server.epoch = "epoch-2";
        engine.syncNow();

        Await.until("it is there again", () -> server.tus.bytes(id.toString()).length == PHOTO.length);
        awaitState(id, State.HELD);
        assertThat(server.tus.bytes(id.toString())).isEqualTo(PHOTO);
    }

    @Test
    void aCutInTheMiddleOfAChunkGoesOnFromWhatArrived() {
        RecordId id = taken(1);
        server.tus.cutChunks.set(2);
        start();

        awaitState(id, State.HELD);

        assertThat(server.tus.bytes(id.toString())).isEqualTo(PHOTO);
        assertThat(server.tus.chunks.stream().mapToInt(Integer::intValue).sum()).isLessThan(PHOTO.length);
    }

    @Test
    void aDamagedChunkIsSentAgain() {
        RecordId id = taken(1);
        server.tus.damageChunks.set(2);
        start();

        awaitState(id, State.HELD);

        assertThat(server.tus.bytes(id.toString())).isEqualTo(PHOTO);
    }

    @Test
    void aKilledPhoneGoesOnWhereTheServerStands() {
        RecordId id = taken(1);
        server.tus.stopAfterChunks.set(1);
        start();
        Await.until("a chunk is there", () -> server.tus.bytes(id.toString()).length > 0);
        engine.close();

        phone.reopen();
        server.tus.stopAfterChunks.set(Integer.MAX_VALUE);
        start();

        awaitState(id, State.HELD);
        assertThat(server.tus.bytes(id.toString())).isEqualTo(PHOTO);
        assertThat(server.tus.chunks.stream().mapToInt(Integer::intValue).sum()).isEqualTo(PHOTO.length);
    }

    @Test
    void aWithdrawnDossierStaysUntilItsDocumentsAreHeldAndIsAcknowledgedThen() {
        RecordId id = taken(0);
        server.tus.stopAfterChunks.set(1);
        start();
        Await.until("a chunk is there", () -> server.tus.bytes(id.toString()).length > 0);
        server.withdraw(BucketId.service(HouseholdRows.dossier(0)));
        engine.syncNow();
        Await.until("frozen", this::nothingNewIsTaken);
        assertThat(phone.store().dossier(HouseholdRows.dossier(0))).isPresent();
        assertThat(server.acknowledged).isEmpty();

        server.tus.stopAfterChunks.set(Integer.MAX_VALUE);
        engine.syncNow();

        Await.until("given back", () -> server.acknowledged.size() == 1);
        assertThat(server.tus.bytes(id.toString())).isEqualTo(PHOTO);
        assertThat(phone.store().dossier(HouseholdRows.dossier(0))).isEmpty();
        assertThat(files().of(id)).as("its bytes went before that was said").isEmpty();
        Await.until("nothing is left to say", () -> engine.state().upToDate());
    }

    private boolean nothingNewIsTaken() {
        try {
            phone.store().save(DocumentEdits.tooLate(0));
            return false;
        } catch (StoreException e) {
            return e.problem() == StoreException.Problem.WITHDRAWN;
        }
    }

    @Test
    void aRefusedDocumentHoldsAWithdrawnDossierAndThatIsTold() {
        RecordId id = taken(0);
        server.tus.refuseEnd = 422;
        start();
        awaitState(id, State.REFUSED);
        server.withdraw(BucketId.service(HouseholdRows.dossier(0)));
        engine.syncNow();
        Await.until("told", () -> engine.state().problem() == SyncState.Problem.DOCUMENT_HOLDS_WITHDRAWN);
        assertThat(phone.store().dossier(HouseholdRows.dossier(0))).isPresent();
        assertThat(server.acknowledged).isEmpty();

        server.tus.refuseEnd = 0;
        files().again(id);
        engine.syncNow();

        Await.until("given back", () -> server.acknowledged.size() == 1);
        assertThat(server.tus.bytes(id.toString())).isEqualTo(PHOTO);
    }

    /** As after a restore: nobody need know of it. */
    @Test
    void whatTheServiceLostBeforeTheHashIsSentOnceMore() {
        server.tus.loseWholes.set(1);
        RecordId id = taken(1);
        start();

        awaitState(id, State.HELD);

        assertThat(server.tus.bytes(id.toString())).isEqualTo(PHOTO);
        assertThat(server.tus.chunks.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * PHOTO.length);
    }

    @Test
    void anAlteredDocumentStaysHereAndStopsNoOther() {
        RecordId first = taken(1);
        server.tus.refuseEnd = 422;
        start();
        awaitState(first, State.REFUSED);
        server.tus.refuseEnd = 0;
        RecordId second = taken(2);

        awaitState(second, State.HELD);

        KeptDocument kept = files().of(first).orElseThrow();
        assertThat(kept.refusal()).isEqualTo(Refusal.ALTERED);
        assertThat(files().all(kept)).isEqualTo(PHOTO);
        assertThat(engine.state().upToDate()).isFalse();
    }

    @Test
    void aForeignDossierIsRefusedWithItsReason() {
        RecordId id = taken(1);
        server.tus.refuseBeginning = 403;
        start();

        awaitState(id, State.REFUSED);

        assertThat(files().of(id).orElseThrow().refusal()).isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void aColleaguesDocumentIsFetchedWhenAskedFor() {
        RecordId id = DocumentEdits.id(9);
        server.tus.put(id.toString(), PHOTO);
        String sha256 = files().take(DocumentEdits.id(8), PhoneStoreFixture.dossier(0), PHOTO)
                .sha256();
        start();

        files().want(id, PhoneStoreFixture.dossier(0), PHOTO.length, sha256);

        Await.until("it is here", () -> files().of(id).map(KeptDocument::isHere).orElse(false));
        assertThat(files().all(files().of(id).orElseThrow())).isEqualTo(PHOTO);
    }

    @Test
    void aFetchThatWasCutGoesOnFromWhatItHasAlsoAfterAKill() {
        RecordId id = DocumentEdits.id(9);
        server.tus.put(id.toString(), PHOTO);
        server.tus.cutFetches.set(Integer.MAX_VALUE);
        String sha256 = files().take(DocumentEdits.id(8), PhoneStoreFixture.dossier(0), PHOTO)
                .sha256();
        start();
        files().want(id, PhoneStoreFixture.dossier(0), PHOTO.length, sha256);
        Await.until(
                "a part is here",
                () -> !server.tus.fetched.isEmpty() && server.tus.cutFetches.get() < Integer.MAX_VALUE);
        engine.close();

        phone.reopen();
        server.tus.cutFetches.set(0);
        start();

        Await.until("it is here", () -> files().of(id).map(KeptDocument::isHere).orElse(false));
        assertThat(files().all(files().of(id).orElseThrow())).isEqualTo(PHOTO);
        assertThat(server.tus.fetched).as("each part once").containsExactly(0, 1 << 20, 2 << 20);
    }

    @Test
    void severalAreSentOneAfterTheOther() {
        List<RecordId> all = List.of(taken(1), taken(2), taken(3));
        start();

        all.forEach(id -> awaitState(id, State.HELD));

        assertThat(server.tus.chunks).hasSize(9);
    }
}
