package org.tournee.mobile.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.PinCost;
import org.tournee.mobile.store.SigningKey;
import org.tournee.mobile.store.SqlitePhoneStore;
import org.tournee.mobile.store.StreamIdentity;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.Unlocking;
import org.tournee.mobile.sync.AuthMessages.EnrolAnswer;
import org.tournee.mobile.sync.AuthMessages.EnrolRequest;
import org.tournee.mobile.sync.AuthMessages.RecoverRequest;
import org.tournee.mobile.sync.ServerFailure.Kind;
import org.tournee.sync.RecoveryKey;
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

    /**
     * Opens a store whose PIN was forgotten, with the help of the server, and gives it another one: everything that it
     * holds stays, drafts and documents too. Its worker is signed in again as far as there is network. Decision: 0044.
     *
     * @param pin opens the store from now on
     * @return empty where there is no way to the key: the file is of another worker or of a revoked phone, or an
     *     earlier version of the app or of the server made it; then only what waits there can be delivered
     * @throws ServerFailure SIGN_IN_AGAIN for a wrong name or password, NO_NETWORK, TEMPORARY, UNEXPECTED; nothing has
     *     changed then, and it can be tried again
     */
    public Optional<Unlocking> recover(
            PhoneFile file, URI server, String login, String password, String deviceName, String pin)
            throws ServerFailure {
        Optional<RecoveryKey> sealed = file.recoveryKey();
        Optional<byte[]> key = sealed.isPresent() ? dataKey(server, login, password, sealed.get()) : Optional.empty();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Unlocking result = file.recover(key.get(), pin, cost, clock);
        if (result instanceof Unlocking.Unlocked unlocked) {
            tokensAgain(unlocked.store(), login, password, deviceName);
        }
        return Optional.of(result);
    }

    private Optional<byte[]> dataKey(URI server, String login, String password, RecoveryKey sealed)
            throws ServerFailure {
        ServerGateway gateway = new ServerGateway(http, server, tempo.patience());
        try {
            String key = gateway.recover(
                            new RecoverRequest(login, password, sealed.stream(), sealed.doorKey(), sealed.sealed()))
                    .dataKey();
            return Optional.ofNullable(key).map(Base64.getDecoder()::decode);
        } catch (ServerFailure e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return Optional.empty(); // a server from before this question
            }
            throw e;
        }
    }

    /** The store is open already: what fails here is tried again by whoever signs in from the sync page. */
    private void tokensAgain(SyncStore store, String login, String password, String deviceName) {
        try {
            signInAgain(store, login, password, deviceName);
        } catch (ServerFailure e) {
            System.getLogger(Enrolment.class.getName())
                    .log(System.Logger.Level.INFO, "recovered, not signed in yet: {0}", e.kind());
        }
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
