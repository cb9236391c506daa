package org.tournee.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.bilan.ProfessionalBilan;

/** What a bilan socioprofessionnel must fulfil: short texts, and days that can be. Rule: R-BSP. */
public final class ProfessionalChecks {

    private ProfessionalChecks() {}

    /** Checks it as typed: light, so that every part but the phase may be missing. */
    public static List<Violation> of(ProfessionalBilan bilan) {
        ProfessionalBilan.Obstacles obstacles = bilan.obstacles();
        ProfessionalBilan.Next next = bilan.next();
        Checks checks = new Checks()
                .day("stage", "since", bilan.stage().since())
                .atMost("experiences", "text", text(bilan.experiences()), RecordRules.LONGEST_NOTE)
                .atMost("wishes", "text", text(bilan.wishes()), RecordRules.LONGEST_NOTE);
        if (obstacles != null) {
            checks.size("obstacles", "kinds", obstacles.kinds(), RecordRules.MOST_VALUES)
                    .atMost("obstacles", "text", obstacles.text(), RecordRules.LONGEST_NOTE);
        }
        if (next != null) {
            checks.said("next", "what", next.what(), RecordRules.LONGEST_TEXT).day("next", "due_on", next.dueOn());
        }
        return checks.violations();
    }

    private static @Nullable String text(ProfessionalBilan.@Nullable Words words) {
        return words == null ? null : words.text();
    }
}
