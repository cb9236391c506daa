package org.tournee.dossier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;

/**
 * A record as a store holds it, its contents not yet typed: see {@link Entry} for the meaning of the rest.
 *
 * @param kind the code of a {@link org.tournee.sync.RecordKind}, perhaps one that this version does not know
 * @param position in its bucket; the greatest possible while it waits on the phone, so that own writes come last
 */
public record StoredRecord(
        RecordId id,
        String kind,
        Audience audience,
        long position,
        long rev,
        @Nullable WorkerId author,
        @Nullable WorkerId changedBy,
        @Nullable Instant changedAt,
        @Nullable Instant occurredAt,
        boolean pending,
        Groups groups) {

    /**
     * The record typed.
     *
     * @throws org.tournee.sync.MalformedException when its groups are not those of {@code type}
     */
    public <T> Entry<T> as(Class<T> type) {
        return new Entry<>(id, groups.as(type), audience, rev, author, changedBy, changedAt, occurredAt, pending);
    }
}
