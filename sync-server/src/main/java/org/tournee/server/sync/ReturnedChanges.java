package org.tournee.server.sync;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.BucketId;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnedChange;

/** Keeps what came back to its author, in the author's own bucket, with the reason. Rule: R-REC. */
final class ReturnedChanges {

    private static final String NO_GROUPS = "{}";
    private static final String GROUPS = "groups";

    private final Workspace workspace;
    private final Surroundings around;

    ReturnedChanges(Workspace workspace, Surroundings around) {
        this.workspace = workspace;
        this.around = around;
    }

    /** Keeps one operation. */
    RecordRow keep(Line line, Judgement.Refused refused) {
        Operation operation = line.operation();
        DossierId dossier =
                operation != null && around.dossiers().contains(operation.dossierId()) ? operation.dossierId() : null;
        UUID keyOwner = dossier == null ? around.author().value() : dossier.value();
        ReturnedChange change = new ReturnedChange(
                origin(line, operation), new ReturnedChange.Refusal(refused.reason(), refused.detail()));
        return workspace.put(new RecordRow(
                workspace.newId(),
                RecordKind.RETURNED_CHANGE.code(),
                dossier,
                BucketId.worker(around.author()),
                0,
                1,
                around.author(),
                null,
                workspace.at(),
                operation == null ? null : Moments.plausible(operation.occurredAt()),
                false,
                Map.of(),
                keyOwner,
                Groups.of(change)));
    }

    private ReturnedChange.Origin origin(Line line, @Nullable Operation operation) {
        return new ReturnedChange.Origin(
                around.stream().id(),
                line.opSeq(),
                operation == null ? null : operation.kind(),
                operation == null ? null : operation.recordId(),
                operation == null ? null : operation.dossierId(),
                operation == null ? null : operation.occurredAt(),
                operation == null ? null : operation.action(),
                operation == null ? null : operation.audience(),
                groups(line));
    }

    /** As sent, if they could be read; the bytes are in the log in any case. */
    private static String groups(Line line) {
        if (line.frame() == null) {
            return NO_GROUPS;
        }
        String sent =
                Groups.parse(new String(line.bytes(), StandardCharsets.UTF_8)).get(GROUPS);
        return sent == null || !sent.startsWith("{") ? NO_GROUPS : sent;
    }
}
