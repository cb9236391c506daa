package org.tournee.server.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.request.HandlingMerge;
import org.tournee.request.Request;
import org.tournee.server.store.RecordRow;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ThreeWayMerge;
import org.tournee.sync.Wire;

/** Takes the steps of an operation on a request, on what stands: M13 of {@code docs/sync.md}. Rules: R-REQ, R-REC. */
final class RequestSteps {

    private static final HandlingMerge.Result NO_STEPS = new HandlingMerge.Corrected();

    private RequestSteps() {}

    /** Whether that group of that kind is written by steps. */
    static boolean isOfSteps(RecordKind kind, String group) {
        return kind == RecordKind.REQUEST && group.equals(Request.Handling.GROUP);
    }

    /** What becomes of its steps; where there are none, or they cannot be read, it merges as any other value. */
    static HandlingMerge.Result on(RecordRow existing, Operation operation) {
        GroupChange change = operation.groups().get(Request.Handling.GROUP);
        if (change == null || !existing.kind().equals(RecordKind.REQUEST.code())) {
            return NO_STEPS;
        }
        try {
            return HandlingMerge.of(
                    handling(change.base()),
                    handling(change.value()),
                    existing.groups().as(Request.class));
        } catch (MalformedException e) {
            return NO_STEPS; // the rules of its kind return it
        }
    }

    private static Request.Handling handling(@Nullable String json) {
        return json == null ? Request.Handling.NONE : Wire.read(Request.Handling.class, json);
    }

    /** The changes of the operation, its steps beside those of others. */
    static Map<String, GroupChange> standing(Operation operation, HandlingMerge.Stands stands) {
        Map<String, GroupChange> changes = new HashMap<>(operation.groups());
        changes.computeIfPresent(
                Request.Handling.GROUP,
                (group, change) -> new GroupChange(change.base(), Wire.json(stands.handling())));
        return changes;
    }

    /** Whether the handling stands; empty where its values decide. */
    static Optional<ThreeWayMerge.Result> merged(HandlingMerge.Result steps, RecordRow existing, GroupChange change) {
        return switch (steps) {
            case HandlingMerge.Stands stands ->
                Optional.of(
                        Groups.sameValue(existing.groups().get(Request.Handling.GROUP), change.value())
                                ? ThreeWayMerge.Result.SAME
                                : ThreeWayMerge.Result.APPLY);
            case HandlingMerge.Differs differs -> Optional.of(ThreeWayMerge.Result.CONFLICT);
            case HandlingMerge.Refused refused -> Optional.empty();
            case HandlingMerge.Corrected corrected -> Optional.empty();
        };
    }
}
