package org.tournee.workflow;

import io.avaje.jsonb.Json;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The three questions that the head answers at a stay's limit (réexamen). Rule: R-SEG-7. Source: 001 §5, regular
 * examinations.
 *
 * @param orientation is the orientation right?
 * @param goals are the goals right?
 * @param intensity is the intensity right?
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record StayReview(
        @Nullable Answer orientation,
        @Nullable Answer goals,
        @Nullable Answer intensity) {

    /**
     * One answer.
     *
     * @param right yes or no
     * @param remark what to do about it: asked for where it is not right
     */
    @Json(naming = Json.Naming.LowerUnderscore)
    public record Answer(boolean right, @Nullable String remark) {

        boolean isComplete() {
            return right || isWritten(remark);
        }
    }

    /** Every question answered with yes. */
    public static StayReview allRight() {
        Answer yes = new Answer(true, null);
        return new StayReview(yes, yes, yes);
    }

    /** Whether every question is answered, and each no says what to do about it. */
    public boolean isComplete() {
        return isComplete(orientation) && isComplete(goals) && isComplete(intensity);
    }

    /** What was written beside the answers. */
    List<String> remarks() {
        return Stream.of(orientation, goals, intensity)
                .flatMap(answer -> answer == null ? Stream.empty() : Stream.ofNullable(answer.remark()))
                .toList();
    }

    private static boolean isComplete(@Nullable Answer answer) {
        return answer != null && answer.isComplete();
    }

    static boolean isWritten(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
