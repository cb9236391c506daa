package org.tournee.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.Goal;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.document.Document;
import org.tournee.document.Papers;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ReminderFigures;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;

/** Reminders that follow from single records. Rules: R-SEG-3, R-BIL, R-DOC, R-APP, R-REC. */
final class RecordReminders {

    private final DossierContents contents;
    private final LocalDate today;
    private final OrganisationProfile profile;
    private final ReminderFigures figures;

    RecordReminders(DossierContents contents, LocalDate today, OrganisationProfile profile) {
        this.contents = contents;
        this.today = today;
        this.profile = profile;
        this.figures = profile.on(today).reminders(); // asked for by each record
    }

    /** To the author, until it is completed. Rule: R-SEG-3. */
    void incompleteContacts(Told told) {
        for (Entry<Contact> entry : contents.standingContacts()) {
            if (entry.value().isIncomplete()) {
                LocalDate day = day(entry.value().meeting().startedAt());
                told.about(ReminderKind.CONTACT_INCOMPLETE, entry.id(), day, entry.author(), false);
            }
        }
    }

    void conflicts(Told told) {
        for (Entry<Conflict> entry : contents.openConflicts()) {
            Instant since = entry.value().variants().all().stream()
                    .map(Conflict.Variant::receivedAt)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            WorkerId author = entry.audience() == Audience.RESTRICTED ? entry.author() : null;
            told.about(ReminderKind.CONFLICT_WAITING, entry.id(), day(since), author, false);
        }
    }

    void actions(Told told) {
        for (Entry<ActionItem> entry : contents.actionItems()) {
            LocalDate due = entry.value().task().dueOn();
            boolean open = entry.value().progress().state() == ActionItem.State.TO_DO;
            if (open && due != null && isNear(due)) {
                told.about(ReminderKind.ACTION_DUE, entry.id(), due, null, false);
            }
        }
    }

    void goals(Told told) {
        for (Entry<Goal> entry : contents.goals()) {
            LocalDate revisit = entry.value().agreement().revisitOn();
            boolean open = entry.value().progress().state() == Goal.State.OPEN;
            if (open && revisit != null && isNear(revisit)) {
                told.about(ReminderKind.GOAL_TO_REVISIT, entry.id(), revisit, null, false);
            }
        }
    }

    /** From so many days before its last one to as many after it: then it is old, and asked for anew. Rule: R-DOC. */
    void documents(Told told) {
        Papers papers = new Papers(contents.documents(), today);
        int days = figures.documentExpiring().value();
        for (Entry<Document> entry : contents.documents()) {
            LocalDate last = entry.value().description().expiresOn();
            if (last != null
                    && !today.isBefore(last.minusDays(days))
                    && !today.isAfter(last.plusDays(days))
                    && !papers.isReplaced(entry)) {
                WorkerId author = entry.audience() == Audience.RESTRICTED ? entry.author() : null;
                told.about(ReminderKind.DOCUMENT_EXPIRING, entry.id(), last, author, false);
            }
        }
    }

    void appointments(Told told) {
        for (Entry<Appointment> entry : contents.appointments()) {
            Appointment.Plan plan = entry.value().plan();
            LocalDate day = day(plan.startsAt());
            switch (entry.value().attendance().state()) {
                case PLANNED -> {
                    if (day.equals(today.plusDays(1))) {
                        told.about(ReminderKind.APPOINTMENT_TOMORROW, entry.id(), day, plan.worker(), true);
                    }
                }
                case NO_SHOW -> {
                    LocalDate last = day.plusDays(figures.noShow().value());
                    if (!today.isBefore(day) && !today.isAfter(last) && !resumedAfter(plan.startsAt())) {
                        told.about(ReminderKind.NO_SHOW_TO_CALL, entry.id(), day, plan.worker(), false);
                    }
                }
                case HELD, CANCELLED -> {
                    // nothing is due
                }
            }
        }
    }

    /** Whether somebody was in touch since, or a new appointment was made. */
    private boolean resumedAfter(Instant missed) {
        for (Entry<Contact> entry : contents.standingContacts()) {
            Contact.Meeting meeting = entry.value().meeting();
            boolean held =
                    meeting.happening() == Happening.HELD && !entry.value().isStub();
            if (held && meeting.startedAt().isAfter(missed)) {
                return true;
            }
        }
        for (Entry<Appointment> entry : contents.appointments()) {
            boolean stands = entry.value().attendance().state() != Appointment.State.CANCELLED;
            if (stands && entry.value().plan().startsAt().isAfter(missed)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNear(LocalDate day) {
        return !today.isBefore(day.minusDays(figures.ahead().value()));
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(profile.zone()).toLocalDate();
    }
}
