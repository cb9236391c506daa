package org.tournee.server.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.Wire;

/**
 * Writes a {@link org.tournee.sync.FeedRow} as its line, around the opened bytes of the groups as they were stored: they
 * are neither parsed nor copied into text.
 */
public final class FeedLine {

    private static final byte[] NO_GROUPS = {'{', '}'};

    private final OutputStream out;

    FeedLine(OutputStream out) {
        this.out = out;
    }

    /** Everything of a row but its groups. */
    public record Head(
            String bucket,
            long position,
            UUID id,
            String kind,
            long rev,
            @Nullable UUID author,
            @Nullable UUID changedBy,
            Instant changedAt,
            @Nullable Instant occurredAt,
            boolean deleted) {}

    /** Adds the line of a row. {@code groups} is not looked at where the row is deleted. */
    void add(Head row, byte[] groups) throws IOException {
        StringBuilder text = new StringBuilder(400);
        text.append("{\"bucket\":\"").append(row.bucket());
        text.append("\",\"position\":").append(row.position());
        text.append(",\"id\":\"").append(row.id());
        text.append("\",\"kind\":").append(Wire.json(row.kind()));
        text.append(",\"rev\":").append(row.rev());
        quoted(text, "author", row.author());
        quoted(text, "changed_by", row.changedBy());
        quoted(text, "changed_at", row.changedAt());
        quoted(text, "occurred_at", row.occurredAt());
        text.append(",\"deleted\":").append(row.deleted()).append(",\"groups\":");
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.write(row.deleted() ? NO_GROUPS : groups);
        out.write('}');
        out.write('\n');
    }

    /** Ids and instants need no escaping. */
    private static void quoted(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(",\"").append(name).append("\":\"").append(value).append('"');
        }
    }
}
