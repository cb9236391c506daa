package org.tournee.mobile.sync;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tournee.mobile.store.SigningKey;
import org.tournee.mobile.store.Successor;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.sync.AuthMessages.SuccessionRequest;
import org.tournee.mobile.sync.AuthMessages.Tokens;
import org.tournee.sync.HeldAnswer;
import org.tournee.sync.HeldRequest;
import org.tournee.sync.Limits;
import org.tournee.sync.Outcome;

/**
 * Lets a file that was cloned or rolled back go on: what the server proves to hold stays, everything else is said again
 * by a new stream. Rule: R-SYN. Source: docs/sync.md, forks.
 */
final class Forks {

    private final ServerGateway gateway;
    private final Access access;
    private final SyncStore store;

    Forks(ServerGateway gateway, Access access, SyncStore store) {
        this.gateway = gateway;
        this.access = access;
        this.store = store;
    }

    /** Asks which operations of the present stream the server holds, and keeps the answers. */
    void prove() throws ServerFailure {
        List<HeldRequest.Claim> claims = store.claims();
        for (int from = 0; from < claims.size(); from += Limits.PUSH_OPERATIONS) {
            List<HeldRequest.Claim> some = claims.subList(from, Math.min(claims.size(), from + Limits.PUSH_OPERATIONS));
            HeldAnswer answer = held(new HeldRequest(store.identity().streamId(), some));
            Set<Long> missing = some.stream().map(HeldRequest.Claim::opSeq).collect(Collectors.toSet());
            answer.held().stream().map(Outcome::opSeq).forEach(missing::remove);
            store.answered(answer.held(), 0);
            store.notHeld(missing);
        }
    }

    /** Goes on with the successor, which has what was not proven; asking the server twice makes no second one. */
    void goOn() throws ServerFailure {
        Successor successor = store.successor();
        SuccessionRequest request = new SuccessionRequest(
                successor.streamId(), SigningKey.of(successor.signingKey()).publicKey());
        Tokens tokens = access.call(token -> gateway.succeed(request, token));
        store.succeed(successor, tokens.refreshToken());
        access.use(tokens);
    }

    /** Looks after what earlier streams of this file said: a restore of the server may have lost it since. */
    void lookAfterFormer() throws ServerFailure {
        for (HeldRequest asked : store.formerClaims()) {
            store.formerHeld(asked, held(asked));
        }
    }

    private HeldAnswer held(HeldRequest asked) throws ServerFailure {
        return access.call(token -> gateway.held(asked, token));
    }
}
