package org.tournee.server.workflow;

import io.micronaut.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Segment;
import org.tournee.server.problem.Problem;
import org.tournee.server.problem.ProblemException;
import org.tournee.sync.RecordId;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.SegmentChoices;
import org.tournee.workflow.SegmentCommand;
import org.tournee.workflow.StayReview;
import org.tournee.workflow.TransferCheck;

/**
 * What was typed into one of the forms, whatever comes of it: it is shown again when it was not carried out.
 *
 * @param fields by name, as the browser sent them
 */
record SegmentForm(Map<String, String> fields) {

    static final String KIND = "geste";
    static final String COMMAND = "ordre";
    static final String STAY = "sejour";
    static final String CHANGE = "decision";
    static final String SIGNATURES = "signatures";
    static final String TARGET = "segment";
    static final String CRITERION = "critere-";
    static final String TEXT = "texte";
    static final String REFERENT = "referent";
    static final String CHECK = "controle-";
    static final String REVIEW = "reexamen-";
    static final String REMARK = "-remarque";
    static final String PASSWORD = "mot-de-passe";

    /** The points of a transfer check, as the fields are named. */
    static final List<String> POINTS = List.of("norme", "durees", "convention", "bilan", "motivation");

    /** The questions of a review, as the fields are named. */
    static final List<String> QUESTIONS = List.of("orientation", "objectifs", "intensite");

    SegmentForm {
        fields = Map.copyOf(fields);
    }

    /** @throws ProblemException where the page did not make it so */
    SegmentChoices.CommandKind kind() {
        return parse(KIND, SegmentChoices.CommandKind::valueOf).orElseThrow(SegmentForm::foreign);
    }

    UUID command() {
        return parse(COMMAND, UUID::fromString).orElseThrow(SegmentForm::foreign);
    }

    Expectation expected() {
        return new Expectation(
                parse(STAY, id -> new RecordId(UUID.fromString(id))).orElse(null),
                parse(CHANGE, id -> new RecordId(UUID.fromString(id))).orElse(null),
                parse(SIGNATURES, Integer::valueOf).orElseThrow(SegmentForm::foreign));
    }

    /** Empty where a choice without which there is no command is missing. */
    Optional<SegmentCommand> toCommand() {
        return switch (kind()) {
            case APPROVE -> Optional.of(new SegmentCommand.Approve(check()));
            case EXECUTE -> Optional.of(new SegmentCommand.Execute(check()));
            case REVIEW -> Optional.of(new SegmentCommand.Review(review(), check()));
            case RECEIVE ->
                parse(REFERENT, id -> new WorkerId(UUID.fromString(id))).map(SegmentCommand.Receive::new);
            case RETURN -> Optional.of(new SegmentCommand.Return(text(TEXT)));
            case DECLINE -> Optional.of(new SegmentCommand.Decline(text(TEXT)));
            case CONFIRM -> Optional.of(new SegmentCommand.Confirm(orNull(text(TEXT))));
            case WITHDRAW -> Optional.of(new SegmentCommand.Withdraw(text(TEXT)));
            case PROPOSE -> target().map(to -> new SegmentCommand.Propose(to, criteria(to), text(TEXT)));
            case DECIDE -> target().map(to -> new SegmentCommand.Decide(to, criteria(to), text(TEXT)));
            case PROPOSE_AT_LIMIT ->
                target().map(to -> new SegmentCommand.ProposeAtLimit(to, criteria(to), text(TEXT)));
            case REQUEST -> target().map(to -> new SegmentCommand.Request(to, text(TEXT)));
        };
    }

    String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    Optional<Segment> target() {
        return parse(TARGET, Segment::valueOf);
    }

    /** Those ticked beside that segment. */
    List<String> criteria(Segment to) {
        String prefix = CRITERION + to + "-";
        return fields.entrySet().stream()
                .filter(field -> field.getKey().startsWith(prefix))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    private TransferCheck check() {
        List<TransferCheck.@Nullable Finding> found = Arrays.asList(POINTS.stream()
                .map(point ->
                        parse(CHECK + point, TransferCheck.Finding::valueOf).orElse(null))
                .toArray(TransferCheck.Finding[]::new));
        return new TransferCheck(
                found.get(0), found.get(1), found.get(2), found.get(3), found.get(4), orNull(text(CHECK + "remarque")));
    }

    private StayReview review() {
        return new StayReview(answer(QUESTIONS.get(0)), answer(QUESTIONS.get(1)), answer(QUESTIONS.get(2)));
    }

    private StayReview.@Nullable Answer answer(String question) {
        String said = text(REVIEW + question);
        return said.isEmpty()
                ? null
                : new StayReview.Answer(said.equals("oui"), orNull(text(REVIEW + question + REMARK)));
    }

    private <T> Optional<T> parse(String name, Function<String, T> read) {
        String text = text(name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(read.apply(text));
        } catch (IllegalArgumentException e) {
            throw foreign();
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ProblemException foreign() {
        return Problem.of(HttpStatus.BAD_REQUEST, "foreign-form", "Cette page a vieilli : rouvrez-la et recommencez.")
                .asException();
    }
}
