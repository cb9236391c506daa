package org.tournee.simulation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.server.store.RecordRow;
import org.tournee.server.sync.LedgerView.Logged;
import org.tournee.sync.Action;
import org.tournee.sync.BucketId;
import org.tournee.sync.Conflict;
import org.tournee.sync.DossierOpening;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;
import org.tournee.sync.StreamId;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentCommand;

/** What holds of everything that is committed on the server, after every step. */
final class ServerInvariants {

    private static final String STEP = "every step is legal, and one that came too late is not done";

    private final World world;
    private final Collection<RecordRow> beginning;
    private final Map<String, String> epochs = new HashMap<>();
    private Oracle oracle;
    private String epoch;
    private int restores;
    private final Map<BucketId, Long> heads = new HashMap<>();
    private final Map<RecordId, RecordRow> records = new HashMap<>();
    private final Map<StreamId, Long> ends = new HashMap<>();
    private final Set<String> effects = new HashSet<>();
    private final Set<DossierId> unopened = new HashSet<>();
    private final DocumentInvariants documents;
    private final Purges purges = new Purges();
    private final Custodies custodies = new Custodies();
    private int judged;
    private int decided;

    ServerInvariants(World world) {
        this.world = world;
        this.documents = new DocumentInvariants(world);
        this.epoch = world.service().view().epoch();
        this.beginning = world.service().view().records();
        this.oracle = oracle();
        world.server().onDocuments(this::noteCustody); // in a moment others may have written
    }

    private void noteCustody() {
        world.server()
                .database()
                .documents()
                .ifPresent(door -> custodies.note(
                        door.inCustody(), door.erased(), world.service().view().logged()));
    }

    private Oracle oracle() {
        return new Oracle(beginning, world.service().view()::families);
    }

    /** The server was set back: whatever it holds now is told from the beginning. */
    private void beginAgain() {
        restores = world.restores().count();
        world.server().takenByOld(); // it says nothing of what the log holds now
        epoch = world.service().view().epoch();
        oracle = oracle();
        judged = 0;
        decided = 0;
        heads.clear();
        records.clear();
        ends.clear();
        effects.clear();
        unopened.clear();
        epochs.keySet().removeAll(world.restores().takenAgain());
    }

    /** A server that was set back and does not know it: what it says does not count, but when it said it does. */
    void noteUnnoticed() {
        purges.note(world.service().view().records(), world.service().view().logged());
        noteCustody();
        noteEpochs();
    }

    /** In which epoch the server took in what it has: the oracle must know. What it lost may be taken in again. */
    private void noteEpochs() {
        String now = world.service().view().epoch();
        Set<String> there = new HashSet<>();
        world.service().view().log().forEach(logged -> there.add(logged.hash()));
        epochs.keySet().retainAll(there);
        world.service().view().log().forEach(logged -> epochs.putIfAbsent(logged.hash(), now));
    }

    /** Whether the server was set back since it was last looked at. */
    boolean missedARestore() {
        return restores != world.restores().count();
    }

    void check() {
        if (missedARestore()) {
            beginAgain();
        }
        anEpochEndsOnlyWhereTheServerWasSetBack();
        List<RecordRow> rows = world.service().view().records();
        headsAndRevisionsOnlyGrow(rows);
        List<Logged> log = world.service().view().log();
        purges.note(rows, log.size());
        noteCustody();
        oldInstancesTakeInNothingNewer(log);
        List<RecordRow> conflicts = rows.stream()
                .filter(row -> row.kind().equals(RecordKind.CONFLICT.code()) && !row.deleted())
                .toList();
        for (int each = judged; each < log.size(); each++) {
            tellDecisionsBefore(each);
            purges.tell(oracle, each);
            custodies.tell(oracle, each);
            Logged logged = log.get(each);
            isWhatWasSaved(logged);
            takesEffectAtMostOnce(logged);
            isJudgedAsTheOracleSays(logged, conflicts);
        }
        judged = log.size();
        tellDecisionsBefore(Integer.MAX_VALUE);
        noteEpochs();
        nothingOfAnErasedDossierIsLeft(rows, log);
        purges.tell(oracle, log.size());
        custodies.tell(oracle, log.size());
        recordsAreWhatTheOracleSays(rows);
        oracle.segments().agreesWith(rows);
        documents.check(rows);
        whatCameBackIsTold(rows, log);
        conflictsAreThoseOfTheOracle(conflicts);
        authorsOwnTheirStreams(conflicts);
    }

    private void oldInstancesTakeInNothingNewer(List<Logged> log) {
        for (SimulatedServer.TakenByOld taken : world.server().takenByOld()) {
            int upto = Math.min(taken.upto(), log.size()); // it may have been set back since
            for (int each = taken.from(); each < upto; each++) {
                Operation operation = log.get(each).operation();
                Violation.unless(
                        operation == null || operation.schema() <= taken.known(),
                        "an instance takes in nothing that a newer app wrote",
                        () -> operation.toString());
            }
        }
    }

    /** What the service decided before that operation was logged. */
    private void tellDecisionsBefore(int operation) {
        List<SimulatedServer.Decision> decisions = world.server().decisions();
        while (decided < decisions.size() && decisions.get(decided).after() <= operation) {
            decisions.get(decided++).meaning().accept(oracle);
        }
    }

    private void nothingOfAnErasedDossierIsLeft(List<RecordRow> rows, List<Logged> log) {
        String invariant = "after an erasure nothing of it can be read";
        Set<DossierId> erased = oracle.erased();
        if (erased.isEmpty()) {
            return;
        }
        for (RecordRow row : rows) {
            Violation.unless(
                    row.dossier() == null
                            || !erased.contains(row.dossier())
                            || (row.deleted() && row.groups().byName().isEmpty()),
                    invariant,
                    () -> row.kind() + " " + row.id());
        }
        for (Logged logged : log) {
            Violation.unless(
                    logged.operation() == null
                            || !erased.contains(logged.operation().dossierId()),
                    invariant,
                    () -> logged.stream() + " " + logged.opSeq());
        }
    }

    /** The dossiers that were erased. */
    Set<DossierId> erased() {
        return oracle.erased();
    }

    /** It costs every phone a whole fetch, and makes their revisions say nothing. */
    private void anEpochEndsOnlyWhereTheServerWasSetBack() {
        String now = world.service().view().epoch();
        Violation.unless(
                now.equals(epoch), "an epoch ends only where the server was set back", () -> epoch + " ended: " + now);
    }

    private void headsAndRevisionsOnlyGrow(List<RecordRow> rows) {
        String invariant = "heads, revisions and cursors only grow within an epoch";
        Map<BucketId, Long> now = world.service().view().heads();
        heads.forEach((bucket, head) -> Violation.unless(
                now.getOrDefault(bucket, 0L) >= head, invariant, () -> bucket + " fell below " + head));
        heads.putAll(now);
        Set<String> places = new HashSet<>();
        for (RecordRow row : rows) {
            RecordRow before = records.put(row.id(), row);
            boolean moved = before != null && !before.bucket().equals(row.bucket());
            boolean grew = before == null
                    || (!moved && before.rev() == row.rev() && before.position() == row.position())
                    || (before.rev() < row.rev() && (moved || before.position() < row.position()));
            Violation.unless(grew, invariant, () -> row.kind() + " " + row.id());
            Violation.unless(
                    places.add(row.bucket() + "|" + row.position()) && row.position() <= now.get(row.bucket()),
                    "a position is one row's alone, and no head is behind it",
                    () -> row.bucket() + " " + row.position());
        }
    }

    private void isWhatWasSaved(Logged logged) {
        Violation.unless(
                world.saved().operations().containsKey(logged.hash()),
                "the log holds what was saved, byte by byte",
                () -> logged.stream() + " " + logged.opSeq());
        long before = ends.getOrDefault(logged.stream(), 0L);
        Violation.unless(
                logged.opSeq() == before + 1, "the log of a stream has no gap", () -> before + " " + logged.opSeq());
        ends.put(logged.stream(), logged.opSeq());
    }

    private void takesEffectAtMostOnce(Logged logged) {
        Violation.unless(
                effects.add(logged.hash()), "each operation takes effect at most once", () -> "" + logged.opSeq());
    }

    private void isJudgedAsTheOracleSays(Logged logged, List<RecordRow> conflicts) {
        Operation operation =
                world.saved().operations().get(logged.hash()); // of an erased dossier the log cannot say it
        Outcome outcome = logged.outcome();
        Violation.unless(
                operation != null && outcome != null,
                "what is held was judged",
                () -> logged.stream() + " " + logged.opSeq());
        boolean isErased = oracle.erased().contains(operation.dossierId());
        Violation.unless(
                isErased == (outcome.verdict() == Verdict.ERASED),
                "what comes after an erasure keeps its place and nothing else",
                () -> outcome + " " + operation);
        if (isErased) {
            return;
        }
        Optional<PreparedStep> step = PreparedStep.of(operation);
        if (outcome.verdict() == Verdict.RETURNED) {
            if (DossierOpening.is(operation)) {
                unopened.add(operation.dossierId());
            }
            Violation.unless(
                    mayComeBack(operation, outcome.reason()),
                    "a change comes back for a reason alone",
                    () -> outcome + " " + operation);
            Violation.unless(
                    outcome.reason() != ReturnReason.REFUSED_STEP
                            || step.map(of -> oracle.segments().isSeenAsItIs(operation, of))
                                    .orElseGet(() -> oracle.refuses(operation)),
                    STEP,
                    () -> outcome + " although the oracle does not refuse it: " + operation);
            return;
        }
        if (step.isPresent()) {
            isTakenAsTheOracleSays(operation, step.get(), outcome);
            return;
        }
        Violation.unless(
                !oracle.isElsewhere(operation),
                "an operation is on the dossier of its record",
                () -> outcome + " " + operation);
        Violation.unless(
                !world.saved().isWrong(operation), "what breaks a rule comes back", () -> outcome + " " + operation);
        if (operation.action() == Action.COMMAND) {
            boolean done = oracle.command(operation, epochs.getOrDefault(logged.hash(), epoch));
            Violation.unless(
                    outcome.verdict() == (done ? Verdict.APPLIED : Verdict.STALE_COMMAND),
                    STEP,
                    () -> outcome + " but the oracle: " + (done ? "done" : "too late") + " for " + operation);
            return;
        }
        Violation.unless(!oracle.refuses(operation), STEP, () -> outcome + " but the oracle refuses " + operation);
        boolean conflict = oracle.take(operation, conflicts, epochs.getOrDefault(logged.hash(), epoch));
        Violation.unless(
                conflict == (outcome.verdict() == Verdict.CONFLICT),
                "a conflict exists exactly when the oracle says so",
                () -> outcome + " but the oracle: " + (conflict ? "conflict" : "none") + " for " + operation);
    }

    private void isTakenAsTheOracleSays(Operation operation, PreparedStep step, Outcome outcome) {
        WorkerId by = world.service().view().streams().get(operation.streamId()).worker();
        oracle.segments()
                .prepared(operation, step, by)
                .ifPresent(verdict -> Violation.unless(
                        verdict == outcome.verdict(),
                        STEP,
                        () -> outcome + " but the oracle: " + verdict + " for " + operation));
        Violation.unless(
                outcome.verdict() != Verdict.APPLIED || !world.saved().isWrong(operation),
                "what breaks a rule comes back",
                () -> outcome + " " + operation);
    }

    private boolean mayComeBack(Operation operation, ReturnReason reason) {
        if (unopened.contains(operation.dossierId()) && reason == ReturnReason.DEPENDS_ON) {
            return true;
        }
        boolean isWrong = world.saved().isWrong(operation);
        boolean settles = operation.action() == Action.SETTLE;
        return switch (reason) {
            case INVALID -> isWrong || settles;
            case TOGETHER_WITH -> operation.txCount() > 1;
            case NOT_ALLOWED ->
                settles
                        || world.service().anyTermChanged()
                        || oracle.isRestricted(operation.recordId())
                        || operation.action() == Action.COMMAND;
            case DEPENDS_ON -> operation.action() != Action.CREATE;
            // It may have been made by a phone that has not said it again yet.
            case UNKNOWN_RECORD -> restores > 0 || oracle.isElsewhere(operation);
            case REFUSED_STEP ->
                isWrong
                        || PreparedStep.of(operation).isEmpty()
                        || world.service().anyTermChanged()
                        || isAtALimit(operation);
            case UNPROCESSABLE -> world.isPoisoned(operation.streamId());
            default -> false;
        };
    }

    /** Whether the limit of a stay is near is a matter of the day, and the phone's may be another. */
    private static boolean isAtALimit(Operation operation) {
        return PreparedStep.of(operation)
                .filter(step -> step.asked() instanceof SegmentCommand.ProposeAtLimit)
                .isPresent();
    }

    /** What came back, or came too late, is kept for its author with the reason. Rule: R-REC. */
    private void whatCameBackIsTold(List<RecordRow> rows, List<Logged> log) {
        Set<String> told = new HashSet<>();
        rows.stream()
                .filter(row -> row.kind().equals(RecordKind.RETURNED_CHANGE.code()) && !row.deleted())
                .map(row -> row.groups().as(ReturnedChange.class).origin())
                .forEach(origin -> told.add(origin.stream() + " " + origin.opSeq()));
        for (Logged logged : log) {
            Outcome outcome = logged.outcome();
            boolean cameBack = outcome != null
                    && (outcome.verdict() == Verdict.RETURNED || outcome.verdict() == Verdict.STALE_COMMAND);
            Violation.unless(
                    !cameBack || logged.operation() == null || told.contains(logged.stream() + " " + logged.opSeq()),
                    "what came back or came too late is kept and told to its author",
                    () -> outcome + " " + logged.operation());
        }
    }

    private void recordsAreWhatTheOracleSays(List<RecordRow> rows) {
        for (RecordRow row : rows) {
            boolean written = RecordKind.ofCode(row.kind())
                    .filter(kind -> kind.writing() != RecordKind.Writing.SERVER)
                    .isPresent();
            Violation.unless(
                    !written || oracle.agrees(row),
                    "a record is what its operations make of it, one after another",
                    () -> row.kind() + " " + row.id() + " rev " + row.rev() + " "
                            + row.groups().json() + " but the oracle: " + oracle.says(row.id()));
        }
    }

    private void conflictsAreThoseOfTheOracle(List<RecordRow> conflicts) {
        Set<String> server = new HashSet<>();
        int open = 0;
        for (RecordRow row : conflicts) {
            Conflict conflict = row.groups().as(Conflict.class);
            if (conflict.state().open()) {
                open++;
                List<String> variants = conflict.variants().all().stream()
                        .map(variant -> variant.id() + "=" + Groups.sameValue(variant.value(), null))
                        .sorted()
                        .toList();
                server.add(
                        conflict.subject().recordId() + " " + conflict.subject().group() + " " + variants);
            }
        }
        Set<String> expected = new HashSet<>();
        for (Disputes.Dispute dispute : oracle.disputes().open()) {
            List<String> variants = dispute.variants().stream()
                    .map(variant -> variant.id() + "=" + (variant.value() == null))
                    .sorted()
                    .toList();
            expected.add(dispute.subject() + " " + dispute.group() + " " + variants);
        }
        int all = open;
        Violation.unless(
                server.equals(expected) && all == server.size(),
                "a conflict exists exactly when the oracle says so",
                () -> server + " but the oracle: " + expected);
    }

    private void authorsOwnTheirStreams(List<RecordRow> conflicts) {
        for (RecordRow row : conflicts) {
            for (Conflict.Variant variant :
                    row.groups().as(Conflict.class).variants().all()) {
                WorkerId owner = world.phones().stream()
                        .filter(phone -> phone.stream().equals(variant.stream()))
                        .map(Phone::worker)
                        .findFirst()
                        .orElse(null);
                Violation.unless(
                        owner == null || owner.equals(variant.author()),
                        "the author is the owner of the stream",
                        () -> variant.id());
            }
        }
    }
}
