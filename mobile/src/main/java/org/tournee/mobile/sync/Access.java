package org.tournee.mobile.sync;

import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.AuthMessages.Tokens;
import org.tournee.mobile.sync.ServerFailure.Kind;

/**
 * Keeps access to the server. A token is renewed when the server says that it is spent, never by the phone's clock.
 * Rule: R-CLK.
 */
final class Access {

    private final ServerGateway gateway;
    private final SyncStore store;
    private volatile String token = "";

    Access(ServerGateway gateway, SyncStore store) {
        this.gateway = gateway;
        this.store = store;
    }

    /** A call that needs access. */
    @FunctionalInterface
    interface Call<T> {
        T with(String accessToken) throws ServerFailure;
    }

    /** The token in use; empty before the first call. */
    String token() {
        return token;
    }

    /**
     * Calls, and once more with a new token where the server wants one.
     *
     * @throws ServerFailure SIGN_IN_AGAIN where no new token is to be had
     */
    <T> T call(Call<T> call) throws ServerFailure {
        Awaited<T> answer = begin(access -> () -> call.with(access));
        return answer.await();
    }

    /**
     * Sends off a call and returns while it is on its way; a new token is got and it is sent again when it is waited
     * for, where the server wants one.
     *
     * @throws ServerFailure SIGN_IN_AGAIN where no new token is to be had
     */
    <T> Awaited<T> begin(Call<Awaited<T>> call) throws ServerFailure {
        if (token.isEmpty()) {
            renew();
            return call.with(token);
        }
        String used = token;
        Awaited<T> answer = call.with(used);
        return () -> {
            try {
                return answer.await();
            } catch (ServerFailure e) {
                if (e.kind() != Kind.UNAUTHORISED) {
                    throw e;
                }
                if (used.equals(token)) {
                    renew();
                }
                return call.with(token).await();
            }
        };
    }

    /** The new refresh token is kept before it is used: until then the server takes the one before it. */
    private void renew() throws ServerFailure {
        String refresh = store.refreshToken();
        if (refresh.isEmpty()) {
            throw ServerFailure.of(Kind.SIGN_IN_AGAIN);
        }
        Tokens tokens = gateway.refresh(refresh);
        store.keepRefreshToken(tokens.refreshToken());
        use(tokens);
    }

    /** Goes on with those, of which the refresh token is kept already. */
    void use(Tokens tokens) {
        if (tokens.doorKey() != null) {
            store.keepDoorKey(tokens.doorKey()); // first: where the disk refuses, it is asked for again
        }
        token = tokens.accessToken();
    }
}
