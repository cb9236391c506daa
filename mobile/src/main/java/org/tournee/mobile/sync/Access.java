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
        if (token.isEmpty()) {
            renew();
            return call.with(token);
        }
        try {
            return call.with(token);
        } catch (ServerFailure e) {
            if (e.kind() != Kind.UNAUTHORISED) {
                throw e;
            }
            renew();
            return call.with(token);
        }
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
        token = tokens.accessToken();
        if (tokens.doorKey() != null) {
            store.keepDoorKey(tokens.doorKey());
        }
    }
}
