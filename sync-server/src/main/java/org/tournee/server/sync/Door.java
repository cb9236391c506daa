package org.tournee.server.sync;

import com.google.crypto.tink.subtle.Ed25519Verify;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tournee.server.store.Quarantine;
import org.tournee.server.store.Quarantine.Reason;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Streams;
import org.tournee.sync.DoorAnswer;
import org.tournee.sync.DoorAnswer.Reception;
import org.tournee.sync.DoorEnvelope;
import org.tournee.sync.Limits;
import org.tournee.sync.MalformedException;
import org.tournee.sync.StreamId;

/**
 * Takes in what a stream signed, whoever carries it: the stream's key is the only proof that is asked for, and nothing
 * can be read here. What cannot be applied is kept under quarantine. Decision: 0011.
 */
@Singleton
class Door {

    private final Streams streams;
    private final OpenedEnvelopes envelopes;
    private final Reconciler reconciler;
    private final Quarantine quarantine;

    Door(Streams streams, OpenedEnvelopes envelopes, Reconciler reconciler, Quarantine quarantine) {
        this.streams = streams;
        this.envelopes = envelopes;
        this.reconciler = reconciler;
        this.quarantine = quarantine;
    }

    /** What came of a delivery. */
    sealed interface Result {}

    /** It is kept, whatever became of it. */
    record Kept(DoorAnswer answer) implements Result {}

    /** No such stream, or a signature is not that stream's: nothing was taken. */
    record Refused() implements Result {}

    /** The push itself could not be taken now; nothing is lost by it. */
    record NotNow(PushResult reason) implements Result {}

    /**
     * Takes in.
     *
     * @param receivedAt as the server's clock says
     */
    Result deliver(DoorBody body, Instant receivedAt) throws PushBody.TooLargeException {
        StreamId id = body.header().streamId();
        Optional<StreamRow> found = streams.find(body.header().orgId(), id);
        Optional<byte[]> key = streams.signingKey(body.header().orgId(), id);
        if (found.isEmpty() || key.isEmpty() || !areSignedBy(key.get(), id, body.envelopes())) {
            return new Refused();
        }
        StreamRow stream = found.get();
        if (stream.state() == StreamRow.State.REVOKED) {
            return setAside(stream, body, Reason.REVOKED, Reception.QUARANTINED_REVOKED, receivedAt);
        }
        Optional<List<byte[]>> lines = opened(stream, body.envelopes());
        if (lines.isEmpty()) {
            return setAside(stream, body, Reason.UNREADABLE, Reception.QUARANTINED_UNREADABLE, receivedAt);
        }
        return switch (reconciler.push(stream.organisation(), id, lines.get(), receivedAt)) {
            case PushResult.Held held ->
                new Kept(new DoorAnswer(Reception.TAKEN, held.durableOpSeq(), held.outcomes()));
            case PushResult.Forked forked ->
                setAside(stream, body, Reason.FORKED, Reception.QUARANTINED_FORKED, receivedAt);
            case PushResult.Closed closed ->
                closed.frozen()
                        ? setAside(stream, body, Reason.FORKED, Reception.QUARANTINED_FORKED, receivedAt)
                        : setAside(stream, body, Reason.REVOKED, Reception.QUARANTINED_REVOKED, receivedAt);
            case PushResult.UnknownStream unknown -> new Refused();
            case PushResult.Gap gap -> new NotNow(gap);
            case PushResult.SchemaNewer newer -> new NotNow(newer);
        };
    }

    private Kept setAside(StreamRow stream, DoorBody body, Reason reason, Reception reception, Instant at) {
        quarantine.keep(stream, body.envelopes(), reason, at);
        return new Kept(new DoorAnswer(reception, 0, List.of()));
    }

    private static boolean areSignedBy(byte[] key, StreamId stream, List<DoorEnvelope> envelopes) {
        Ed25519Verify verifying = new Ed25519Verify(key);
        try {
            for (DoorEnvelope envelope : envelopes) {
                verifying.verify(
                        envelope.signatureBytes(),
                        DoorEnvelope.signed(stream, envelope.firstSeq(), envelope.lastSeq(), envelope.sealedBytes()));
            }
            return true;
        } catch (GeneralSecurityException | MalformedException e) {
            return false; // said to whoever sent it, and to nobody else
        }
    }

    /** The lines of the operations, in the order of the envelopes; empty where one does not open. */
    private Optional<List<byte[]>> opened(StreamRow stream, List<DoorEnvelope> sealed)
            throws PushBody.TooLargeException {
        List<byte[]> lines = new ArrayList<>();
        for (DoorEnvelope envelope : sealed) {
            Optional<List<byte[]>> clear = envelopes.open(
                    stream.organisation(),
                    stream.id(),
                    new OpenedEnvelopes.Place(envelope.firstSeq(), envelope.lastSeq()),
                    envelope.doorKey(),
                    envelope.sealedBytes());
            if (clear.isEmpty()) {
                return Optional.empty();
            }
            lines.addAll(clear.get());
        }
        if (lines.size() > Limits.PUSH_OPERATIONS) {
            throw new PushBody.TooLargeException("A push has at most " + Limits.PUSH_OPERATIONS + " operations");
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }
}
