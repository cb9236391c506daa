package org.tournee.sync;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.tournee.dossier.DossierId;
import org.tournee.identity.TypedId;
import org.tournee.organisation.OrganisationId;
import org.tournee.organisation.PermanenceId;
import org.tournee.organisation.SiteId;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.TerritoryId;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;

/** JSON as it travels and is stored: adapters made at compile time, ids as bare strings, unknown members passed over. */
public final class Wire {

    private static final Jsonb JSONB = Jsonb.builder()
            .add(Instant.class, new TextAdapter<>(InstantText::parse, Instant::toString).nullSafe())
            .add(BucketId.class, new TextAdapter<>(BucketId::new, BucketId::value))
            .add(Checksum.class, new TextAdapter<>(Checksum::parse, Checksum::text))
            .add(OrganisationId.class, id(OrganisationId::new))
            .add(SiteId.class, id(SiteId::new))
            .add(TeamId.class, id(TeamId::new))
            .add(TerritoryId.class, id(TerritoryId::new))
            .add(PermanenceId.class, id(PermanenceId::new))
            .add(WorkerId.class, id(WorkerId::new))
            .add(PersonId.class, id(PersonId::new))
            .add(DossierId.class, id(DossierId::new))
            .add(StreamId.class, id(StreamId::new))
            .add(RecordId.class, id(RecordId::new))
            .add(TxId.class, id(TxId::new))
            .build();

    private Wire() {}

    /** The compact JSON of a wire type or of a record's groups: one line. */
    public static String json(Object value) {
        return JSONB.toJson(value);
    }

    /** The compact JSON of one case of a sealed type, which says which case it is. */
    public static <T> String json(Class<T> type, T value) {
        return JSONB.type(type).toJson(value);
    }

    /**
     * Reads a value.
     *
     * @throws MalformedException when the text is not such a value
     */
    public static <T> T read(Class<T> type, String json) {
        return read(type, json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a value from UTF-8.
     *
     * @throws MalformedException when the bytes are not such a value
     */
    public static <T> T read(Class<T> type, byte[] utf8) {
        JsonShape.check(utf8);
        return reading(type, () -> JSONB.type(type).fromJson(utf8));
    }

    static JsonReader reader(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        JsonShape.check(utf8);
        return JSONB.reader(utf8);
    }

    /** The tree of a JSON value: maps, lists, strings, numbers, booleans and null. */
    static Object tree(String json) {
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        JsonShape.check(utf8);
        return JSONB.type(Object.class).fromJson(utf8);
    }

    private static <T> T reading(Class<T> type, java.util.function.Supplier<T> read) {
        try {
            T value = read.get();
            if (value == null) {
                throw new MalformedException("Empty " + type.getSimpleName());
            }
            return value;
        } catch (JsonException
                | DateTimeException
                | IllegalArgumentException
                | IllegalStateException
                | NullPointerException e) {
            throw new MalformedException("Unreadable " + type.getSimpleName(), e);
        }
    }

    private static <T extends TypedId> JsonAdapter<T> id(Function<UUID, T> make) {
        return new TextAdapter<>(
                text -> make.apply(UUID.fromString(text)), id -> id.value().toString());
    }

    private record TextAdapter<T>(Function<String, T> parse, Function<T, String> print) implements JsonAdapter<T> {

        @Override
        public void toJson(JsonWriter writer, T value) {
            if (value == null) {
                writer.nullValue();
            } else {
                writer.value(print.apply(value));
            }
        }

        @Override
        public T fromJson(JsonReader reader) {
            return parse.apply(reader.readString());
        }
    }
}
