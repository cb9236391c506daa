package org.tournee.sync;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a record as JSON, cut into its field groups: a JSON object whose members are the groups. Never changed,
 * and equal to others that say the same in the same words.
 *
 * <p>Values stay text, so that a group which this version does not know is kept whole. What is made of them, text or
 * typed record, is made once: checks, facts and checksums all ask for it.
 */
public final class Groups {

    public static final Groups NONE = new Groups(Map.of());

    private volatile @Nullable Map<String, String> members;
    private volatile @Nullable String json;
    private volatile @Nullable Object typed;

    /** @param byName the JSON value of each group, in the order written; never null values */
    public Groups(Map<String, String> byName) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    private Groups(String json) {
        this.json = json;
    }

    /**
     * Those that the server wrote, as their text: cut only when somebody asks for one group, which a typed record does not.
     * A text that is no object has no groups, and cannot be typed.
     */
    public static Groups received(String json) {
        return new Groups(json);
    }

    /** The JSON value of each group, in the order written. */
    public Map<String, String> byName() {
        Map<String, String> known = members;
        if (known == null) {
            known = cut(json());
            members = known; // two threads may both cut it: the results are equal
        }
        return known;
    }

    private static Map<String, String> cut(String received) {
        try {
            return parse(received).byName();
        } catch (MalformedException e) {
            return Map.of();
        }
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
        Object known = typed;
        if (type.isInstance(known)) {
            return type.cast(known);
        }
        T read = Wire.read(type, json());
        typed = read; // two threads may both read it: the results are equal
        return read;
    }

    public @Nullable String get(String group) {
        return byName().get(group);
    }

    /** The groups with one value replaced, or taken away where {@code value} is null. */
    public Groups with(String group, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(byName());
        if (value == null) {
            changed.remove(group);
        } else {
            changed.put(group, value);
        }
        return new Groups(changed);
    }

    /** The groups with those changes written to them. */
    public Groups with(Map<String, GroupChange> changes) {
        Map<String, String> changed = new LinkedHashMap<>(byName());
        changes.forEach((group, change) -> {
            String value = change.value();
            if (value == null) {
                changed.remove(group);
            } else {
                changed.put(group, value);
            }
        });
        return new Groups(changed);
    }

    /** The compact JSON object. */
    public String json() {
        String known = json;
        if (known == null) {
            known = written();
            json = known;
        }
        return known;
    }

    private String written() {
        StringBuilder text = new StringBuilder(256).append('{');
        byName().forEach((name, value) -> {
            if (text.length() > 1) {
                text.append(',');
            }
            name(text, name);
            text.append(':').append(value);
        });
        return text.append('}').toString();
    }

    /** The names of groups are words: what else a name may hold is left to the writer. */
    private static void name(StringBuilder text, String name) {
        boolean plain = name.chars().allMatch(letter -> letter == '_' || (letter >= 'a' && letter <= 'z'));
        if (plain) {
            text.append('"').append(name).append('"');
        } else {
            text.append(Wire.json(name));
        }
    }

    /** What turns {@code before} into these groups: only the groups that differ. */
    public Map<String, GroupChange> changesSince(Groups before) {
        Map<String, GroupChange> changes = new LinkedHashMap<>();
        byName().forEach((name, value) -> {
            String base = before.get(name);
            if (!sameValue(base, value)) {
                changes.put(name, new GroupChange(base, value));
            }
        });
        before.byName().forEach((name, base) -> {
            if (!byName().containsKey(name)) {
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Groups groups && byName().equals(groups.byName());
    }

    @Override
    public int hashCode() {
        return byName().hashCode();
    }

    /** The names alone: what the groups say belongs into no log. */
    @Override
    public String toString() {
        return "Groups" + byName().keySet();
    }
}
