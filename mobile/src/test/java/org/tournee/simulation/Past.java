package org.tournee.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.sync.Audience;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.StreamId;

/** A record and all that ever happened to it. */
final class Past {

    /** Somebody wrote a group, or {@code *} for the record as a whole. */
    record Write(long rev, String group, StreamId by) {}

    final RecordId id;
    final String kind;
    final Map<String, String> values = new LinkedHashMap<>();
    private final List<Write> writes = new ArrayList<>();
    Map<String, String> first = Map.of();

    @Nullable
    StreamId maker;

    Audience audience = Audience.SERVICE;

    @Nullable
    DossierId dossier;
    /** The dossier that its author wrote it for, whatever that one was merged into. */
    @Nullable
    DossierId madeFor;

    long rev = 1;
    boolean deleted;
    /** Of a document, whether the service said that it holds it. */
    boolean held;

    Past(RecordId id, String kind) {
        this.id = id;
        this.kind = kind;
    }

    /** The next revision is written by somebody, who wrote that group. */
    void write(String group, @Nullable String value, StreamId by) {
        rev++;
        writeAgain(group, value, by);
    }

    /** Another group of the same revision. */
    void writeAgain(String group, @Nullable String value, StreamId by) {
        put(group, value);
        writes.add(new Write(rev, group, by));
    }

    /** A revision that no group tells: a deletion, another audience. */
    void mark(String group, StreamId by) {
        rev++;
        writes.add(new Write(rev, group, by));
    }

    /** Without telling who. */
    void put(String group, @Nullable String value) {
        if (value == null) {
            values.remove(group);
        } else {
            values.put(group, value);
        }
    }

    /** All of it is another one by now; null where it is deleted. */
    void replace(@Nullable Groups by, StreamId author) {
        deleted = by == null;
        if (by != null) {
            values.clear();
            values.putAll(by.byName());
        }
        values.keySet().forEach(group -> writes.add(new Write(rev, group, author)));
    }

    /** Nothing of it can be read any more. */
    void erase() {
        rev += values.isEmpty() ? 0 : 1;
        values.clear();
        writes.clear();
        deleted = true;
    }

    boolean othersWrote(@Nullable String group, long after, StreamId but) {
        return writes.stream()
                .anyMatch(write -> (group == null || write.group().equals(group))
                        && write.rev() > after
                        && !write.by().equals(but));
    }

    /** Whether any group is still as that stream wrote it: else a base of 0 says nothing (M4). */
    boolean isAnyOf(StreamId stream) {
        Map<String, StreamId> last = new HashMap<>();
        writes.forEach(write -> last.put(write.group(), write.by()));
        return last.containsValue(stream);
    }

    @Nullable
    Write lastOf(String group) {
        return writes.stream()
                .filter(write -> write.group().equals(group))
                .reduce((one, later) -> later)
                .orElse(null);
    }

    String json() {
        return new Groups(values).json();
    }
}
