package org.tournee.reminder;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateDuty;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceRules;
import org.tournee.segment.PaceStatus;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;

/** Reminders of what mandates ask for of their own: contacts, reviews, what is due at their end. Rule: R-MAN. */
final class MandateReminders {

    private final DossierContents contents;
    private final LocalDate today;
    private final OrganisationProfile profile;

    MandateReminders(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        this.contents = contents;
        this.today = today;
        this.profile = profile;
    }

    void mandates(Told told) {
        Map<RecordId, Pace> paces = PaceRules.ofMandates(contents, today, profile);
        for (Entry<Mandate> entry : contents.mandates()) {
            WorkerId whom = entry.audience() == Audience.RESTRICTED ? entry.author() : null;
            contact(told, entry.id(), paces.get(entry.id()), whom);
            MandateDuty.next(entry.value(), today, profile)
                    .filter(MandateDuty::isTold)
                    .ifPresent(duty -> {
                        ReminderKind kind = switch (duty.kind()) {
                            case REVIEW -> ReminderKind.MANDATE_REVIEW;
                            case ENDING -> ReminderKind.MANDATE_ENDING;
                        };
                        // Each notice is told once: the stage is part of the cause.
                        String cause = Causes.of(kind, entry.id(), duty.dueOn()) + "/" + duty.stage();
                        told.about(kind, entry.id(), duty.dueOn(), whom, cause);
                    });
        }
    }

    private static void contact(Told told, RecordId mandate, @Nullable Pace pace, @Nullable WorkerId whom) {
        if (pace == null || pace.nextDueOn() == null) {
            return;
        }
        if (pace.status() == PaceStatus.DUE) {
            told.about(ReminderKind.CONTACT_DUE, mandate, pace.nextDueOn(), whom, false);
        } else if (pace.status() == PaceStatus.LATE) {
            told.about(ReminderKind.CONTACT_LATE, mandate, pace.nextDueOn(), whom, false);
        }
    }
}
