package org.tournee.mobile.request;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.WorkerId;
import org.tournee.person.PersonId;

/**
 * What the form of a wish for a referent holds, as typed. Rule: R-OFF.
 *
 * @param who the name that is typed
 * @param worker who was chosen by that name; null while nobody is
 * @param saidBy who said so; null for the household
 */
@Json(naming = Json.Naming.LowerUnderscore)
public record WishDraft(
        String who,
        @Nullable WorkerId worker,
        String words,
        String saidOn,
        @Nullable PersonId saidBy) {}
