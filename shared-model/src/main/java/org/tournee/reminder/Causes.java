package org.tournee.reminder;

import java.time.LocalDate;
import java.util.Locale;
import org.tournee.dossier.DossierId;
import org.tournee.sync.RecordId;

/** The keys of causes: kind, ids and dates, no personal data. Rule: R-REM. */
final class Causes {

    private Causes() {}

    static String of(ReminderKind kind, DossierId dossier, LocalDate day) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + dossier + "/" + day;
    }

    static String of(ReminderKind kind, RecordId record, LocalDate day) {
        return kind.name().toLowerCase(Locale.ROOT) + "/" + record + "/" + day;
    }
}
