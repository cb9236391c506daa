package org.tournee.mobile.store;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.util.Bytes;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Encrypts for the server alone: HPKE (RFC 9180) with X25519, HKDF-SHA256 and AES-256-GCM. */
final class DoorEncryption {

    private DoorEncryption() {}

    /**
     * Encrypts to a key.
     *
     * @param doorKey the server's public X25519 key, 32 bytes in Base64
     */
    @AccessesPartialKey
    static HybridEncrypt to(String doorKey) {
        try {
            HybridConfig.register();
            HpkeParameters parameters = HpkeParameters.builder()
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .build();
            Bytes publicKey = Bytes.copyFrom(Base64.getDecoder().decode(doorKey));
            HpkePublicKey key = HpkePublicKey.create(parameters, publicKey, null);
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not a key to seal to", e);
        }
    }
}
