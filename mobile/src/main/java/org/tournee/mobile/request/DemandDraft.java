package org.tournee.mobile.request;

import io.avaje.jsonb.Json;
import org.tournee.contact.Topic;
import org.tournee.request.Request;
import org.tournee.sync.RecordId;

/** What the form of a request holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record DemandDraft(
        RecordId id, Request.Origin origin, Request.Urgency urgency, Topic subject, String receivedOn, String text) {}
