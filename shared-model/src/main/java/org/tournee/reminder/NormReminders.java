package org.tournee.reminder;

import java.time.LocalDate;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.Review;
import org.tournee.segment.ReviewRules;
import org.tournee.segment.Stay;

/** Reminders that follow from a dossier's segment: contacts, reviews, agreement. Rules: R-SEG-4, R-SEG-7, R-SEG-9. */
final class NormReminders {

    private final DossierContents contents;
    private final LocalDate today;
    private final OrganisationProfile profile;

    NormReminders(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        this.contents = contents;
        this.today = today;
        this.profile = profile;
    }

    void contact(Told told) {
        Pace pace = PaceRules.of(contents, today, profile).orElse(null);
        if (pace == null || pace.nextDueOn() == null) {
            return;
        }
        if (pace.status() == PaceStatus.DUE) {
            told.ofDossier(ReminderKind.CONTACT_DUE, pace.nextDueOn());
        } else if (pace.status() == PaceStatus.LATE) {
            told.ofDossier(ReminderKind.CONTACT_LATE, pace.nextDueOn());
        }
    }

    void reviews(Told told) {
        for (Review review : ReviewRules.of(contents, today, profile)) {
            if (review.isTold()) {
                ReminderKind kind = switch (review.duty()) {
                    case STAY_REVIEW -> ReminderKind.STAY_LIMIT;
                    case ANNUAL_REVISION -> ReminderKind.ANNUAL_REVISION;
                    case DEFINITIVE_ALLOCATION -> ReminderKind.DEFINITIVE_ALLOCATION;
                };
                // Each notice is told once: the stage is part of the cause.
                String cause = Causes.of(kind, contents.id(), review.dueOn()) + "/" + review.stage();
                told.ofDossier(kind, review.dueOn(), cause);
            }
        }
    }

    /** An agreement with an end, or one with none, or a reasoned exception; one with neither is shown as missing. */
    void agreement(Told told) {
        Stay stay = contents.stayOn(today).map(Entry::value).orElse(null);
        if (stay == null || !stay.span().segment().isAdvice() || profile.segmentation() == null) {
            return;
        }
        LocalDate lastDay = null;
        for (Entry<ServiceAgreement> entry : contents.agreements()) {
            ServiceAgreement.Terms terms = entry.value().terms();
            if (terms.exceptionReason() != null || (terms.signedOn() != null && terms.endsOn() == null)) {
                return;
            }
            boolean later =
                    lastDay == null || (terms.endsOn() != null && terms.endsOn().isAfter(lastDay));
            if (terms.signedOn() != null && later) {
                lastDay = terms.endsOn();
            }
        }
        if (lastDay == null || lastDay.isBefore(today)) {
            int within = profile.reminders().agreementWithin().value();
            LocalDate due = lastDay == null ? stay.span().enteredOn().plusDays(within) : lastDay;
            told.ofDossier(ReminderKind.AGREEMENT_MISSING, due);
        } else if (!today.isBefore(
                lastDay.minusDays(profile.reminders().agreementEnding().value()))) {
            told.ofDossier(ReminderKind.AGREEMENT_ENDING, lastDay);
        }
    }
}
