package org.tournee.mobile.segment;

import io.avaje.jsonb.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tournee.segment.Segment;
import org.tournee.sync.RecordId;
import org.tournee.workflow.SegmentChoices.Choice;
import org.tournee.workflow.SegmentChoices.CommandKind;

/**
 * What the form of a step on the segment holds, as typed. Rule: R-OFF.
 *
 * @param answers to the three questions of a review; empty where they are not asked
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record StepDraft(
        RecordId decision,
        CommandKind kind,
        @Nullable Segment to,
        List<String> criteria,
        String reason,
        List<String> answers) {

    public StepDraft {
        criteria = List.copyOf(criteria);
        answers = List.copyOf(answers);
    }

    /** Of a form in which nothing was typed yet; where the step leads to one segment alone, that one. */
    static StepDraft empty(RecordId decision, Choice choice) {
        Segment only = choice.targets().size() == 1 ? choice.targets().get(0) : null;
        List<String> answers = choice.kind() == CommandKind.PROPOSE_AT_LIMIT ? List.of("", "", "") : List.of();
        return new StepDraft(decision, choice.kind(), only, List.of(), "", answers);
    }

    /**
     * What a step says, to be written anew.
     *
     * @param texts how a question may stand before its answer in the step's text
     */
    static StepDraft of(
            AskedStep asked, RecordId decision, List<String> questions, Function<String, List<String>> texts) {
        if (asked.kind() != CommandKind.PROPOSE_AT_LIMIT) {
            return new StepDraft(decision, asked.kind(), asked.to(), asked.criteria(), asked.text(), List.of());
        }
        List<String> own = new ArrayList<>(asked.text().lines().toList());
        List<String> answers = new ArrayList<>();
        for (String question : questions) {
            answers.add(answer(own, texts.apply(question)));
        }
        return new StepDraft(decision, asked.kind(), asked.to(), asked.criteria(), String.join("\n", own), answers);
    }

    /** Takes the line that begins with one of the texts out of what was said; empty where there is none. */
    private static String answer(List<String> said, List<String> texts) {
        for (String text : texts) {
            for (String line : said) {
                if (line.startsWith(text)) {
                    said.remove(line);
                    return line.substring(text.length()).strip();
                }
            }
        }
        return "";
    }
}
