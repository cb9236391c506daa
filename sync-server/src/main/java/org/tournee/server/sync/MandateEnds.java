package org.tournee.server.sync;

import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.server.conflict.ConflictBook;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.Wire;

/** Ends a mandate where it ends as its author saw: M14 of {@code docs/sync.md}. Rules: R-MAN, R-REC. */
final class MandateEnds {

    private final Workspace workspace;
    private final Surroundings around;
    private final Operation operation;
    private final RecordRow row;

    MandateEnds(Workspace workspace, Surroundings around, Operation operation, RecordRow row) {
        this.workspace = workspace;
        this.around = around;
        this.operation = operation;
        this.row = row;
    }

    Judgement carry(MandateEnd end) {
        boolean ofOwn = around.author().equals(row.author());
        Subject subject = Subject.record(RecordKind.MANDATE, row.audience());
        if (!around.allows(operation, Act.CHANGE, subject, ofOwn)) {
            return Judgement.refused(ReturnReason.NOT_ALLOWED, "no right to end it");
        }
        if (row.deleted()) {
            return Judgement.stale("the mandate is deleted");
        }
        Mandate now = row.groups().as(Mandate.class);
        return switch (end.carry(now)) {
            case MandateEnd.Stale stale -> Judgement.stale("it has another end by now");
            case MandateEnd.Refused refused ->
                Judgement.refused(ReturnReason.REFUSED_STEP, refused.reason().name());
            case MandateEnd.Ended ended ->
                ended.mandate().equals(now) ? Judgement.effect(Verdict.APPLIED, row) : write(ended.mandate());
        };
    }

    private Judgement write(Mandate ended) {
        String term = Wire.json(ended.term());
        RecordRow written = workspace.put(row.revised(
                around.author(),
                workspace.at(),
                operation.occurredAt(),
                false,
                row.stampedBy(MandateEnd.GROUP, operation, around.author(), workspace.at()),
                row.groups().with(MandateEnd.GROUP, term)));
        new ConflictBook(workspace, operation, around.author()).moveOn(written, MandateEnd.GROUP, term);
        return Judgement.effect(Verdict.APPLIED, written);
    }
}
