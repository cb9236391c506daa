package org.tournee.mobile.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.draft.DraftedForm;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.TypedText;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordId;
import org.tournee.workflow.SegmentChoices.Choice;
import org.tournee.workflow.SegmentChoices.CommandKind;
import org.tournee.workflow.SegmentCommand;
import org.tournee.workflow.SegmentWorkflow;

/**
 * A step on the segment being written: whither, which criteria apply, and the professional reason in words. At a stay's
 * limit the three questions of the review are written to, each on its own. Rules: R-SEG-5, R-SEG-6, R-SEG-7.
 */
public final class StepForm implements DraftedForm {

    /** What the head will ask at the limit: orientation, goals, intensity. Source: 001 §5. */
    public static final List<String> QUESTIONS = List.of("orientation", "goals", "intensity");

    private final FormDraft<StepDraft> draft;
    private final Choice choice;
    private final RecordId decision;
    private final ObjectProperty<@Nullable Segment> to;
    private final ObservableSet<String> criteria = FXCollections.observableSet();
    private final TypedText reason;
    private final List<TypedText> answers;
    private final TypedText whole = new TypedText("");

    /** @param untouched what the form begins with where nothing was typed, which is no draft */
    StepForm(FormDraft<StepDraft> draft, Choice choice, StepDraft untouched, StepDraft begun) {
        this.draft = draft;
        this.choice = choice;
        this.decision = begun.decision();
        this.to = new SimpleObjectProperty<>(begun.to());
        this.criteria.addAll(begun.criteria());
        this.reason = new TypedText(begun.reason());
        this.answers = asksQuestions()
                ? IntStream.range(0, QUESTIONS.size())
                        .mapToObj(at -> new TypedText(
                                at < begun.answers().size() ? begun.answers().get(at) : ""))
                        .toList()
                : List.of();
        to.addListener((on, was, is) -> {
            criteria.clear();
            whole.check(true, "");
        });
        criteria.addListener((SetChangeListener<String>) ticked -> whole.check(true, ""));
        draft.follow(() -> Optional.of(typed()).filter(now -> !now.equals(untouched)), fields());
    }

    private Observable[] fields() {
        return Stream.concat(
                        Stream.of(to, criteria, reason.property()),
                        answers.stream().map(TypedText::property))
                .toArray(Observable[]::new);
    }

    private StepDraft typed() {
        return new StepDraft(
                decision,
                choice.kind(),
                to.get(),
                criteria.stream().sorted().toList(),
                reason.property().get(),
                answers.stream().map(answer -> answer.property().get()).toList());
    }

    /**
     * The step that was written; empty with what is wrong beside its field.
     *
     * @param questions the three questions as people read them, to stand before their answers
     */
    public Optional<SegmentCommand> command(List<String> questions) {
        boolean written = reason.check(!reason.isBlank(), "segmentStep.wrong.reason");
        for (TypedText answer : answers) {
            written &= answer.check(!answer.isBlank(), "segmentStep.wrong.answer");
        }
        String text = text(questions);
        boolean whither = whole.check(choice.targets().isEmpty() || to.get() != null, "segmentStep.wrong.to");
        if (!written || !whither || !reason.check(fits(text), "segmentStep.wrong.long")) {
            return Optional.empty();
        }
        return Optional.of(command(text));
    }

    private static boolean fits(String text) {
        return text.length() <= SegmentWorkflow.LONGEST_REASON;
    }

    private String text(List<String> questions) {
        List<String> parts = new ArrayList<>();
        parts.add(reason.stripped());
        for (int at = 0; at < answers.size(); at++) {
            parts.add(questions.get(at) + " " + answers.get(at).stripped().replaceAll("\\R", " "));
        }
        return parts.stream().collect(Collectors.joining("\n"));
    }

    private SegmentCommand command(String text) {
        List<String> ticked = criteria.stream().sorted().toList();
        Segment target = to.get();
        if (target == null) {
            return choice.kind() == CommandKind.DECLINE
                    ? new SegmentCommand.Decline(text)
                    : new SegmentCommand.Withdraw(text);
        }
        return switch (choice.kind()) {
            case PROPOSE -> new SegmentCommand.Propose(target, ticked, text);
            case PROPOSE_AT_LIMIT -> new SegmentCommand.ProposeAtLimit(target, ticked, text);
            case REQUEST -> new SegmentCommand.Request(target, text);
            default -> new SegmentCommand.Decide(target, ticked, text);
        };
    }

    /** Says with that key why the rules do not let it pass. */
    void refuse(String key) {
        whole.check(false, key);
    }

    private boolean asksQuestions() {
        return choice.kind() == CommandKind.PROPOSE_AT_LIMIT;
    }

    @Override
    public FormDraft<StepDraft> draft() {
        return draft;
    }

    /** Which step it is, and whither it may lead. */
    public Choice choice() {
        return choice;
    }

    /** The record of the decision that it opens or closes. */
    public RecordId decision() {
        return decision;
    }

    /** Null while none is chosen, and for a step that leads nowhere. */
    public ObjectProperty<@Nullable Segment> to() {
        return to;
    }

    /** Those of the segment that apply. */
    public ObservableSet<String> criteria() {
        return criteria;
    }

    public TypedText reason() {
        return reason;
    }

    /** What was written to the {@link #QUESTIONS}; empty where they are not asked. */
    public List<TypedText> answers() {
        return answers;
    }

    /** What is wrong with the step as a whole. */
    public TypedText whole() {
        return whole;
    }
}
