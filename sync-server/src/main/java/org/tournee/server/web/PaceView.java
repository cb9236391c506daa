package org.tournee.server.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceStatus;

/**
 * A pace as people see it: dots, a word and a sentence. Rule: R-SEG-4.
 *
 * @param tone the class of the chip
 * @param dots the classes of the dots: counted, asked for, possible
 * @param sentence such as "2 sur 4, prochain avant le 10 avril"
 * @param flags said beside the status
 */
public record PaceView(String word, String tone, List<String> dots, String sentence, List<String> flags) {

    /** How a pace looks; null where there is none. */
    public static @Nullable PaceView of(@Nullable Pace pace, LocalDate today) {
        if (pace == null) {
            return null;
        }
        String sentence = pace.counted() + " sur " + pace.minimum()
                + pace.nextDue()
                        .map(day -> (day.isBefore(today) ? ", attendu pour le " : ", prochain avant le ")
                                + Words.dayNear(day, today))
                        .orElse(", minimum atteint");
        return new PaceView(
                Words.of(pace.status()),
                tone(pace.status()),
                dots(pace),
                sentence,
                pace.flags().stream().sorted().map(Words::of).toList());
    }

    static String tone(PaceStatus status) {
        return switch (status) {
            case ON_TRACK -> "accent";
            case DUE -> "amber";
            case LATE -> "plum";
            case MET -> "green";
        };
    }

    private static List<String> dots(Pace pace) {
        List<String> dots = new ArrayList<>();
        int most = Math.max(pace.maximum(), pace.counted());
        for (int i = 1; i <= most; i++) {
            if (i <= pace.counted()) {
                dots.add(i <= pace.maximum() ? "full" : "over");
            } else {
                dots.add(i <= pace.minimum() ? "" : "extra");
            }
        }
        return dots;
    }
}
