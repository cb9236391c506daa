package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Objects;

/** A phone says that it holds nothing any more of what was withdrawn, once that is true. */
@Json(naming = Json.Naming.LowerUnderscore)
public record Acknowledgement(StreamId streamId, List<Withdrawal> withdrawn) {

    public Acknowledgement {
        Objects.requireNonNull(streamId, "streamId");
        withdrawn = List.copyOf(withdrawn);
    }
}
