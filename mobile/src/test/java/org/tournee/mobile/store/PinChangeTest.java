package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.subtle.X25519;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.mobile.store.StoreException.Problem;
import org.tournee.sync.RecoveryKey;
import org.tournee.sync.StreamId;

/** Another PIN for a store that is open: one PIN opens it at any moment, and nothing else changes. Rule: R-OFF. */
class PinChangeTest {

    private static final String OTHER_PIN = "731946";
    private static final int KILLS = 8;
    private static final byte[] LETTER = "Annie Lefèvre doit 840 euros.".getBytes(StandardCharsets.UTF_8);

    private PhoneStoreFixture phone;

    @BeforeEach
    void open() throws Exception {
        phone = PhoneStoreFixture.withHouseholds(3);
        byte[] doorKey = X25519.publicFromPrivate(X25519.generatePrivateKey());
        phone.store().keepDoorKey(Base64.getEncoder().encodeToString(doorKey));
        phone.store().save(Edit.of(PhoneStoreFixture.dossier(0), StoreEdits.item(StoreEdits.newId(), "Attend")));
        phone.store().keepDraft("un formulaire", "{\"commencé\":true}");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private PinChange change(String present, String next) {
        return phone.store().changePin(present, next, PhoneStoreFixture.CHEAP);
    }

    private Unlocking unlock(String pin) {
        return PhoneFile.unlock(phone.folder(), pin, PhoneStoreFixture.CLOCK);
    }

    private boolean opens(String pin) {
        if (unlock(pin) instanceof Unlocking.Unlocked unlocked) {
            assertThat(unlocked.store().dossiers()).hasSize(3);
            assertThat(unlocked.store().draft("un formulaire")).isPresent();
            assertThat(unlocked.store().waiting().operations()).isEqualTo(1);
            unlocked.store().close();
            return true;
        }
        return false;
    }

    private Optional<RecoveryKey> recoveryKey() {
        return new PhoneFile(phone.file()).recoveryKey();
    }

    @Test
    void theNewPinOpensWhatTheOldOneDidAndTheOldOneDoesNot() {
        StreamId stream = phone.store().identity().streamId();
        DocumentEdits.taken(phone, 1, LETTER, "bail", null);
        phone.store().close();
        RecoveryKey before = recoveryKey().orElseThrow();
        phone.reopen();

        assertThat(change(PhoneStoreFixture.PIN, OTHER_PIN)).isEqualTo(new PinChange.Changed());
        assertThat(phone.store().tryPin(OTHER_PIN)).isEmpty();
        phone.store().save(Edit.of(PhoneStoreFixture.dossier(0), StoreEdits.item(StoreEdits.newId(), "Encore ouvert")));
        phone.store().close();

        assertThat(recoveryKey()).as("the way back when a PIN is forgotten").contains(before);
        assertThat(unlock(PhoneStoreFixture.PIN)).isEqualTo(new Unlocking.WrongPin(0));
        try (SqlitePhoneStore store = ((Unlocking.Unlocked) unlock(OTHER_PIN)).store()) {
            assertThat(store.identity().streamId()).isEqualTo(stream);
            assertThat(store.waiting().operations()).isEqualTo(3);
            assertThat(store.draft("un formulaire")).isPresent();
            DocumentFiles documents = DocumentFiles.beside(store, phone.folder(), PhoneStoreFixture.CLOCK);
            assertThat(documents.all(documents.of(DocumentEdits.id(1)).orElseThrow()))
                    .isEqualTo(LETTER);
        }
    }

    @Test
    void missesCountAndWaitAsWhenUnlocking() {
        assertThat(change("111119", OTHER_PIN)).isEqualTo(new PinChange.WrongPin(0));
        assertThat(phone.store().tryPin("222229")).contains(new PinChange.WrongPin(0));
        assertThat(change("333339", OTHER_PIN)).isEqualTo(new PinChange.WrongPin(5));
        // Too soon: not even looked at, the right one neither, here and at the door.
        assertThat(change(PhoneStoreFixture.PIN, OTHER_PIN)).isEqualTo(new PinChange.WrongPin(5));
        assertThat(phone.store().tryPin(PhoneStoreFixture.PIN)).contains(new PinChange.WrongPin(5));
        phone.store().close();
        assertThat(unlock(PhoneStoreFixture.PIN)).isEqualTo(new Unlocking.WrongPin(5));
    }

    /** The first two writes count the try, the third is the new lock. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void onADiskThatIsFullInBetweenTheOldPinGoesOnOpening(int refusedWrite) {
        phone.store().close();
        SqliteFile file = SqliteFile.open(phone.file());
        byte[] dataKey = file.read(LockTable::read).open(PhoneStoreFixture.PIN).orElseThrow();
        PhoneDisk disk = fullAt(refusedWrite, SqliteDisk.of(file, new Sealing(dataKey)));
        try (SqlitePhoneStore store = SqlitePhoneStore.open(disk, PhoneStoreFixture.CLOCK, new SecureRandom())) {
            assertThatThrownBy(() -> store.changePin(PhoneStoreFixture.PIN, OTHER_PIN, PhoneStoreFixture.CHEAP))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DISK_FULL));
        }

        assertThat(opens(OTHER_PIN)).isFalse();
        assertThat(opens(PhoneStoreFixture.PIN)).isTrue();
    }

    private static PhoneDisk fullAt(int write, PhoneDisk disk) {
        AtomicInteger writes = new AtomicInteger();
        return (PhoneDisk) Proxy.newProxyInstance(
                PhoneDisk.class.getClassLoader(), new Class<?>[] {PhoneDisk.class}, (self, method, arguments) -> {
                    if (method.getName().equals("commit") && writes.incrementAndGet() == write) {
                        throw new StoreException(Problem.DISK_FULL, new SQLException("no space left"));
                    }
                    try {
                        return method.invoke(disk, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** A real process, killed in the middle of it. */
    @Test
    void whoeverKillsItInTheMiddleLeavesExactlyOnePinThatOpens() throws Exception {
        phone.store().close();
        Random random = new Random(42);
        String pin = PhoneStoreFixture.PIN;
        for (int round = 0; round < KILLS; round++) {
            PinCandidates candidates = new PinCandidates(pin);
            StoreChild.killAfter(
                    1 + random.nextInt(12),
                    candidates::heard,
                    PinChangingChild.class,
                    phone.folder().toString(),
                    pin);
            List<String> opening =
                    candidates.pins().stream().filter(this::opens).toList();
            assertThat(opening).as("of " + candidates).hasSize(1);
            pin = opening.get(0);
        }
        assertThat(pin).isNotEqualTo(PhoneStoreFixture.PIN);
    }
}
