package org.tournee.mobile.conflict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Messages;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/**
 * A field group's JSON as a person reads it: one line a field, its name and its value. Fields that this version does not
 * know are shown as they are: nothing may be settled unseen. Rule: R-REC.
 */
public final class GroupText {

    private final Messages messages;

    public GroupText(Messages messages) {
        this.messages = messages;
    }

    /**
     * One field.
     *
     * @param field its name on the wire
     * @param name as people read it
     * @param value as people read it, empty for none
     * @param free whether the value is free text, that somebody may write anew
     */
    public record Line(String field, String name, String value, boolean free) {}

    /** The fields of a group; none where the author took the group away. */
    public List<Line> lines(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        members(json).forEach((field, raw) -> add(lines, field, raw));
        return lines;
    }

    /** A record as a whole has its groups one level deeper: each of their fields is a line that nobody writes anew. */
    private void add(List<Line> lines, String field, String raw) {
        if (!raw.startsWith("{")) {
            lines.add(line(field, raw));
            return;
        }
        for (Line inner : lines(raw)) {
            lines.add(new Line(field + "." + inner.field(), inner.name(), inner.value(), false));
        }
    }

    /** The group with the values of some free fields replaced. */
    public static String with(@Nullable String json, Map<String, String> written) {
        Groups groups = json == null ? Groups.NONE : Groups.parse(json);
        for (Map.Entry<String, String> field : written.entrySet()) {
            groups = groups.with(field.getKey(), Wire.json(field.getValue()));
        }
        return groups.json();
    }

    private static Map<String, String> members(String json) {
        try {
            return Groups.parse(json).byName();
        } catch (MalformedException e) {
            return new LinkedHashMap<>(Map.of("value", json)); // not an object: shown as it is
        }
    }

    private Line line(String field, String raw) {
        String name = known("field." + field, field.replace('_', ' '));
        if (!raw.startsWith("\"")) {
            return new Line(field, name, plain(raw), false);
        }
        String text = String.valueOf(Wire.read(Object.class, raw));
        String constant = known("value." + text, "");
        boolean free = constant.isEmpty() && !text.matches("[A-Z_]+|\\d{4}-\\d{2}-\\d{2}.*|[0-9a-f-]{36}");
        return new Line(field, name, constant.isEmpty() ? text : constant, free);
    }

    /** Numbers, truth values and lists. */
    private String plain(String raw) {
        if (raw.startsWith("[") && Wire.read(Object.class, raw) instanceof List<?> list) {
            List<String> parts = new ArrayList<>();
            for (Object part : list) {
                parts.add(known("value." + part, String.valueOf(part)));
            }
            return String.join(", ", parts);
        }
        return known("value." + raw, raw);
    }

    private String known(String key, String otherwise) {
        try {
            return messages.get(key);
        } catch (MissingResourceException e) {
            return otherwise; // a field or constant of a newer version
        }
    }
}
