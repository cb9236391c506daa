package org.tournee.sync;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * Which of the operations asked for are proven held: those under whose number the server holds the very bytes.
 *
 * @param durableOpSeq the last operation of the stream that a restore of the server cannot lose
 * @param held what became of each of them
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record HeldAnswer(long durableOpSeq, List<Outcome> held) {

    public HeldAnswer {
        held = List.copyOf(held);
    }
}
