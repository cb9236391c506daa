package org.tournee.reminder;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.organisation.TeamHeads;
import org.tournee.profile.OrganisationProfile;
import org.tournee.rights.RightsCatalogue;

/**
 * What the reminders of an organisation follow from besides the dossier; the phone and the server hold the same. Rule:
 * R-REM.
 *
 * @param catalogue null where the organisation has none: then no renewal is known
 */
public record ReminderSetting(
        OrganisationProfile profile, @Nullable RightsCatalogue catalogue, TeamHeads heads) {

    public ReminderSetting {
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(heads, "heads");
    }

    /** How long a right lasts before its resources are declared anew, in months; empty where it needs no renewal. */
    Optional<Integer> renewalMonths(String right) {
        return catalogue == null ? Optional.empty() : catalogue.right(right).map(entry -> entry.renewalMonths());
    }
}
