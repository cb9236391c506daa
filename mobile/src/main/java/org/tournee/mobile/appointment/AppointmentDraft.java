package org.tournee.mobile.appointment;

import io.avaje.jsonb.Json;
import org.tournee.contact.Place;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;

/** What the form of an appointment holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record AppointmentDraft(
        RecordId id,
        String day,
        String time,
        int minutes,
        Place place,
        WorkerId worker,
        String note,
        boolean answersRequest) {}
