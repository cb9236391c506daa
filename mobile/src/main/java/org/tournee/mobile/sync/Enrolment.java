package org.tournee.mobile.sync;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.mobile.store.StreamIdentity;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.AuthMessages.EnrolAnswer;
import org.tournee.mobile.sync.AuthMessages.EnrolRequest;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.StreamId;

/** Signs a worker in once, with network, and makes the sealed store of their new stream. */
public final class Enrolment {

    private final HttpClient http;
    private final Clock clock;
    private final PinCost cost;
    private final Tempo tempo;

    public Enrolment(HttpClient http, Clock clock, PinCost cost, Tempo tempo) {
        this.http = http;
        this.clock = clock;
        this.cost = cost;
        this.tempo = tempo;
    }

    /** As a phone does it. */
    public static Enrolment ofPhone(Clock clock) {
        return new Enrolment(SyncEngine.client(), clock, PinCost.PHONE, Tempo.PHONE);
    }

    /**
     * Enrols.
     *
     * @param deviceName what the back office shows of this phone; at most 80 characters, no personal data
     * @param pin opens the store from now on; it is kept nowhere
     * @param folder the app's own; one file a stream
     * @return the open store, empty until its first sync
     * @throws ServerFailure SIGN_IN_AGAIN for a wrong name or password, NO_NETWORK, TEMPORARY
     * @throws org.tournee.mobile.store.StoreException when the disk refuses; the stream made at the server stays unused
     */
    public SqlitePhoneStore enrol(URI server, String login, String password, String deviceName, String pin, Path folder)
            throws ServerFailure {
        StreamId stream = new StreamId(UUID.randomUUID());
        Ed25519Sign.KeyPair keys = keys();
        ServerGateway gateway = new ServerGateway(http, server, tempo.patience());
        EnrolAnswer answer =
                gateway.enrol(new EnrolRequest(login, password, stream, deviceName, base64(keys.getPublicKey())));
        StreamIdentity identity = new StreamIdentity(
                stream,
                answer.workerId(),
                answer.workerName(),
                answer.orgId(),
                answer.orgName(),
                answer.roles(),
                server.toString(),
                base64(keys.getPrivateKey()));
        return PhoneFile.create(folder, identity, answer.refreshToken(), pin, cost, clock);
    }

    /**
     * Lets a worker in again whose tokens are spent: the same stream, the same store, and everything that waits in it.
     *
     * @throws ServerFailure SIGN_IN_AGAIN for a wrong name or password, or those of another worker
     */
    public void signInAgain(SyncStore store, String login, String password, String deviceName) throws ServerFailure {
        StreamIdentity identity = store.identity();
        ServerGateway gateway = new ServerGateway(http, identity.serverUri(), tempo.patience());
        EnrolAnswer answer =
                gateway.enrol(new EnrolRequest(login, password, identity.streamId(), deviceName, publicKey(identity)));
        if (!answer.workerId().equals(identity.workerId())) {
            throw ServerFailure.of(Kind.SIGN_IN_AGAIN); // another worker has a stream of their own
        }
        store.keepRefreshToken(answer.refreshToken());
    }

    private static String publicKey(StreamIdentity identity) {
        try {
            byte[] seed = Base64.getDecoder().decode(identity.signingKey());
            return base64(Ed25519Sign.KeyPair.newKeyPairFromSeed(seed).getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no Ed25519", e);
        }
    }

    private static Ed25519Sign.KeyPair keys() {
        try {
            return Ed25519Sign.KeyPair.newKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no Ed25519", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
