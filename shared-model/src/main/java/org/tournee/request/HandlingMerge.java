package org.tournee.request;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.tournee.request.Request.Handling;

/**
 * What becomes of steps that somebody took on a request as they saw it, where others may have taken theirs meanwhile: each
 * step is taken again on what stands now, by the rule by which it was taken first. Rules: R-REQ, R-REC.
 *
 * <p>The cases are numbered as in {@code docs/sync.md} (M13).
 */
public final class HandlingMerge {

    private HandlingMerge() {}

    /** What becomes of it. */
    public sealed interface Result {}

    /** It stands beside what others did; the same where others did the same. */
    public record Stands(Handling handling) implements Result {}

    /** Somebody took one of the steps on another day, or decided otherwise: a human says which it is. */
    public record Differs() implements Result {}

    /** The request moved on, and the step is none any more. */
    public record Refused(RequestStep.Refusal reason) implements Result {}

    /** No steps: a day was corrected or taken back, which merges as any other value does. */
    public record Corrected() implements Result {}

    /**
     * Decides.
     *
     * @param seen what the author saw
     * @param written what they made of it
     * @param now what stands; without a day of today, since phones' clocks may be wrong (R-CLK)
     */
    public static Result of(Handling seen, Handling written, Request now) {
        if (takesBack(seen, written)) {
            return new Corrected();
        }
        Request request = now;
        for (RequestStep step : steps(seen, written)) {
            if (step.on(request.handling()).isPresent()) {
                if (!saysTheSame(step, request.handling(), written)) {
                    return new Differs();
                }
                continue;
            }
            RequestStep.Result result =
                    step.take(request, step.on(written).orElseThrow(), written.decision(), LocalDate.MAX);
            if (result instanceof RequestStep.Refused refused) {
                return new Refused(refused.reason());
            }
            request = ((RequestStep.Taken) result).request();
        }
        return new Stands(request.handling());
    }

    /** The steps that were taken, in their order. */
    public static List<RequestStep> steps(Handling seen, Handling written) {
        return Arrays.stream(RequestStep.values())
                .filter(step -> step.on(seen).isEmpty() && step.on(written).isPresent())
                .toList();
    }

    private static boolean takesBack(Handling seen, Handling written) {
        return Arrays.stream(RequestStep.values())
                .anyMatch(step -> step.on(seen).isPresent() && !saysTheSame(step, seen, written));
    }

    private static boolean saysTheSame(RequestStep step, Handling one, Handling other) {
        boolean sameDecision = step != RequestStep.DECIDE || one.decision() == other.decision();
        return sameDecision && step.on(one).equals(step.on(other));
    }
}
