package org.tournee.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.organisation.WorkerId;
import org.tournee.sync.RecordId;

/** Collects the reminders of a dossier: each to whoever it concerns, none where there is nobody. Rule: R-REM. */
final class Told {

    private final DossierContents contents;
    private final Recipients recipients;
    private final List<Reminder> reminders = new ArrayList<>();

    Told(DossierContents contents, Recipients recipients) {
        this.contents = contents;
        this.recipients = recipients;
    }

    /** About the dossier as a whole, to whoever answers for it. */
    void ofDossier(ReminderKind kind, LocalDate dueOn) {
        ofDossier(kind, dueOn, Causes.of(kind, contents.id(), dueOn));
    }

    void ofDossier(ReminderKind kind, LocalDate dueOn, String cause) {
        add(kind, null, dueOn, recipients.answerable(), false, cause);
    }

    /** About a record, to that worker, or to whoever answers for the dossier. */
    void about(ReminderKind kind, RecordId record, LocalDate dueOn, @Nullable WorkerId worker, boolean urgent) {
        add(kind, record, dueOn, recipients.orAnswerable(worker), urgent, Causes.of(kind, record, dueOn));
    }

    /** The same of several notices, each a cause of its own. */
    void about(ReminderKind kind, RecordId record, LocalDate dueOn, @Nullable WorkerId worker, String cause) {
        add(kind, record, dueOn, recipients.orAnswerable(worker), false, cause);
    }

    /** About a record, to the head of whoever answers for the dossier, or to them where no head is known. */
    void toHead(ReminderKind kind, RecordId record, LocalDate dueOn) {
        add(kind, record, dueOn, recipients.head(), false, Causes.of(kind, record, dueOn));
    }

    private void add(
            ReminderKind kind,
            @Nullable RecordId record,
            LocalDate dueOn,
            Optional<WorkerId> whom,
            boolean urgent,
            String cause) {
        whom.ifPresent(
                worker -> reminders.add(new Reminder(cause, kind, contents.id(), record, dueOn, worker, urgent)));
    }

    List<Reminder> reminders() {
        return reminders;
    }
}
