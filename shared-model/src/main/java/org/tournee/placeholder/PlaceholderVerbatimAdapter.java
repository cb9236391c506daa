package org.tournee.placeholder;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import org.jspecify.annotations.Nullable;

/**
 * Passes JSON text on as it came.
 *
 * <p>{@code @Json.Raw} reads well but cuts every character it writes to its low byte: "É" leaves as a byte that is no
 * UTF-8. The encoding chunk writes UTF-8 but would escape quotes, which the text holds as syntax; so ASCII goes by the
 * one and the rest by the other.
 */
@CustomAdapter(global = false)
public final class PlaceholderVerbatimAdapter implements JsonAdapter<String> {

    private final JsonAdapter<String> raw;

    public PlaceholderVerbatimAdapter(Jsonb jsonb) {
        raw = jsonb.rawAdapter();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable String json) {
        if (json == null) {
            writer.nullValue();
            return;
        }
        writer.rawChunkStart();
        int start = 0;
        while (start < json.length()) {
            boolean ascii = json.charAt(start) < 0x80;
            int end = start + 1;
            while (end < json.length() && (json.charAt(end) < 0x80) == ascii) {
                end++;
            }
            String run = json.substring(start, end);
            if (ascii) {
                writer.rawChunk(run);
            } else {
                writer.rawChunkEncode(run);
            }
            start = end;
        }
        writer.rawChunkEnd();
    }

    @Override
    public String fromJson(JsonReader reader) {
        return raw.fromJson(reader);
    }
}
