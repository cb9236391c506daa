package org.tournee.server.sync;

import java.util.List;
import java.util.Map;
import org.tournee.access.Act;
import org.tournee.access.Subject;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.GroupStamp;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Audience;
import org.tournee.sync.AudienceChange;
import org.tournee.sync.BucketId;
import org.tournee.sync.Conflict;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;

/**
 * Gives a record another audience: it leaves one bucket and enters the other, with its conflicts, open and settled. The
 * case is M12 of {@code docs/sync.md}. Rules: R-SHARE, R-REC.
 */
final class Rehousing {

    private final Workspace workspace;
    private final Surroundings around;
    private final Operation operation;
    private final RecordRow row;

    Rehousing(Workspace workspace, Surroundings around, Operation operation, RecordRow row) {
        this.workspace = workspace;
        this.around = around;
        this.operation = operation;
        this.row = row;
    }

    Judgement carry(AudienceChange change, RecordKind kind) {
        boolean ofOwn = around.author().equals(row.author());
        if (!around.allows(operation, Act.SET_AUDIENCE, Subject.record(kind, row.audience()), ofOwn)) {
            return Judgement.refused(ReturnReason.NOT_ALLOWED, "no right to say who reads it");
        }
        if (row.deleted()) {
            return Judgement.stale("the record is deleted");
        }
        if (row.audience() == change.asked()) {
            return Judgement.effect(Verdict.APPLIED, row);
        }
        if (change.widens() && !sawAll()) {
            return Judgement.stale("it was written to meanwhile");
        }
        WorkerId author = row.author();
        if (author == null) {
            return Judgement.refused(ReturnReason.INVALID, "the record has no author");
        }
        return move(change.asked(), author);
    }

    private Judgement move(Audience audience, WorkerId author) {
        BucketId to = BucketId.of(operation.dossierId(), audience, author);
        RecordRow moved = workspace.move(row.inBucket(to, around.author(), workspace.at(), stamps()), row.bucket());
        for (RecordRow conflict : conflicts()) {
            RecordRow along = workspace.move(
                    conflict.inBucket(to, conflict.changedBy(), workspace.at(), conflict.stamps()), conflict.bucket());
            Conflict about = along.groups().as(Conflict.class);
            if (about.state().open()) {
                workspace.openConflict(
                        new Workspace.Field(row.id(), about.subject().group()), along);
            }
        }
        return Judgement.effect(Verdict.APPLIED, moved);
    }

    /** Nobody shows to more people what they did not see themselves. */
    private boolean sawAll() {
        boolean known = operation.epoch().equals(around.epoch()) && operation.baseRev() <= row.rev();
        boolean written = row.stamps().values().stream()
                .anyMatch(stamp -> stamp.writers().wroteAfter(operation.baseRev(), operation.streamId()));
        return known && !written && conflicts().stream().noneMatch(Rehousing::isOpen);
    }

    private static boolean isOpen(RecordRow conflict) {
        return conflict.groups().as(Conflict.class).state().open();
    }

    private List<RecordRow> conflicts() {
        return workspace.conflictsAbout(row.id());
    }

    /** A deletion, or another change of audience, by somebody who did not see this one meets it. */
    private Map<String, GroupStamp> stamps() {
        return row.stampedBy(AudienceChange.NAME, operation, around.author(), workspace.at());
    }
}
