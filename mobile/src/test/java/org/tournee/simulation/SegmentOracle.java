package org.tournee.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Stay;
import org.tournee.server.store.RecordRow;
import org.tournee.server.sync.ServiceCommands.Signature;
import org.tournee.server.sync.ServiceCommands.Signed;
import org.tournee.server.sync.ServiceCommands.Signed.How;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.SegmentChange.Origin;
import org.tournee.workflow.SegmentChange.State;
import org.tournee.workflow.SegmentChange.Step;
import org.tournee.workflow.SegmentCommand;

/**
 * Where each dossier stands in its segment, told step by step as somebody would who keeps a list of who signed what. It
 * knows no state machine: only what each step makes of what was there. Of dossiers that were merged it says nothing more
 * than that each decision is legal. Rules: R-SEG-5, R-SEG-6, R-SEG-7.
 */
final class SegmentOracle {

    private static final String LEGAL = "every segment step is legal, and by two people where two are due";

    /** By origin, what may be signed one after another, and what state that is. */
    private static final Map<String, State> COURSES = Map.ofEntries(
            Map.entry("REFERENT PROPOSED", State.PROPOSED),
            Map.entry("REFERENT PROPOSED EXECUTED", State.DONE),
            Map.entry("REFERENT PROPOSED RETURNED", State.RETURNED),
            Map.entry("REFERENT PROPOSED WITHDRAWN", State.WITHDRAWN),
            Map.entry("LIMIT PROPOSED", State.PROPOSED),
            Map.entry("LIMIT PROPOSED REVIEWED", State.DONE),
            Map.entry("LIMIT PROPOSED RETURNED", State.RETURNED),
            Map.entry("LIMIT PROPOSED WITHDRAWN", State.WITHDRAWN));

    /** Of a dossier. */
    private static final class Course {
        private @Nullable RecordId stay;
        private @Nullable RecordId open;
    }

    private final Map<DossierId, Course> courses = new HashMap<>();
    private final Map<RecordId, List<String>> signatures = new LinkedHashMap<>();
    private final Set<DossierId> unknown = new HashSet<>();
    private final Set<RecordId> begun = new HashSet<>();

    SegmentOracle(Collection<RecordRow> beginning) {
        beginning.stream()
                .filter(row -> row.kind().equals(RecordKind.STAY.code()))
                .forEach(row -> {
                    course(row.dossier()).stay = row.id();
                    begun.add(row.id());
                });
    }

    private Course course(DossierId dossier) {
        return courses.computeIfAbsent(dossier, id -> new Course());
    }

    private boolean isAsSeen(DossierId dossier, Expectation expected) {
        Course course = course(dossier);
        RecordId open = course.open;
        return new Expectation(
                        course.stay,
                        open,
                        open == null ? 0 : signatures.get(open).size())
                .equals(expected);
    }

    /**
     * What became of a step that somebody prepared, where it did not come back for another reason than that it came too
     * late; empty where nobody can say.
     */
    Optional<Verdict> prepared(Operation operation, PreparedStep step, WorkerId by) {
        DossierId dossier = operation.dossierId();
        if (unknown.contains(dossier)) {
            return Optional.empty();
        }
        RecordId decision = operation.recordId();
        if (isSaidAgain(decision, step, by)) {
            return Optional.of(Verdict.APPLIED);
        }
        if (!isAsSeen(dossier, step.expected())) {
            return Optional.of(Verdict.STALE_COMMAND);
        }
        Course course = course(dossier);
        if (step.asked().opens()) {
            course.open = decision;
            signatures.put(decision, new ArrayList<>(List.of(Step.PROPOSED + " " + by)));
        } else {
            course.open = null;
            signatures.get(decision).add(closing(step.asked()) + " " + by);
        }
        return Optional.of(Verdict.APPLIED);
    }

    /** Whether a step that a rule refused had not come too late. */
    boolean isSeenAsItIs(Operation operation, PreparedStep step) {
        return unknown.contains(operation.dossierId()) || isAsSeen(operation.dossierId(), step.expected());
    }

    private boolean isSaidAgain(RecordId decision, PreparedStep step, WorkerId by) {
        List<String> signed = signatures.get(decision);
        if (signed == null) {
            return false;
        }
        return step.asked().opens()
                ? signed.getFirst().endsWith(" " + by)
                : signed.size() > 1 && signed.getLast().endsWith(" " + by);
    }

    /** Somebody signed in the service. */
    void signed(Signature signature, Signed answer) {
        DossierId dossier = signature.dossier();
        if (answer.begun() != null) {
            begun.add(answer.begun());
        }
        if (unknown.contains(dossier)) {
            return;
        }
        boolean late = !isAsSeen(dossier, signature.expected());
        Violation.unless(
                late ? answer.how() != How.DONE : answer.how() != How.STALE,
                LEGAL,
                () -> answer + " of " + signature + ", which is " + (late ? "late" : "in time"));
        if (answer.how() == How.DONE) {
            Course course = course(dossier);
            signatures.get(course.open).add(closing(signature.command()) + " " + signature.worker());
            course.open = null;
            course.stay = answer.begun() == null ? course.stay : answer.begun();
        }
    }

    private static Step closing(SegmentCommand command) {
        if (command instanceof SegmentCommand.Execute) {
            return Step.EXECUTED;
        }
        if (command instanceof SegmentCommand.Review) {
            return Step.REVIEWED;
        }
        return command instanceof SegmentCommand.Return ? Step.RETURNED : Step.WITHDRAWN;
    }

    /** Which stay runs in the one that is left, and which decision is open, is nobody's to say beforehand. */
    void merged(DossierId kept, DossierId merged) {
        unknown.add(kept);
        unknown.add(merged);
    }

    void erased(DossierId dossier) {
        unknown.add(dossier);
    }

    /** Looks at the decisions and stays that the server has. */
    void agreesWith(List<RecordRow> rows) {
        for (RecordRow row : rows) {
            if (row.deleted()) {
                continue;
            }
            if (row.kind().equals(RecordKind.SEGMENT_CHANGE.code())) {
                isLegal(row);
            }
            Violation.unless(
                    !row.kind().equals(RecordKind.STAY.code()) || begun.contains(row.id()) || isOfAnOpening(row),
                    LEGAL,
                    () -> "nobody signed the stay " + row.groups().as(Stay.class));
        }
    }

    /** The service itself puts a dossier that was opened on a phone into intake. */
    private static boolean isOfAnOpening(RecordRow row) {
        return !row.groups().as(Stay.class).span().segment().isAdvice();
    }

    private void isLegal(RecordRow row) {
        SegmentChange change = row.groups().as(SegmentChange.class);
        Origin origin = change.subject().origin();
        StringBuilder course = new StringBuilder(origin.name());
        List<String> signed = new ArrayList<>();
        change.course().signatures().forEach(signature -> {
            course.append(' ').append(signature.step());
            signed.add(signature.step() + " " + signature.by());
        });
        boolean byItsAuthor = change.course().state() == State.WITHDRAWN;
        boolean bySomebodyElse = !change.last().by().equals(change.author());
        boolean two = change.course().signatures().size() == 1 || byItsAuthor != bySomebodyElse;
        Violation.unless(
                two && change.course().state() == COURSES.get(course.toString()), LEGAL, () -> change.toString());
        Violation.unless(
                unknown.contains(row.dossier()) || signed.equals(signatures.get(row.id())),
                LEGAL,
                () -> change + " but signed was " + signatures.get(row.id()));
    }
}
