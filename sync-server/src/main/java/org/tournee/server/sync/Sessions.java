package org.tournee.server.sync;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tournee.organisation.OrganisationId;
import org.tournee.server.store.StreamRow;
import org.tournee.sync.Session;
import org.tournee.sync.StreamId;

/** Tells a phone how the server stands towards its stream. */
@Singleton
public class Sessions {

    private final SyncLedger ledger;

    public Sessions(SyncLedger ledger) {
        this.ledger = ledger;
    }

    /** What came of the question. */
    public sealed interface Answer {}

    /** How the server stands. */
    public record Standing(Session session) implements Answer {}

    /** The stream was revoked, frozen, or never was. */
    public record Closed(boolean frozen) implements Answer {}

    /** How far the server holds the stream. */
    public Answer answer(OrganisationId organisation, StreamId stream, PhoneClaim claim, Instant at) {
        return ledger.write(organisation, transaction -> {
            StreamRow row = transaction.stream(stream).orElse(null);
            if (row == null || row.state() != StreamRow.State.ACTIVE) {
                return new Closed(row != null && row.state() == StreamRow.State.FROZEN);
            }
            String epoch = claim.showsALoss(row) ? transaction.mintEpoch(row.epoch()) : row.epoch();
            return new Standing(
                    new Session(epoch, row.lastOpSeq(), row.lastHash(), row.durableOpSeq(), at, PullSchema.MIN));
        });
    }
}
