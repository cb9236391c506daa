package org.tournee.sync;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value kept as its text.
 *
 * <p>The library's own raw values are written as ASCII: it keeps the low byte of each character and so loses accents.
 * Here each byte of the UTF-8 travels as one character, which that writing puts out unharmed.
 */
@CustomAdapter(global = false)
public final class RawJson implements JsonAdapter<@Nullable String> {

    /** As the code that is generated for the records calls it. */
    public RawJson(Jsonb jsonb) {}

    @Override
    public void toJson(JsonWriter writer, @Nullable String json) {
        if (json == null) {
            writer.nullValue();
        } else {
            writer.rawValue(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public @Nullable String fromJson(JsonReader reader) {
        String json = reader.readRaw().strip();
        return "null".equals(json) ? null : json;
    }
}
