package org.tournee.reminder;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.question.Question;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.request.RequestDeadline;
import org.tournee.segment.Exemption;
import org.tournee.sync.Audience;
import org.tournee.workflow.SegmentChange;

/** Reminders of what somebody else waits for. Rules: R-REQ, R-SEG-6, R-REL, R-ASK. */
final class TeamReminders {

    private final DossierContents contents;
    private final LocalDate today;
    private final OrganisationProfile profile;

    TeamReminders(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        this.contents = contents;
        this.today = today;
        this.profile = profile;
    }

    /** A legal deadline cannot wait for a digest on its last two days, nor once it is past. Rule: R-REQ. */
    void requests(Told told) {
        int ahead = profile.on(today).reminders().ahead().value();
        for (Entry<Request> entry : contents.requests()) {
            RequestDeadline deadline =
                    RequestDeadline.of(entry.value(), profile).orElse(null);
            if (deadline != null && !today.isBefore(deadline.dueOn().minusDays(ahead))) {
                ReminderKind kind = switch (deadline.duty()) {
                    case DECIDE -> ReminderKind.DECISION_DUE;
                    case NOTIFY -> ReminderKind.NOTIFICATION_DUE;
                };
                boolean urgent = !today.isBefore(deadline.dueOn().minusDays(1));
                told.about(kind, entry.id(), deadline.dueOn(), unlessService(entry), urgent);
            }
        }
    }

    /** From its last signature on, to whoever signs next: the head, and the referent for a request. Rule: R-SEG-6. */
    void signatures(Told told) {
        for (Entry<SegmentChange> entry : contents.segmentChanges()) {
            SegmentChange.Course course = entry.value().course();
            if (course.state().isOpen()) {
                LocalDate last =
                        course.signatures().get(course.signatures().size() - 1).on();
                signedWithin(last).ifPresent(dueOn -> {
                    if (entry.value().subject().origin() == SegmentChange.Origin.REQUEST) {
                        told.about(ReminderKind.SIGNATURE_WAITING, entry.id(), dueOn, null, false);
                    } else {
                        told.toHead(ReminderKind.SIGNATURE_WAITING, entry.id(), dueOn);
                    }
                });
            }
        }
    }

    private Optional<LocalDate> signedWithin(LocalDate since) {
        return profile.dueAfter(since, today, figures -> figures.reminders().signature());
    }

    /** From the day on which it is asked, to the head, until it is granted or declined. Rule: R-SEG-10. */
    void exemptions(Told told) {
        for (Entry<Exemption> entry : contents.exemptions()) {
            Exemption.Asked asked = entry.value().asked();
            if (asked != null && entry.value().isWaiting()) {
                signedWithin(asked.askedOn())
                        .ifPresent(dueOn -> told.toHead(ReminderKind.EXEMPTION_ASKED, entry.id(), dueOn));
            }
        }
    }

    /** From the day on which to find out, until somebody is known to have taken over. Rule: R-REL. */
    void referrals(Told told) {
        for (Entry<Referral> entry : contents.referrals()) {
            Referral.Watch watch = entry.value().watch();
            if (entry.value().isOpen() && !today.isBefore(watch.checkOn())) {
                WorkerId whom = watch.answerable() == null ? unlessService(entry) : watch.answerable();
                told.about(ReminderKind.REFERRAL_TO_CONFIRM, entry.id(), watch.checkOn(), whom, false);
            }
        }
    }

    /** As soon as it is asked, to the author of what it is about, until it is answered. Rule: R-ASK. */
    void questions(Told told) {
        for (Entry<Question> entry : contents.questions()) {
            if (entry.value().answer() == null) {
                LocalDate asked = entry.value().asked().askedOn();
                WorkerId to = entry.value().subject().to();
                profile.dueAfter(asked, today, figures -> figures.reminders().question())
                        .ifPresent(dueOn -> told.about(ReminderKind.QUESTION_UNANSWERED, entry.id(), dueOn, to, false));
            }
        }
    }

    /** The author of what is restricted, for the referent may not see it; else whoever answers. Rule: R-SHARE. */
    private static @Nullable WorkerId unlessService(Entry<?> entry) {
        return entry.audience() == Audience.RESTRICTED ? entry.author() : null;
    }
}
