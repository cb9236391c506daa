package org.tournee.mobile.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import com.google.crypto.tink.subtle.X25519;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What nobody can unlock any more is delivered, and kept until no restore of the server can lose it. Rule: R-SYN. */
class CourierTest {

    private static final Tempo TEMPO = new Tempo(
            Duration.ofMillis(10),
            Duration.ofSeconds(1),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofSeconds(5));

    @TempDir
    private Path folder;

    private CannedServer server;

    @BeforeEach
    void aFileWhosePinWasForgotten() throws Exception {
        server = new CannedServer();
        SqlitePhoneStore store = new Enrolment(
                        SyncEngine.client(), PhoneStoreFixture.CLOCK, PhoneStoreFixture.CHEAP, TEMPO)
                .enrol(server.uri(), "claire", CannedServer.PASSWORD, "Essai", PhoneStoreFixture.PIN, folder);
        store.keepDoorKey(Base64.getEncoder().encodeToString(X25519.publicFromPrivate(X25519.generatePrivateKey())));
        store.save(Edit.of(
                HouseholdRows.dossier(0),
                new Edit.Create(
                        RecordKind.BILAN_ITEM,
                        new RecordId(UuidCreator.getTimeOrderedEpoch()),
                        Audience.SERVICE,
                        new BilanItem(
                                new BilanItem.Statement(
                                        Dimension.INCOME,
                                        Effect.STABILISER,
                                        WhoseWord.OBSERVED_FACT,
                                        "Un loyer",
                                        false),
                                new BilanItem.Validity(LocalDate.of(2026, 3, 10), null)))));
        store.close();
        PhoneFile.in(folder).get(0).leaveBehind();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void itIsRemovedOnceTheServerKeepsAllOfItForGood() {
        deliver();

        assertThat(PhoneFile.leftIn(folder)).isEmpty();
    }

    @Test
    void itStaysAndIsDeliveredAgainWhileARestoreCouldStillLoseIt() {
        server.durableLags = true;
        deliver();
        deliver();

        assertThat(PhoneFile.leftIn(folder)).hasSize(1);
        assertThat(server.requests).filteredOn("POST /sync/v1/door"::equals).hasSize(2);

        server.durableLags = false;
        deliver();

        assertThat(PhoneFile.leftIn(folder)).isEmpty();
    }

    private void deliver() {
        new Courier(SyncEngine.client(), TEMPO).deliverIn(folder);
    }
}
