package org.tournee.server.sync;

import java.util.function.Function;
import org.tournee.mandate.MandateEnd;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.AudienceChange;
import org.tournee.sync.Command;
import org.tournee.sync.Operation;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.workflow.PreparedStep;

/** The steps that phones may ask for: each has a state machine of its own, found by the command's name. Rule: R-REC. */
final class Commands {

    private final Workspace workspace;
    private final Surroundings around;

    Commands(Workspace workspace, Surroundings around) {
        this.workspace = workspace;
        this.around = around;
    }

    /** Carries it out, or says why not. */
    Judgement carry(Operation operation, RecordKind kind) {
        Command command = Command.of(operation).orElse(null);
        if (command == null) {
            return Judgement.refused(ReturnReason.INVALID, "unreadable command");
        }
        if (operation.txCount() > 1) {
            return Judgement.refused(ReturnReason.INVALID, "a command stands alone");
        }
        return switch (command.name()) {
            case AudienceChange.NAME -> audience(operation, kind, command);
            case PreparedStep.NAME -> step(operation, kind, command);
            case MandateEnd.NAME -> end(operation, kind, command);
            default -> Judgement.refused(ReturnReason.INVALID, "no such command");
        };
    }

    private Judgement step(Operation operation, RecordKind kind, Command command) {
        PreparedStep step = PreparedStep.of(command).orElse(null);
        return step == null || kind != PreparedStep.KIND
                ? Judgement.refused(ReturnReason.COMMAND_ONLY, "no step that may be prepared")
                : new PreparedSteps(workspace, around, operation).carry(step);
    }

    private Judgement audience(Operation operation, RecordKind kind, Command command) {
        AudienceChange change = AudienceChange.of(command).orElse(null);
        if (change == null || !AudienceChange.isFor(kind)) {
            return Judgement.refused(ReturnReason.INVALID, "no such audience");
        }
        return named(operation, kind, row -> new Rehousing(workspace, around, operation, row).carry(change, kind));
    }

    private Judgement end(Operation operation, RecordKind kind, Command command) {
        MandateEnd end = MandateEnd.of(command).orElse(null);
        return end == null || kind != RecordKind.MANDATE
                ? Judgement.refused(ReturnReason.INVALID, "no end of a mandate")
                : named(operation, kind, row -> new MandateEnds(workspace, around, operation, row).carry(end));
    }

    /** What is asked for on the record that the operation names, where that is there. */
    private Judgement named(Operation operation, RecordKind kind, Function<RecordRow, Judgement> then) {
        RecordRow row = workspace.record(operation.recordId());
        if (row == null) {
            return Judgement.missing(around, operation);
        }
        if (!operation.dossierId().equals(row.dossier()) || !row.kind().equals(kind.code())) {
            return Judgement.refused(ReturnReason.UNKNOWN_RECORD, "the record is of another dossier or kind");
        }
        return then.apply(row);
    }
}
