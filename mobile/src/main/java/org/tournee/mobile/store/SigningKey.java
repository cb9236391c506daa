package org.tournee.mobile.store;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;

/** The Ed25519 key of a stream: what it signs is the stream's, whoever carries it. */
public final class SigningKey {

    private final Ed25519Sign.KeyPair pair;

    private SigningKey(Ed25519Sign.KeyPair pair) {
        this.pair = pair;
    }

    /** A new key, that nobody guesses who cannot guess {@code random}. */
    public static SigningKey make(SecureRandom random) {
        byte[] seed = new byte[Ed25519Sign.SECRET_KEY_LEN];
        random.nextBytes(seed);
        try {
            return new SigningKey(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no Ed25519", e);
        }
    }

    /** The key whose {@link #secret} that is. */
    public static SigningKey of(String secret) {
        try {
            return new SigningKey(
                    Ed25519Sign.KeyPair.newKeyPairFromSeed(Base64.getDecoder().decode(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Not an Ed25519 key", e);
        }
    }

    /** 32 bytes in Base64. */
    public String secret() {
        return Base64.getEncoder().encodeToString(pair.getPrivateKey());
    }

    /** 32 bytes in Base64. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(pair.getPublicKey());
    }

    byte[] sign(byte[] message) {
        try {
            return new Ed25519Sign(pair.getPrivateKey()).sign(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no Ed25519", e);
        }
    }
}
