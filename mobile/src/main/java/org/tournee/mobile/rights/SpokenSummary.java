package org.tournee.mobile.rights;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tournee.mobile.app.Messages;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;

/** The summary of a sweep as one says it to the person, in whole sentences. Rule: R-RDD. */
public final class SpokenSummary {

    private final Messages messages;
    private final WorkerId speaker;
    private final Function<WorkerId, String> nameOf;
    private final DateTimeFormatter day;

    /**
     * Speaks for a worker.
     *
     * @param speaker who reads it out, and says "je" of what is theirs to do
     */
    public SpokenSummary(Messages messages, WorkerId speaker, Function<WorkerId, String> nameOf) {
        this.messages = messages;
        this.speaker = speaker;
        this.nameOf = nameOf;
        this.day = DateTimeFormatter.ofPattern(messages.get("date.pattern.day"), messages.locale());
    }

    /** A heading in the person's words, and what stands under it. */
    public record Paragraph(RightState state, String heading, List<String> sentences) {

        public Paragraph {
            sentences = List.copyOf(sentences);
        }
    }

    /** The paragraphs that have something to say, the follow-ups first. */
    public List<Paragraph> of(Sweep sweep) {
        Map<RightState, List<RightLine>> found = sweep.byState();
        List<Paragraph> paragraphs = new ArrayList<>();
        for (RightState state : List.of(
                RightState.PROBABLE,
                RightState.TO_VERIFY,
                RightState.HELD,
                RightState.UNDULY_RECEIVED,
                RightState.DECLINED,
                RightState.NOT_LOOKED_AT)) {
            List<RightLine> lines = found.getOrDefault(state, List.of());
            if (!lines.isEmpty()) {
                paragraphs.add(paragraph(state, lines));
            }
        }
        return List.copyOf(paragraphs);
    }

    private Paragraph paragraph(RightState state, List<RightLine> lines) {
        String heading = messages.get("rights.said." + state, lines.size());
        if (state == RightState.NOT_LOOKED_AT) {
            return new Paragraph(state, heading, List.of());
        }
        return new Paragraph(state, heading, lines.stream().map(this::sentence).toList());
    }

    private String sentence(RightLine line) {
        String name = line.right().name();
        RightCheck check = line.check().orElseThrow().value();
        RightCheck.FollowUp followUp = check.followUp();
        if (followUp != null) {
            boolean mine = followUp.answerable().equals(speaker);
            return messages.get(
                    "rights.said.followUp",
                    name,
                    mine ? messages.get("rights.said.me") : nameOf.apply(followUp.answerable()),
                    day.format(followUp.dueOn()),
                    check.documentsMissing().size(),
                    String.join(", ", check.documentsMissing()));
        }
        String reason = check.finding().reason();
        return reason == null || reason.isBlank() ? name : messages.get("rights.said.because", name, reason);
    }
}
