package org.tournee.mobile.referral;

import io.avaje.jsonb.Json;
import org.tournee.organisation.WorkerId;
import org.tournee.referral.Referral;
import org.tournee.sync.RecordId;

/** What the form of a referral holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record ReferralDraft(
        RecordId id,
        String partner,
        String need,
        Referral.Ground ground,
        String passedOn,
        String purpose,
        String until,
        String checkOn,
        WorkerId answerable,
        boolean restricted) {}
