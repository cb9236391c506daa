package org.tournee.sync;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a record as JSON, cut into its field groups: a JSON object whose members are the groups.
 *
 * <p>Values stay text, so that a group which this version does not know is kept whole.
 *
 * @param byName the JSON value of each group, in the order written; never null values
 */
public record Groups(Map<String, String> byName) {

    public static final Groups NONE = new Groups(Map.of());

    public Groups {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * Cuts a JSON object into its members; members that are {@code null} are left out.
     *
     * @throws MalformedException when the text is not a JSON object
     */
    public static Groups parse(String json) {
        Map<String, String> members = new LinkedHashMap<>();
        try (JsonReader reader = Wire.reader(json)) {
            reader.beginObject();
            while (reader.hasNextField()) {
                String name = reader.nextField();
                String value = reader.readRaw();
                if (!"null".equals(value)) {
                    members.put(name, value);
                }
            }
            reader.endObject();
        } catch (JsonException | IllegalStateException e) {
            throw new MalformedException("Unreadable groups", e);
        }
        return new Groups(members);
    }

    /** The groups of a typed record, such as a {@link org.tournee.contact.Contact}. */
    public static Groups of(Object typed) {
        return parse(Wire.json(typed));
    }

    /**
     * The typed record.
     *
     * @throws MalformedException when the groups are not those of such a record
     */
    public <T> T as(Class<T> type) {
        return Wire.read(type, json());
    }

    public @Nullable String get(String group) {
        return byName.get(group);
    }

    /** The groups with one value replaced, or taken away where {@code value} is null. */
    public Groups with(String group, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(byName);
        if (value == null) {
            changed.remove(group);
        } else {
            changed.put(group, value);
        }
        return new Groups(changed);
    }

    /** The compact JSON object. */
    public String json() {
        StringBuilder json = new StringBuilder("{");
        byName.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append(Wire.json(name)).append(':').append(value);
        });
        return json.append('}').toString();
    }

    /** What turns {@code before} into these groups: only the groups that differ. */
    public Map<String, GroupChange> changesSince(Groups before) {
        Map<String, GroupChange> changes = new LinkedHashMap<>();
        byName.forEach((name, value) -> {
            String base = before.get(name);
            if (!sameValue(base, value)) {
                changes.put(name, new GroupChange(base, value));
            }
        });
        before.byName.forEach((name, base) -> {
            if (!byName.containsKey(name)) {
                changes.put(name, new GroupChange(base, null));
            }
        });
        return changes;
    }

    /** Whether two JSON values mean the same, however they are written; null is no value. */
    public static boolean sameValue(@Nullable String one, @Nullable String other) {
        if (Objects.equals(one, other)) {
            return true;
        }
        return one != null && other != null && Objects.equals(Wire.tree(one), Wire.tree(other));
    }
}
