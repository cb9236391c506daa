package org.tournee.server.store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.GroupWriters;
import org.tournee.sync.Groups;
import org.tournee.sync.Wire;

/** The stamps of a record's groups, as the column {@code record.writers} holds them: one JSON object. */
final class StampCodec {

    private static final String EMPTY = "{}";
    private static final String WRITERS = "writers";
    private static final String BY = "by";
    private static final String RECEIVED = "received_at";
    private static final String OCCURRED = "occurred_at";

    private StampCodec() {}

    static String json(Map<String, GroupStamp> stamps) {
        if (stamps.isEmpty()) {
            return EMPTY;
        }
        Map<String, String> members = new LinkedHashMap<>();
        stamps.forEach((group, stamp) -> members.put(group, json(stamp)));
        return new Groups(members).json();
    }

    static Map<String, GroupStamp> read(String json) {
        if (EMPTY.equals(json)) {
            return Map.of();
        }
        Map<String, GroupStamp> stamps = new LinkedHashMap<>();
        Groups.parse(json).byName().forEach((group, stamp) -> stamps.put(group, stamp(Groups.parse(stamp))));
        return stamps;
    }

    private static String json(GroupStamp stamp) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(WRITERS, Wire.json(stamp.writers()));
        put(members, BY, stamp.by());
        put(members, RECEIVED, stamp.receivedAt());
        put(members, OCCURRED, stamp.occurredAt());
        return new Groups(members).json();
    }

    private static GroupStamp stamp(Groups members) {
        String writers = members.get(WRITERS);
        String by = text(members, BY);
        return new GroupStamp(
                writers == null ? GroupWriters.NONE : Wire.read(GroupWriters.class, writers),
                by == null ? null : new WorkerId(UUID.fromString(by)),
                instant(members, RECEIVED),
                instant(members, OCCURRED));
    }

    private static void put(Map<String, String> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, '"' + value.toString() + '"'); // ids and instants need no escaping
        }
    }

    private static @Nullable Instant instant(Groups members, String name) {
        String text = text(members, name);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String text(Groups members, String name) {
        String json = members.get(name);
        return json == null ? null : json.substring(1, json.length() - 1);
    }
}
