package org.tournee.mobile.professional;

import io.avaje.jsonb.Json;
import java.util.List;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.sync.RecordId;

/** What the form of a bilan socioprofessionnel holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ProfessionalDraft(
        RecordId id,
        ProfessionalBilan.Phase phase,
        String experiences,
        String wishes,
        List<ProfessionalBilan.Obstacle> obstacles,
        String obstaclesText,
        String next,
        String dueOn) {

    public ProfessionalDraft {
        obstacles = List.copyOf(obstacles);
    }
}
