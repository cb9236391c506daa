package org.tournee.mobile.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;

/** Carries the members that this version does not know from the value that was there into the value that replaces it. */
final class KeptMembers {

    private KeptMembers() {}

    /**
     * The change as it is to be sent.
     *
     * @param change between two typed values, which lost what this version does not know
     * @param stored the group as the server sent it
     * @param understood the same, typed and written again
     */
    static GroupChange kept(GroupChange change, @Nullable String stored, @Nullable String understood) {
        if (stored == null || understood == null || !Groups.sameValue(change.base(), understood)) {
            return change; // what is stored now is not what the worker saw: the worker's base says what they saw
        }
        String value = change.value();
        return new GroupChange(stored, value == null ? null : merged(value, stored, understood));
    }

    private static String merged(String value, String stored, String understood) {
        Map<String, String> unknown = members(stored);
        unknown.keySet().removeAll(members(understood).keySet());
        if (unknown.isEmpty()) {
            return value;
        }
        Map<String, String> all = members(value);
        unknown.forEach(all::putIfAbsent);
        return new Groups(all).json();
    }

    private static Map<String, String> members(String json) {
        try {
            return new LinkedHashMap<>(Groups.parse(json).byName());
        } catch (MalformedException e) {
            return new LinkedHashMap<>(); // not an object: it has no members to keep
        }
    }
}
