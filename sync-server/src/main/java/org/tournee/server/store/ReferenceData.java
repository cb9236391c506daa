package org.tournee.server.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tournee.server.database.Database;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What every phone of the organisation holds: profile, catalogue, workers, partners. */
@Singleton
public class ReferenceData {

    private final Database database;
    private final RecordWriter writer;

    ReferenceData(Database database, RecordWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /**
     * Writes records of the reference bucket: new ones, or a new revision of those that differ.
     *
     * @param typed by record id, records of that kind such as a {@link org.tournee.organisation.Worker}
     */
    public void publish(Actor actor, RecordKind kind, Map<RecordId, ?> typed, Instant at) {
        List<Draft> drafts = new ArrayList<>();
        typed.forEach((id, value) -> drafts.add(new Draft(id, kind, null, BucketId.REFERENCE, Groups.of(value))));
        database.write(connection -> {
            writer.write(connection, actor, drafts, List.of(), List.of(), at);
            return null;
        });
    }
}
