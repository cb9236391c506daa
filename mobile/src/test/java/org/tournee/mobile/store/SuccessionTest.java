package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierId;
import org.tournee.sync.BucketId;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.Wire;

/** A file that goes on with another stream, and what leaves it without the PIN. Rules: R-OFF, R-SYN. */
class SuccessionTest {

    private static final DossierId FIRST = PhoneStoreFixture.dossier(0);
    private static final String DOOR_KEY =
            Base64.getEncoder().encodeToString("a key that has thirty-two bytes!".getBytes(StandardCharsets.US_ASCII));

    private PhoneStoreFixture phone;

    @BeforeEach
    void open() {
        phone = PhoneStoreFixture.withHouseholds(3);
        store().keepDoorKey(DOOR_KEY);
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private SqlitePhoneStore store() {
        return phone.store();
    }

    private RecordId save(String text) {
        RecordId id = StoreEdits.newId();
        store().save(Edit.of(FIRST, StoreEdits.item(id, text)));
        return id;
    }

    private List<Operation> unsent() {
        return store().unsent().stream()
                .map(operation -> Wire.read(Operation.class, operation.json()))
                .toList();
    }

    private boolean shows(RecordId id) {
        return store().dossier(FIRST).orElseThrow().bilanItems().stream()
                .anyMatch(entry -> entry.id().equals(id));
    }

    private static Outcome applied(long seq) {
        return new Outcome(seq, Outcome.Verdict.APPLIED, null, BucketId.service(FIRST), 1);
    }

    private void succeed() {
        store().succeed(store().successor(), "token-of-the-successor");
    }

    private long formerKept() throws SQLException {
        store().close();
        try (var db = DriverManager.getConnection("jdbc:sqlite:" + phone.file());
                var rows = db.createStatement().executeQuery("SELECT count(*) FROM former")) {
            return rows.getLong(1);
        } finally {
            phone.reopen();
        }
    }

    @Test
    void whatIsNotProvenIsSaidAgainByTheSuccessorWithTheSameContents() {
        save("Tenue par le service");
        RecordId lost = save("Pas encore tenue");
        Operation before = unsent().get(1);
        store().answered(List.of(applied(1)), 1);

        succeed();

        Operation again = unsent().get(0);
        assertThat(unsent()).hasSize(1);
        assertThat(again.streamId()).isEqualTo(store().identity().streamId()).isNotEqualTo(before.streamId());
        assertThat(again.opSeq()).isEqualTo(1);
        assertThat(again.prevHash()).isEqualTo(OperationBytes.NO_PREVIOUS);
        assertThat(again.recordId()).isEqualTo(lost);
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("streamId", "opSeq", "prevHash", "salt")
                .isEqualTo(before);
        assertThat(shows(lost)).isTrue();
        assertThat(store().refreshToken()).isEqualTo("token-of-the-successor");
    }

    @Test
    void theSuccessorIsTheSameUntilItSucceededAndAnotherAfterwards() {
        Successor first = store().successor();

        assertThat(phone.reopen().successor()).isEqualTo(first);
        succeed();
        assertThat(store().successor()).isNotEqualTo(first);
    }

    @Test
    void theFileOpensAfterwardsAsItWasLeftAndItsNextOperationFollows() {
        save("Avant");
        succeed();
        phone.reopen();

        save("Après");

        assertThat(unsent()).extracting(Operation::opSeq).containsExactly(1L, 2L);
        assertThat(unsent().get(1).prevHash()).isEqualTo(OperationBytes.hash(OperationBytes.make(unsent().get(0))));
        assertThat(store().succeededAt()).contains(PhoneStoreFixture.CLOCK.instant());
    }

    @Test
    void theOldBytesStayUntilWhatSaysThemAgainIsDurable() throws SQLException {
        save("Une fois");
        succeed();
        assertThat(formerKept()).isEqualTo(1);

        store().answered(List.of(applied(1)), 0);
        assertThat(formerKept()).as("answered, and not durable").isEqualTo(1);

        store().answered(List.of(), 1);
        assertThat(formerKept()).isZero();
    }

    @Test
    void whatWasProvenAndLostByARestoreIsSaidAgain() throws SQLException {
        RecordId proven = save("Prouvée, pas durable");
        store().answered(List.of(applied(1)), 0);
        succeed();
        assertThat(unsent()).isEmpty();
        HeldRequest asked = store().formerClaims().get(0);
        assertThat(asked.operations()).extracting(HeldRequest.Claim::opSeq).containsExactly(1L);

        store().formerHeld(asked, new HeldAnswer(0, List.of()));

        assertThat(unsent()).extracting(Operation::recordId).containsExactly(proven);
        assertThat(store().formerClaims()).isEmpty();
        assertThat(formerKept()).isEqualTo(1);
    }

    @Test
    void whatWasProvenIsLetGoOfOnceItIsDurable() throws SQLException {
        save("Prouvée, pas durable");
        store().answered(List.of(applied(1)), 0);
        succeed();
        HeldRequest asked = store().formerClaims().get(0);

        store().formerHeld(asked, new HeldAnswer(1, List.of(applied(1))));

        assertThat(formerKept()).isZero();
    }

    @Test
    void aSecondSuccessionSaysAgainWhatTheFirstDid() throws SQLException {
        RecordId id = save("Deux fois copié");
        succeed();
        succeed();

        assertThat(unsent()).extracting(Operation::recordId).containsExactly(id);
        assertThat(formerKept()).isEqualTo(2);
        store().answered(List.of(applied(1)), 1);
        assertThat(formerKept()).isZero();
    }

    @Test
    void aFullDiskLeavesTheFileWithTheStreamThatItHad() {
        for (int number = 0; number < 40; number++) {
            save("Une modification assez longue pour remplir une page. ".repeat(8) + number);
        }
        StreamIdentity before = store().identity();
        Successor successor = store().successor();
        store().allowPages(0);

        assertThatThrownBy(() -> store().succeed(successor, "x")).isInstanceOf(StoreException.class);

        assertThat(store().identity()).isEqualTo(before);
        assertThat(phone.reopen().identity()).isEqualTo(before);
        assertThat(store().waiting().operations()).isEqualTo(40);
    }

    @Test
    void whatIsSavedIsSealedForTheServerAndSignedByItsStream() throws GeneralSecurityException {
        save("Confidentiel");

        DoorEnvelope envelope = store().undelivered(0).get(0);

        new Ed25519Verify(Base64.getDecoder()
                        .decode(SigningKey.of(store().identity().signingKey()).publicKey()))
                .verify(
                        envelope.signatureBytes(),
                        DoorEnvelope.signed(store().identity().streamId(), 1, 1, envelope.sealedBytes()));
        assertThat(new String(envelope.sealedBytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Confidentiel");
        store().answered(List.of(applied(1)), 0);
        assertThat(store().undelivered(0)).isEmpty();
    }

    @Test
    void withoutThePinTheFileTellsWhatToDeliverAndKeepsWhatWasAnswered() {
        save("Un");
        save("Deux");
        store().close();
        PhoneFile file = new PhoneFile(phone.file());
        Parcel parcel = file.parcel().orElseThrow();
        assertThat(parcel.envelopes()).extracting(DoorEnvelope::firstSeq).containsExactly(1L, 2L);
        assertThat(parcel.address().initials()).isEqualTo("CB");
        assertThat(parcel.address().server()).hasHost("localhost");

        file.delivered(List.of(applied(1)));
        assertThat(file.parcel().orElseThrow().envelopes())
                .extracting(DoorEnvelope::firstSeq)
                .containsExactly(2L);
        file.deliverAgainFrom(1);
        assertThat(file.parcel().orElseThrow().envelopes()).hasSize(2);
        file.delivered(List.of(applied(1), applied(2)));

        assertThat(file.parcel()).isEmpty();
        assertThat(phone.reopen().unsent()).isEmpty();
    }

    @Test
    void loggingOutKeepsWhatWaitsAndDraftsAndNothingThatWasReceived() {
        RecordId id = save("Attend");
        store().keepDraft("formulaire", "{}");

        store().signOut();
        phone.reopen();

        assertThat(store().refreshToken()).isEmpty();
        assertThat(store().cursors()).isEmpty();
        assertThat(store().dossiers()).isEmpty();
        assertThat(unsent()).extracting(Operation::recordId).containsExactly(id);
        assertThat(store().draft("formulaire")).isPresent();
    }

    @Test
    void anOperationThatTheServerDoesNotHoldCountsAsNotAnswered() {
        save("Un");
        save("Deux");
        store().answered(List.of(applied(1), applied(2)), 0);

        store().notHeld(Set.of(2L));

        assertThat(unsent()).extracting(Operation::opSeq).containsExactly(2L);
    }
}
