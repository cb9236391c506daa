package org.tournee.reminder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.OrganisationProfile;
import org.tournee.sync.RecordId;

/**
 * Something due, told to somebody in time. Rule: R-REM.
 *
 * @param cause the same for the same cause, on the phone and on the server, every day until it is gone: made of the
 *     kind, ids and dates alone, never of personal data
 * @param record what it is about within the dossier; null for the dossier itself
 * @param dueOn the day of the organisation on which it is due; may be past
 * @param whom whoever is told; the same cause may be told to their head as well
 * @param urgent whether it cannot wait for the daily digest
 */
public record Reminder(
        String cause,
        ReminderKind kind,
        DossierId dossier,
        @Nullable RecordId record,
        LocalDate dueOn,
        WorkerId whom,
        boolean urgent) {

    /** The first due first. */
    public static final Comparator<Reminder> FIRST_DUE_FIRST = Comparator.comparing(Reminder::dueOn)
            .thenComparing(Reminder::kind)
            .thenComparing(Reminder::cause)
            .thenComparing(reminder -> reminder.whom().toString());

    public Reminder {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(dossier, "dossier");
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(whom, "whom");
    }

    /** What it is about within the dossier; empty for the dossier itself. */
    public Optional<RecordId> about() {
        return Optional.ofNullable(record);
    }

    /** The same cause, told to somebody else. */
    Reminder to(WorkerId other) {
        return new Reminder(cause, kind, dossier, record, dueOn, other, urgent);
    }

    /** The day from which the head is told as well. Rule: R-SEG-10. */
    public LocalDate escalatesOn(OrganisationProfile profile) {
        return escalatesOn(dueOn, profile);
    }

    /** The same of whatever is due on a day: so long after it as was said on that day. */
    static LocalDate escalatesOn(LocalDate dueOn, OrganisationProfile profile) {
        return profile.on(dueOn).reminders().escalation().after(dueOn);
    }
}
