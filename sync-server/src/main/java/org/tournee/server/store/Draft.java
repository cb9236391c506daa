package org.tournee.server.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * A record that the server itself writes.
 *
 * @param dossier null for reference data, which is not sealed
 */
public record Draft(RecordId id, RecordKind kind, @Nullable DossierId dossier, BucketId bucket, Groups groups) {

    @Nullable
    UUID keyOwner() {
        return dossier == null ? null : dossier.value();
    }
}
