package org.tournee.mobile.conflict;

import io.avaje.jsonb.Json;
import java.util.Map;

/** What somebody writes instead of the values of a conflict, by field, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record SettlementDraft(Map<String, String> fields) {

    public SettlementDraft {
        fields = Map.copyOf(fields);
    }
}
