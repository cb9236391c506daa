package org.tournee.mobile.store;

import java.util.ArrayList;
import java.util.List;
import org.tournee.dossier.Entry;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnedChange;

/** Reads what came back to a worker out of their own bucket. */
final class ReturnedChanges {

    private ReturnedChanges() {}

    static List<Entry<ReturnedChange>> of(Holdings holdings, WorkerId worker) {
        List<Entry<ReturnedChange>> returned = new ArrayList<>();
        holdings.bucket(BucketId.worker(worker)).ifPresent(bucket -> {
            for (HeldRow held : bucket.all()) {
                FeedRow row = held.read();
                if (row.kind().equals(RecordKind.RETURNED_CHANGE.code())) {
                    returned.addAll(typed(row));
                }
            }
        });
        return returned;
    }

    private static List<Entry<ReturnedChange>> typed(FeedRow row) {
        try {
            return List.of(new Entry<>(
                    row.id(),
                    Groups.parse(row.groups()).as(ReturnedChange.class),
                    Audience.SERVICE,
                    row.rev(),
                    row.author(),
                    row.changedBy(),
                    row.changedAt(),
                    row.occurredAt(),
                    false));
        } catch (MalformedException e) {
            return List.of(); // of a newer version: kept in the store until this one can show it
        }
    }
}
