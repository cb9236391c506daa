package org.tournee.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;

/**
 * A phone that was not synced for long: what its worker wrote is on it alone. Rules: R-REM, R-SYN.
 *
 * @param cause the same every day of one silence; no personal data
 * @param dueOn the day from which it is told
 */
public record PhoneSilence(String cause, WorkerId whom, LocalDate dueOn) {

    /**
     * Looks at one phone.
     *
     * @param lastSuccess when it last synced to the end
     * @param today the day of the organisation
     * @return empty while it is not long, and where the profile does not tell of it
     */
    public static Optional<PhoneSilence> of(
            WorkerId worker, Instant lastSuccess, LocalDate today, OrganisationProfile profile) {
        LocalDate last = lastSuccess.atZone(profile.zone()).toLocalDate();
        return profile.dueAfter(last, today, figures -> figures.reminders().silentPhone())
                .filter(dueOn -> !today.isBefore(dueOn))
                .map(dueOn -> new PhoneSilence("phone_silent/" + worker + "/" + dueOn, worker, dueOn));
    }

    /** The day from which the head is told as well. Rule: R-SEG-10. */
    public LocalDate escalatesOn(OrganisationProfile profile) {
        return Reminder.escalatesOn(dueOn, profile);
    }
}
