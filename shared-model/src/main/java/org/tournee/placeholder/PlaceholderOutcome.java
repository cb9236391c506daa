package org.tournee.placeholder;

import io.avaje.jsonb.Json;

/** A sealed choice, told apart by the property {@code kind}. */
@Json(typeProperty = "kind", naming = Json.Naming.LowerUnderscore)
@Json.SubType(type = PlaceholderOutcome.Applied.class, name = "applied")
@Json.SubType(type = PlaceholderOutcome.Refused.class, name = "refused")
public sealed interface PlaceholderOutcome {

    /**
     * Done.
     *
     * @param newVersion the version afterwards
     */
    record Applied(long newVersion) implements PlaceholderOutcome {}

    /**
     * Not done.
     *
     * @param ruleId why
     */
    record Refused(String ruleId) implements PlaceholderOutcome {}
}
