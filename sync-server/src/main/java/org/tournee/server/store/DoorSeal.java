package org.tournee.server.store;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** Opens what phones sealed for the server: HPKE (RFC 9180) with X25519, HKDF-SHA256 and AES-256-GCM. */
public final class DoorSeal {

    static final HpkeParameters PARAMETERS = parameters();

    private final HybridDecrypt opening;

    DoorSeal(HpkePrivateKey key) {
        try {
            opening = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no HPKE", e);
        }
    }

    /** What was sealed in that context; empty where it was altered, or sealed in another one. */
    public Optional<byte[]> open(byte[] sealed, byte[] context) {
        try {
            return Optional.of(opening.decrypt(sealed, context));
        } catch (GeneralSecurityException e) {
            return Optional.empty(); // kept as it is by whoever received it
        }
    }

    static HpkePrivateKey newKey() {
        try {
            KeysetHandle made = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(PARAMETERS)
                            .withRandomId()
                            .makePrimary())
                    .build();
            return (HpkePrivateKey) made.getPrimary().getKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no X25519", e);
        }
    }

    private static HpkeParameters parameters() {
        try {
            HybridConfig.register();
            return HpkeParameters.builder()
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no HPKE", e);
        }
    }
}
