package org.tournee.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step from one schema to the next: some members of a field group become a group of their own, since people write them
 * apart. Works on what is written alone, and changes nothing that is written as after the split.
 *
 * @param from the last schema that knows the group undivided
 * @param kind the code of the kind whose group it is
 * @param group keeps its name and its other members
 * @param part the new group
 * @param moved the members that go into it; the older schema always wrote them
 */
record GroupSplit(int from, String kind, String group, String part, List<Moved> moved) {

    /**
     * A member that goes into the new group.
     *
     * @param before its name until then
     * @param after its name in the new group
     * @param nothing the JSON value that an older app reads where the new group has none
     */
    record Moved(String before, String after, String nothing) {}

    /** A record's contents, as after the split. */
    Groups lift(Groups groups) {
        String value = groups.get(group);
        return isUndivided(value) ? groups.with(group, rest(value)).with(part, taken(value, Map.of())) : groups;
    }

    /** A record's contents, as before the split. */
    Groups lower(Groups groups) {
        Map<String, String> whole = members(groups.get(group));
        Groups without = groups.with(part, null);
        if (whole.isEmpty()) {
            return without;
        }
        Map<String, String> divided = members(groups.get(part));
        moved.forEach(member -> whole.put(member.before(), divided.getOrDefault(member.after(), member.nothing())));
        return without.with(group, new Groups(whole).json());
    }

    /**
     * Changes, as after the split: of the two groups, those that differ.
     *
     * @param current the record, as after the split: what its new group has beyond the members moved is none of the
     *     author's words, and stays
     */
    Map<String, GroupChange> lift(Map<String, GroupChange> changes, Groups current) {
        GroupChange whole = changes.get(group);
        if (whole == null || !(isUndivided(whole.base()) || isUndivided(whole.value()))) {
            return changes;
        }
        Map<String, String> unknown = members(current.get(part));
        moved.forEach(member -> unknown.remove(member.after()));
        Map<String, GroupChange> lifted = new LinkedHashMap<>(changes);
        put(lifted, group, new GroupChange(rest(whole.base()), rest(whole.value())));
        put(lifted, part, new GroupChange(taken(whole.base(), unknown), taken(whole.value(), unknown)));
        return lifted;
    }

    private static void put(Map<String, GroupChange> changes, String name, GroupChange change) {
        if (Groups.sameValue(change.base(), change.value())) {
            changes.remove(name);
        } else {
            changes.put(name, change);
        }
    }

    private boolean isUndivided(@Nullable String value) {
        Map<String, String> members = members(value);
        return moved.stream().anyMatch(member -> members.containsKey(member.before()));
    }

    private @Nullable String rest(@Nullable String value) {
        Map<String, String> members = members(value);
        moved.forEach(member -> members.remove(member.before()));
        return value == null ? null : new Groups(members).json();
    }

    private @Nullable String taken(@Nullable String value, Map<String, String> unknown) {
        if (value == null) {
            return null;
        }
        Map<String, String> members = members(value);
        Map<String, String> taken = new LinkedHashMap<>();
        for (Moved member : moved) {
            String json = members.get(member.before());
            if (json != null) {
                taken.put(member.after(), json);
            }
        }
        taken.putAll(unknown);
        return new Groups(taken).json();
    }

    /** None where the value is no object: it stays what it is, and the rules of its kind refuse it. */
    private static Map<String, String> members(@Nullable String value) {
        return value == null || !value.startsWith("{")
                ? new LinkedHashMap<>()
                : new LinkedHashMap<>(Groups.parse(value).byName());
    }
}
