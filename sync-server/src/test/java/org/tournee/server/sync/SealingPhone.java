package org.tournee.server.sync;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.util.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.tournee.organisation.OrganisationId;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.DoorHeader;
import org.tournee.sync.RecoveryKey;
import org.tournee.sync.StreamId;
import org.tournee.sync.Wire;

/** Seals and signs as a phone does while saving, and delivers at the push-only door without any token. */
public final class SealingPhone {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String address;
    private final OrganisationId organisation;
    private final String doorKey;
    private final Ed25519Sign.KeyPair keys;

    public SealingPhone(String address, OrganisationId organisation, String doorKey) {
        this.address = address;
        this.organisation = organisation;
        this.doorKey = doorKey;
        try {
            this.keys = Ed25519Sign.KeyPair.newKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] publicKey() {
        return keys.getPublicKey();
    }

    public DoorEnvelope seal(StreamId stream, long first, List<byte[]> lines) {
        byte[] clear = lines.stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        long last = first + lines.size() - 1;
        byte[] sealed = sealed(clear, DoorEnvelope.context(stream, first, last));
        return signed(stream, first, last, sealed);
    }

    /** The key of a store, sealed so that only the server reads it. */
    public RecoveryKey recovery(StreamId stream, byte[] dataKey) {
        byte[] sealed = sealed(dataKey, RecoveryKey.context(stream));
        return new RecoveryKey(stream, doorKey, Base64.getEncoder().encodeToString(sealed));
    }

    DoorEnvelope signed(StreamId stream, long first, long last, byte[] sealed) {
        try {
            byte[] signature =
                    new Ed25519Sign(keys.getPrivateKey()).sign(DoorEnvelope.signed(stream, first, last, sealed));
            Base64.Encoder base64 = Base64.getEncoder();
            return new DoorEnvelope(
                    first, last, doorKey, base64.encodeToString(sealed), base64.encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @AccessesPartialKey
    private byte[] sealed(byte[] clear, byte[] context) {
        try {
            HybridConfig.register();
            HpkeParameters parameters = HpkeParameters.builder()
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .build();
            Bytes key = Bytes.copyFrom(Base64.getDecoder().decode(doorKey));
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(HpkePublicKey.create(parameters, key, null))
                            .withRandomId()
                            .makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(clear, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<byte[]> deliver(StreamId stream, DoorEnvelope... envelopes) {
        StringBuilder body = new StringBuilder(Wire.json(new DoorHeader(organisation, stream)));
        for (DoorEnvelope envelope : envelopes) {
            body.append('\n').append(Wire.json(envelope));
        }
        return post(body.toString());
    }

    HttpResponse<byte[]> post(String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + DoorEnvelope.PATH))
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
