package org.tournee.server.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.SegmentSheet;
import org.tournee.segment.Segment;
import org.tournee.server.web.Words;
import org.tournee.server.workflow.SegmentPage.FormView;
import org.tournee.server.workflow.SegmentPage.OptionView;
import org.tournee.server.workflow.SegmentPage.PointView;
import org.tournee.server.workflow.SegmentPage.QuestionView;
import org.tournee.server.workflow.SegmentPage.TargetView;
import org.tournee.server.workflow.SegmentPage.TickView;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.SegmentChoices.Choice;
import org.tournee.workflow.SegmentChoices.CommandKind;

/** Lays out what may be signed; what was typed and not carried out is filled in again. */
final class FormViews {

    private final OrganisationProfile profile;
    private final Expectation seen;
    private final Colleagues.Choice receivers;
    private final boolean fresh;
    private final boolean keeps;

    /**
     * For one viewer.
     *
     * @param seen where the viewer sees the dossier now: what they sign next is signed on that
     * @param receivers who may be chosen as the referent, and to whom the dossier is offered
     * @param fresh whether the viewer gave their password a moment ago
     * @param keeps whether the open decision leaves the segment as it is: no transfer to check
     */
    FormViews(
            OrganisationProfile profile, Expectation seen, Colleagues.Choice receivers, boolean fresh, boolean keeps) {
        this.profile = profile;
        this.seen = seen;
        this.receivers = receivers;
        this.fresh = fresh;
        this.keeps = keeps;
    }

    /** @param typed what was sent in this form before; null for nothing */
    FormView of(Choice choice, @Nullable SegmentForm typed) {
        SegmentForm filled = typed == null ? new SegmentForm(Map.of()) : typed;
        CommandKind kind = choice.kind();
        boolean checks =
                kind == CommandKind.APPROVE || kind == CommandKind.EXECUTE || (kind == CommandKind.REVIEW && !keeps);
        return new FormView(
                kind.name(),
                UUID.randomUUID().toString(),
                Objects.toString(seen.stay(), ""),
                Objects.toString(seen.change(), ""),
                seen.signatures(),
                Words.of(kind),
                Words.advice(kind),
                choice.targets().stream()
                        .map(to -> target(to, kind, choice.targets().size() == 1, filled))
                        .toList(),
                writes(kind) ? Words.textLabel(kind) : "",
                filled.text(SegmentForm.TEXT),
                kind != CommandKind.CONFIRM,
                kind == CommandKind.RECEIVE ? options(filled) : List.of(),
                kind == CommandKind.RECEIVE ? receivers.reason() : "",
                checks ? points(filled) : List.of(),
                filled.text(SegmentForm.CHECK + "remarque"),
                kind == CommandKind.REVIEW ? questions(filled) : List.of(),
                choice.needsPresence() && !fresh,
                kind != CommandKind.WITHDRAW && kind != CommandKind.RETURN && kind != CommandKind.DECLINE);
    }

    private static boolean writes(CommandKind kind) {
        return switch (kind) {
            case RETURN, DECLINE, CONFIRM, PROPOSE, DECIDE, PROPOSE_AT_LIMIT, REQUEST, WITHDRAW -> true;
            case APPROVE, EXECUTE, REVIEW, RECEIVE -> false;
        };
    }

    private TargetView target(Segment to, CommandKind kind, boolean only, SegmentForm filled) {
        SegmentSheet sheet = profile.sheet(to).orElseThrow();
        List<String> ticked = filled.criteria(to);
        List<TickView> criteria = new ArrayList<>();
        if (kind != CommandKind.REQUEST) {
            for (String criterion : sheet.criteria()) {
                String field = SegmentForm.CRITERION + to + "-" + criteria.size();
                criteria.add(new TickView(field, criterion, ticked.contains(criterion)));
            }
        }
        boolean chosen = only || filled.target().filter(to::equals).isPresent();
        return new TargetView(to.name(), sheet.name(), sheet.need(), chosen, criteria);
    }

    private List<OptionView> options(SegmentForm filled) {
        String typed = filled.text(SegmentForm.REFERENT);
        String chosen = typed.isEmpty() ? receivers.offered() : typed;
        boolean only = receivers.colleagues().size() == 1;
        return receivers.colleagues().stream()
                .map(colleague -> new OptionView(
                        colleague.id().toString(),
                        colleague.carries().isEmpty()
                                ? colleague.name()
                                : colleague.name() + " (" + colleague.carries() + ")",
                        only || colleague.id().toString().equals(chosen)))
                .toList();
    }

    private static List<PointView> points(SegmentForm filled) {
        return SegmentForm.POINTS.stream()
                .map(point -> new PointView(
                        SegmentForm.CHECK + point, Words.checkPoint(point), filled.text(SegmentForm.CHECK + point)))
                .toList();
    }

    private static List<QuestionView> questions(SegmentForm filled) {
        return SegmentForm.QUESTIONS.stream()
                .map(question -> new QuestionView(
                        SegmentForm.REVIEW + question,
                        Words.reviewQuestion(question),
                        filled.text(SegmentForm.REVIEW + question),
                        filled.text(SegmentForm.REVIEW + question + SegmentForm.REMARK)))
                .toList();
    }
}
