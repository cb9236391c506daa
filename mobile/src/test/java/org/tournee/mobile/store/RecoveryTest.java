package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.sync.RecoveryKey;

/** A store whose PIN was forgotten, and the key that lies sealed beside it. Decision: 0044. */
class RecoveryTest {

    private static final String OTHER_PIN = "731946";
    private static final int KILLS = 6;

    private final byte[] secret = X25519.generatePrivateKey();

    private PhoneStoreFixture phone;
    private PhoneFile file;

    @BeforeEach
    void open() throws Exception {
        phone = PhoneStoreFixture.withHouseholds(2);
        file = new PhoneFile(phone.file());
        phone.store().keepDoorKey(publicKey(secret));
        phone.store().keepDraft("un formulaire", "{\"commencé\":true}");
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private static String publicKey(byte[] secret) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(X25519.publicFromPrivate(secret));
    }

    /** As the server opens it. */
    @AccessesPartialKey
    private static byte[] opened(RecoveryKey sealed, byte[] secret) throws GeneralSecurityException {
        HpkeParameters parameters = HpkeParameters.builder()
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .build();
        HpkePublicKey known = HpkePublicKey.create(
                parameters, Bytes.copyFrom(Base64.getDecoder().decode(sealed.doorKey())), null);
        HpkePrivateKey key = HpkePrivateKey.create(known, SecretBytes.copyFrom(secret, InsecureSecretKeyAccess.get()));
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                .decrypt(sealed.sealedBytes(), RecoveryKey.context(sealed.stream()));
    }

    private Unlocking recover(byte[] dataKey) {
        return file.recover(dataKey, OTHER_PIN, PhoneStoreFixture.CHEAP, PhoneStoreFixture.CLOCK);
    }

    @Test
    void theStoreOpensWithItsOwnKeyAndGoesOnUnderAnotherPin() throws Exception {
        phone.store().close();
        byte[] dataKey = opened(file.recoveryKey().orElseThrow(), secret);

        Unlocking result = recover(dataKey);

        assertThat(result).isInstanceOf(Unlocking.Unlocked.class);
        SqlitePhoneStore store = ((Unlocking.Unlocked) result).store();
        assertThat(store.dossiers()).hasSize(2);
        assertThat(store.draft("un formulaire")).isPresent();
        store.close();
        assertThat(file.unlock(PhoneStoreFixture.PIN, PhoneStoreFixture.CLOCK)).isInstanceOf(Unlocking.WrongPin.class);
    }

    @Test
    void theForgottenPinsMissesAreForgottenToo() throws Exception {
        phone.store().close();
        byte[] dataKey = opened(file.recoveryKey().orElseThrow(), secret);
        for (int miss = 0; miss < 8; miss++) {
            file.unlock("000000", PhoneStoreFixture.CLOCK);
        }
        ((Unlocking.Unlocked) recover(dataKey)).store().close();

        Unlocking result = file.unlock(OTHER_PIN, PhoneStoreFixture.CLOCK);

        assertThat(result).isInstanceOf(Unlocking.Unlocked.class);
        ((Unlocking.Unlocked) result).store().close();
    }

    @Test
    void theKeyOfAnotherStoreChangesNothing() {
        phone.store().close();

        assertThat(recover(new byte[32])).isInstanceOf(Unlocking.Damaged.class);

        assertThat(phone.reopen().dossiers()).hasSize(2);
    }

    @Test
    void anotherKeyOfTheServerIsSealedToFromThenOn() throws Exception {
        byte[] newer = X25519.generatePrivateKey();
        phone.store().keepDoorKey(publicKey(newer));
        phone.store().close();

        RecoveryKey sealed = file.recoveryKey().orElseThrow();

        assertThat(sealed.doorKey()).isEqualTo(publicKey(newer));
        assertThat(opened(sealed, newer)).hasSize(32);
    }

    @Test
    void withoutAKeyOfTheServerThereIsNothingToRecover() {
        try (PhoneStoreFixture other = PhoneStoreFixture.empty()) {
            other.store().close();
            assertThat(new PhoneFile(other.file()).recoveryKey()).isEmpty();
        }
    }

    /** A real process, killed in the middle of it. */
    @Test
    void whoeverKillsItInTheMiddleLeavesExactlyOnePinThatOpensAndLosesNothing() throws Exception {
        phone.store().close();
        String key =
                Base64.getEncoder().encodeToString(opened(file.recoveryKey().orElseThrow(), secret));
        Random random = new Random(42);
        String pin = PhoneStoreFixture.PIN;
        for (int round = 0; round < KILLS; round++) {
            PinCandidates candidates = new PinCandidates(pin);
            StoreChild.killAfter(
                    1 + random.nextInt(12),
                    candidates::heard,
                    RecoveringChild.class,
                    phone.folder().toString(),
                    key,
                    pin);
            List<String> opening =
                    candidates.pins().stream().filter(this::opens).toList();
            assertThat(opening).as("of " + candidates).hasSize(1);
            pin = opening.get(0);
        }
        assertThat(pin).isNotEqualTo(PhoneStoreFixture.PIN);
    }

    private boolean opens(String pin) {
        if (file.unlock(pin, PhoneStoreFixture.CLOCK) instanceof Unlocking.Unlocked unlocked) {
            assertThat(unlocked.store().dossiers()).hasSize(2);
            assertThat(unlocked.store().draft("un formulaire")).isPresent();
            unlocked.store().close();
            return true;
        }
        return false;
    }
}
