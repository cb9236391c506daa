package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.subtle.X25519;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.sync.BucketId;
import org.tournee.sync.Checksum;
import org.tournee.sync.Outcome;

/** Files that an earlier version of the app wrote: nothing that waits in them is lost, with the PIN or without. */
class EarlierFormatsTest {

    private static final List<String> FOURTH = List.of(
            "ALTER TABLE operation ADD COLUMN outcome TEXT",
            "ALTER TABLE operation ADD COLUMN overlay INTEGER NOT NULL DEFAULT 1",
            "UPDATE operation SET outcome = o.json, overlay = o.overlay FROM outcome o WHERE o.op_seq = operation.op_seq",
            "DROP TABLE outcome",
            "PRAGMA user_version = 4");

    private static final List<String> FIRST = List.of(
            "ALTER TABLE bucket DROP COLUMN sealed",
            "DROP TABLE address",
            "DROP TABLE envelope",
            "DROP TABLE former",
            "DROP TABLE recovery",
            "PRAGMA user_version = 1");

    private static final BucketId SERVICE = BucketId.service(PhoneStoreFixture.dossier(1));

    private PhoneStoreFixture phone;

    @BeforeEach
    void open() throws GeneralSecurityException {
        phone = PhoneStoreFixture.withHouseholds(3);
        phone.store()
                .keepDoorKey(Base64.getEncoder().encodeToString(X25519.publicFromPrivate(X25519.generatePrivateKey())));
        for (String note : List.of("premier", "deuxième", "troisième")) {
            phone.store().save(Edit.of(PhoneStoreFixture.dossier(0), StoreEdits.item(StoreEdits.newId(), note)));
        }
    }

    @AfterEach
    void close() {
        phone.close();
    }

    /** Closes the app, and makes the file one that an earlier version left. */
    private void leftBy(List<String> format) throws SQLException {
        phone.store().close();
        for (String step : format) {
            altered(step);
        }
    }

    private void altered(String step) throws SQLException {
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + phone.file());
                var statement = db.createStatement()) {
            statement.execute(step);
        }
    }

    private static Outcome applied(long opSeq) {
        return new Outcome(opSeq, Outcome.Verdict.APPLIED, null, SERVICE, 1_000);
    }

    @Test
    void theFirstOpensAndKnowsItsChecksums() throws SQLException {
        Checksum before = phone.store().cursors().get(SERVICE).checksum();

        leftBy(FOURTH);
        leftBy(FIRST);
        SqlitePhoneStore store = phone.reopen();

        assertThat(store.dossiers()).hasSize(3);
        assertThat(store.cursors().get(SERVICE).checksum()).isEqualTo(before).isNotEqualTo(Checksum.NONE);
        assertThat(store.cursors().get(SERVICE).intact()).isTrue();
    }

    @Test
    void whatTheServerAnsweredIsKnownStill() throws SQLException {
        phone.store().answered(List.of(applied(1), applied(3)), 0);
        List<HeldOperation> before = phone.store().outbox();

        leftBy(FOURTH);

        assertThat(phone.reopen().outbox()).isEqualTo(before).hasSize(3);
        assertThat(phone.store().unsent()).extracting(SyncStore.Unsent::opSeq).containsExactly(2L);
    }

    /** The last step fails, once the answers were moved: the file stays as it was, whole, for the next attempt. */
    @Test
    void anUpgradeThatFailsHalfWayLeavesTheFileAsItWas() throws SQLException {
        phone.store().answered(List.of(applied(1)), 0);
        List<HeldOperation> before = phone.store().outbox();
        leftBy(FOURTH);
        altered("CREATE INDEX in_the_way ON operation(overlay)");
        PhoneFile file = PhoneFile.in(phone.folder()).get(0);

        assertThat(file.parcel()).isEmpty();
        assertThat(PhoneFile.unlock(phone.folder(), PhoneStoreFixture.PIN, PhoneStoreFixture.CLOCK))
                .isEqualTo(new Unlocking.Damaged(phone.file()));

        altered("DROP INDEX in_the_way");
        assertThat(file.parcel().orElseThrow().envelopes()).hasSize(2);
        assertThat(phone.reopen().outbox()).isEqualTo(before);
    }

    @Test
    void whatWaitsIsDeliveredBeforeAnybodyUnlocksIt() throws SQLException {
        phone.store().answered(List.of(applied(1)), 0);
        leftBy(FOURTH);
        PhoneFile file = PhoneFile.in(phone.folder()).get(0);

        assertThat(file.parcel().orElseThrow().envelopes())
                .extracting(envelope -> envelope.firstSeq())
                .containsExactly(2L, 3L);
        file.delivered(List.of(applied(2), applied(3)));
        assertThat(file.parcel()).isEmpty();
        file.deliverAgainFrom(3);
        assertThat(file.parcel().orElseThrow().envelopes()).hasSize(1);
        assertThat(phone.reopen().unsent()).extracting(SyncStore.Unsent::opSeq).containsExactly(3L);
    }
}
