package org.tournee.server.sync;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.server.audit.AuditEntry;
import org.tournee.server.store.RecordRow;
import org.tournee.server.store.Workspace;
import org.tournee.sync.Action;
import org.tournee.sync.Limits;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.ReturnReason;

/** Takes in one transaction of a phone: all of it takes effect, or all of it comes back. Rule: R-REC. */
final class GroupJudge {

    private final Workspace workspace;
    private final Surroundings around;

    GroupJudge(Workspace workspace, Surroundings around) {
        this.workspace = workspace;
        this.around = around;
    }

    /** The outcomes of its lines, in their order. */
    List<Outcome> take(TxGroup group) {
        int mark = workspace.mark();
        Map<Line, Judgement.Refused> refused = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        if (group.whole() && size(group) <= Limits.TX_BYTES) {
            Judge judge = new Judge(workspace, around);
            for (Line line : group.lines()) {
                Judgement judgement = judgement(judge, line);
                switch (judgement) {
                    case Judgement.Effect effect ->
                        outcomes.add(
                                new Outcome(line.opSeq(), effect.verdict(), null, effect.bucket(), effect.position()));
                    case Judgement.Refused refusal -> refused.put(line, refusal);
                }
            }
        } else {
            blame(group, refused);
        }
        if (refused.isEmpty()) {
            audit(group, outcomes);
            return outcomes;
        }
        workspace.backTo(mark);
        return giveBack(group, refused);
    }

    /** Everything comes back: it made the server fail more than once. */
    List<Outcome> giveBack(TxGroup group) {
        Map<Line, Judgement.Refused> refused = new LinkedHashMap<>();
        group.lines().forEach(line -> refused.put(line, unprocessable("it makes the server fail")));
        return giveBack(group, refused);
    }

    private static Judgement judgement(Judge judge, Line line) {
        Operation operation = line.operation();
        return operation == null ? unprocessable("unreadable, or too large") : judge.judge(operation);
    }

    private List<Outcome> giveBack(TxGroup group, Map<Line, Judgement.Refused> refused) {
        ReturnedChanges returned = new ReturnedChanges(workspace, around);
        List<Outcome> outcomes = new ArrayList<>();
        for (Line line : group.lines()) {
            Judgement.Refused refusal = refused.get(line);
            Judgement.Refused reason = refusal == null
                    ? new Judgement.Refused(ReturnReason.TOGETHER_WITH, "saved together with another that came back")
                    : refusal;
            RecordRow row = returned.keep(line, reason);
            Operation operation = line.operation();
            if (operation != null && operation.action() == Action.CREATE) {
                around.returnedCreations().add(operation.recordId());
            }
            Verdict verdict = reason.reason() == ReturnReason.STALE ? Verdict.STALE_COMMAND : Verdict.RETURNED;
            outcomes.add(new Outcome(line.opSeq(), verdict, reason.reason(), row.bucket(), row.position()));
        }
        audit(group, outcomes);
        return outcomes;
    }

    /** Where lines do not fit together, those that cannot be read are to blame, or all of them. */
    private static void blame(TxGroup group, Map<Line, Judgement.Refused> refused) {
        for (Line line : group.lines()) {
            if (line.operation() == null) {
                refused.put(line, unprocessable("unreadable, or too large"));
            }
        }
        if (refused.isEmpty()) {
            group.lines().forEach(line -> refused.put(line, unprocessable("not a whole transaction, or too large")));
        }
    }

    private void audit(TxGroup group, List<Outcome> outcomes) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        outcomes.forEach(outcome -> verdicts.merge(outcome.verdict(), 1, Integer::sum));
        Set<@Nullable DossierId> dossiers = new LinkedHashSet<>();
        boolean settles = false;
        for (Line line : group.lines()) {
            Operation operation = line.operation();
            boolean known = operation != null && around.isThere(operation.dossierId(), workspace);
            dossiers.add(known ? Objects.requireNonNull(operation).dossierId() : null);
            settles |= operation != null && operation.action() == Action.SETTLE;
        }
        boolean cameBack = verdicts.containsKey(Verdict.RETURNED) || verdicts.containsKey(Verdict.STALE_COMMAND);
        AuditEntry.Act act = cameBack ? AuditEntry.Act.RETURN : settles ? AuditEntry.Act.SETTLE : AuditEntry.Act.WRITE;
        for (DossierId dossier : dossiers) {
            workspace.audit(new AuditEntry(
                    workspace.at(),
                    around.author(),
                    around.stream().id(),
                    act,
                    dossier,
                    null,
                    "ops " + group.lines().get(0).opSeq() + "-" + group.lastOpSeq() + " " + verdicts));
        }
    }

    private static Judgement.Refused unprocessable(String detail) {
        return new Judgement.Refused(ReturnReason.UNPROCESSABLE, detail);
    }

    private static long size(TxGroup group) {
        return group.lines().stream().mapToLong(line -> line.bytes().length).sum();
    }
}
