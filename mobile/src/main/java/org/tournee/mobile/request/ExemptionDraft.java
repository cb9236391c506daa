package org.tournee.mobile.request;

import io.avaje.jsonb.Json;
import org.tournee.segment.Exemption;
import org.tournee.sync.RecordId;

/** What the form of an exemption that is asked for holds, as typed; {@code lastDay} is exempt still. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ExemptionDraft(RecordId id, Exemption.Reason reason, String from, String lastDay, String why) {}
