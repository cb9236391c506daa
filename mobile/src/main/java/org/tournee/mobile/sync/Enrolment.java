package org.tournee.mobile.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SigningKey;
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
        SigningKey key = SigningKey.make(new SecureRandom());
        ServerGateway gateway = new ServerGateway(http, server, tempo.patience());
        EnrolAnswer answer = gateway.enrol(new EnrolRequest(login, password, stream, deviceName, key.publicKey()));
        StreamIdentity identity = new StreamIdentity(
                stream,
                answer.workerId(),
                answer.workerName(),
                answer.orgId(),
                answer.orgName(),
                answer.roles(),
                server.toString(),
                key.secret());
        SqlitePhoneStore store = PhoneFile.create(folder, identity, answer.refreshToken(), pin, cost, clock);
        keepDoorKey(store, answer.doorKey());
        return store;
    }

    /**
     * Lets a worker in again whose tokens are spent: the same stream, the same store, and everything that waits in it.
     *
     * @throws ServerFailure SIGN_IN_AGAIN for a wrong name or password, or those of another worker; REVOKED where the
     *     phone is not enrolled any more
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
        keepDoorKey(store, answer.doorKey());
    }

    private static String publicKey(StreamIdentity identity) {
        return SigningKey.of(identity.signingKey()).publicKey();
    }

    private static void keepDoorKey(SyncStore store, @Nullable String doorKey) {
        if (doorKey != null) {
            store.keepDoorKey(doorKey);
        }
    }
}
