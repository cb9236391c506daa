package org.tournee.mobile.returned;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.Schema;
import org.tournee.sync.Wire;

/** Reads what a returned change wrote. */
final class ReturnedGroups {

    private ReturnedGroups() {}

    /** The changed groups by name; none where the bytes cannot be read. */
    static Map<String, GroupChange> of(ReturnedChange.Origin origin) {
        Map<String, GroupChange> changes = new LinkedHashMap<>();
        try {
            Groups.parse(origin.groups())
                    .byName()
                    .forEach((name, json) -> changes.put(name, Wire.read(GroupChange.class, json)));
        } catch (MalformedException e) {
            return Map.of(); // said as unreadable; the service keeps its bytes
        }
        String kind = origin.kind();
        return kind == null ? changes : Schema.lift(kind, changes, Groups.NONE); // an earlier version may have made it
    }

    /** The groups of a record once the change is laid over them. */
    static Groups over(Groups before, ReturnedChange.Origin origin) {
        Groups groups = before;
        for (Map.Entry<String, GroupChange> change : of(origin).entrySet()) {
            groups = groups.with(change.getKey(), change.getValue().value());
        }
        return groups;
    }
}
