package org.tournee.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/**
 * A typed record with what is known of its making.
 *
 * @param rev the revision that the server gave it; 0 while it exists on this phone alone
 * @param author who made it; null where the server did
 * @param changedBy who wrote it last; null where the server did
 * @param changedAt when the server received that; null while it waits on the phone
 * @param occurredAt when its author says that it was made
 * @param pending whether a change of it still waits on this phone: shown as provisional
 */
public record Entry<T>(
        RecordId id,
        T value,
        Audience audience,
        long rev,
        @Nullable WorkerId author,
        @Nullable WorkerId changedBy,
        @Nullable Instant changedAt,
        @Nullable Instant occurredAt,
        boolean pending) {

    /** The same record with other contents. */
    public Entry<T> with(T other) {
        return new Entry<>(id, other, audience, rev, author, changedBy, changedAt, occurredAt, pending);
    }
}
