package org.tournee.server.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.Wording;
import org.tournee.segment.Segment;
import org.tournee.server.web.Words;
import org.tournee.server.web.WorkerNames;
import org.tournee.server.workflow.SegmentPage.DecisionView;
import org.tournee.server.workflow.SegmentPage.Line;
import org.tournee.server.workflow.SegmentPage.SignatureView;
import org.tournee.workflow.SegmentChange;
import org.tournee.workflow.StayReview;
import org.tournee.workflow.TransferCheck;

/** Puts decisions into words. */
final class DecisionViews {

    private final WorkerNames.Names names;
    private final Wording wording;

    DecisionViews(WorkerNames.Names names, Wording wording) {
        this.names = names;
        this.wording = wording;
    }

    DecisionView of(SegmentChange change) {
        return new DecisionView(
                title(change.subject()),
                Words.of(change.course().state()),
                tone(change.course().state()),
                change.subject().reason(),
                change.subject().criteria(),
                change.course().signatures().stream().map(this::signature).toList(),
                check(change.check()),
                review(change.review()));
    }

    private String title(SegmentChange.Subject subject) {
        return Words.saying(subject.origin(), wording) + " : " + way(subject.from(), subject.to(), wording);
    }

    static String way(@Nullable Segment from, Segment to, Wording wording) {
        if (from == null) {
            return Words.of(to, wording);
        }
        return from == to ? Words.of(to, wording) + ", gardé" : Words.of(from, wording) + " → " + Words.of(to, wording);
    }

    private static String tone(SegmentChange.State state) {
        return switch (state) {
            case PROPOSED, APPROVED -> "amber";
            case DONE -> "green";
            case RETURNED, DECLINED -> "plum";
            case WITHDRAWN -> "";
        };
    }

    private SignatureView signature(SegmentChange.Signature signed) {
        return new SignatureView(
                Words.of(signed.step()),
                names.of(signed.by()),
                Words.day(signed.on()),
                signed.text() == null ? "" : signed.text());
    }

    private static List<Line> check(@Nullable TransferCheck check) {
        if (check == null) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        add(lines, 0, check.norm());
        add(lines, 1, check.durations());
        add(lines, 2, check.agreement());
        add(lines, 3, check.bilan());
        add(lines, 4, check.reasoning());
        if (check.remark() != null) {
            lines.add(new Line("Remarque", check.remark()));
        }
        return lines;
    }

    private static void add(List<Line> lines, int point, TransferCheck.@Nullable Finding found) {
        if (found != null) {
            lines.add(new Line(Words.checkPoint(SegmentForm.POINTS.get(point)), Words.of(found)));
        }
    }

    private static List<Line> review(@Nullable StayReview review) {
        if (review == null) {
            return List.of();
        }
        List<Line> lines = new ArrayList<>();
        add(lines, 0, review.orientation());
        add(lines, 1, review.goals());
        add(lines, 2, review.intensity());
        return lines;
    }

    private static void add(List<Line> lines, int question, StayReview.@Nullable Answer answer) {
        if (answer != null) {
            String said = answer.right() ? "oui" : "non";
            lines.add(new Line(
                    Words.reviewQuestion(SegmentForm.QUESTIONS.get(question)),
                    answer.remark() == null ? said : said + " : " + answer.remark()));
        }
    }
}
