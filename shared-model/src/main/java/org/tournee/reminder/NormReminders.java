package org.tournee.reminder;

import java.time.LocalDate;
import org.tournee.agreement.AgreementStanding;
import org.tournee.dossier.DossierContents;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.segment.PaceStatus;
import org.tournee.segment.Review;
import org.tournee.segment.ReviewRules;

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
        AgreementStanding standing = AgreementStanding.of(contents, today, profile);
        LocalDate day = standing.day();
        if (day != null && standing.state() == AgreementStanding.State.MISSING) {
            told.ofDossier(ReminderKind.AGREEMENT_MISSING, day);
        } else if (day != null && standing.state() == AgreementStanding.State.ENDING) {
            told.ofDossier(ReminderKind.AGREEMENT_ENDING, day);
        }
    }
}
