package org.tournee.sync;

import java.util.LinkedHashMap;
import java.util.Map;

/** A record as the server would keep it, for the tests of the merge: values, writers, one revision a change. */
final class MergedRecord {

    /** What every group says at revision 1, which everybody pulled. */
    static final String STARTING_VALUE = "\"as it was\"";

    private static final StreamId MAKER = new StreamId(new java.util.UUID(1, 9));

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, GroupWriters> writers = new LinkedHashMap<>();
    private long rev = 1;

    static MergedRecord start() {
        MergedRecord merged = new MergedRecord();
        for (String group : new String[] {"address", "reachability", "household", "situation"}) {
            merged.values.put(group, STARTING_VALUE);
            merged.writers.put(group, GroupWriters.NONE.writtenBy(MAKER, 1));
        }
        return merged;
    }

    Map<String, String> values() {
        return values;
    }

    /** Merges one change made on revision {@code baseRev}, whose groups all said the starting value; true for a conflict. */
    boolean apply(StreamId author, long baseRev, Map<String, String> changes) {
        long next = rev + 1;
        boolean conflict = false;
        boolean written = false;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            String group = change.getKey();
            ThreeWayMerge.Result result = ThreeWayMerge.merge(
                    new ThreeWayMerge.Current(values.get(group), writers.get(group), rev),
                    new GroupChange(STARTING_VALUE, change.getValue()),
                    baseRev,
                    author,
                    true);
            if (result == ThreeWayMerge.Result.APPLY) {
                values.put(group, change.getValue());
                writers.put(group, writers.get(group).writtenBy(author, next));
                written = true;
            }
            conflict |= result == ThreeWayMerge.Result.CONFLICT;
        }
        rev = written ? next : rev;
        return conflict;
    }
}
