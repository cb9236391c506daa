package org.tournee.mobile.referral;

import io.avaje.jsonb.Json;
import org.tournee.referral.Referral;

/** What the form of a referral's outcome holds, as typed. Rule: R-OFF. */
@Json(naming = Json.Naming.LowerUnderscore)
public record TakeoverDraft(Referral.State state, String who, String how, String knownOn) {}
