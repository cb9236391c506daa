package org.tournee.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The chain that brings what older apps wrote to the schema of today, for ever: pure functions, one step from each schema
 * to the next. Nothing that was written is written again: operations in the log, rows at rest and what waits on a phone
 * keep their bytes, and are lifted when they are read. Rule: R-REC. Source: docs/sync.md, Schema.
 */
public final class Schema {

    /**
     * 1 to 2: the documents that a right still wants are ticked off by whoever receives them, its day and whoever is
     * answerable are settled by somebody else. Rule: R-RDD. Source: 004 §2.1.2.
     */
    private static final List<GroupSplit> CHAIN = List.of(new GroupSplit(
            1,
            RecordKind.RIGHT_CHECK.code(),
            "follow_up",
            "documents",
            List.of(new GroupSplit.Moved("documents_missing", "missing", "[]"))));

    private Schema() {}

    /** What a record says, in the schema of today; the same object where it says so already. */
    public static Groups lift(String kind, Groups groups) {
        Groups lifted = groups;
        for (GroupSplit step : CHAIN) {
            lifted = step.kind().equals(kind) ? step.lift(lifted) : lifted;
        }
        return lifted;
    }

    /**
     * An operation in the schema of today; its bytes stay what they are.
     *
     * @param current the record, lifted; {@link Groups#NONE} for none
     */
    public static Operation lift(Operation operation, Groups current) {
        return operation.schema() >= Operation.SCHEMA
                ? operation
                : operation.saying(lift(operation.kind(), operation.groups(), current));
    }

    /** Changes of a record of which the schema is not known, in that of today: by what is written. */
    public static Map<String, GroupChange> lift(String kind, Map<String, GroupChange> changes, Groups current) {
        Map<String, GroupChange> lifted = changes;
        for (GroupSplit step : CHAIN) {
            lifted = step.kind().equals(kind) ? step.lift(lifted, current) : lifted;
        }
        return lifted;
    }

    /** Whether an operation uses a name that got its meaning only after its author's schema: it goes back to them. */
    public static boolean isMeantOtherwise(Operation operation) {
        return CHAIN.stream()
                .anyMatch(step -> operation.schema() <= step.from()
                        && step.kind().equals(operation.kind())
                        && operation.groups().containsKey(step.part()));
    }

    /** What a record says, as an app of that schema reads it. */
    public static Groups lower(String kind, Groups groups, int schema) {
        Groups lowered = lift(kind, groups);
        for (int at = CHAIN.size() - 1; at >= 0; at--) {
            GroupSplit step = CHAIN.get(at);
            lowered = step.from() >= schema && step.kind().equals(kind) ? step.lower(lowered) : lowered;
        }
        return lowered;
    }

    /** Whether any record of that kind reads otherwise to an app of that schema. */
    public static boolean differs(String kind, int schema) {
        return CHAIN.stream()
                .anyMatch(step -> step.from() >= schema && step.kind().equals(kind));
    }

    /** By group that the chain made of another, that other: who wrote it wrote both. */
    public static Map<String, String> origins(String kind) {
        Map<String, String> origins = new LinkedHashMap<>();
        CHAIN.stream().filter(step -> step.kind().equals(kind)).forEach(step -> origins.put(step.part(), step.group()));
        return origins;
    }
}
