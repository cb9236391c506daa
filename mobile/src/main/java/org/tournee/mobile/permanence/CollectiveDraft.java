package org.tournee.mobile.permanence;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.contact.Topic;
import org.tournee.sync.RecordId;

/** What the form of a collective action holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record CollectiveDraft(
        RecordId id, String title, String service, @Nullable Topic topic) {}
