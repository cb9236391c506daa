package org.tournee.bench;

import java.util.List;
import java.util.UUID;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.StoredRecord;
import org.tournee.organisation.TeamHeads;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.reminder.ReminderRules;
import org.tournee.reminder.ReminderSetting;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.segment.PaceRules;
import org.tournee.segment.Segment;

/** The norms and reminders of a whole service, and of the one dossier that changed. Rules: R-SEG-4, R-SEG-7, R-REM. */
final class NormsBench {

    static final String SERVICE = "norms_service";
    static final String ONE = "norms_one";

    private static final int DOSSIERS = 10_000;
    private static final int CHANGES = 1_000;

    private final OrganisationProfile profile = ShippedProfile.VIENNE.profile();
    private final ReminderSetting setting =
            new ReminderSetting(profile, ShippedCatalogue.FR.catalogue(), TeamHeads.UNKNOWN);
    private final NormedService service = new NormedService(profile.zone());

    /** All of them, and that ten times as much takes about ten times as long. */
    Figure ofService(int times) throws Exception {
        List<DossierContents> all = service.dossiers(DOSSIERS);
        List<DossierContents> tenth = all.subList(0, DOSSIERS / 10);
        double whole = Timing.medianMillis(times, () -> judge(all));
        double part = Timing.medianMillis(times, () -> judge(tenth));
        return new Figure(SERVICE, whole, "ms", "ten times the time for a tenth of the dossiers", 10 * part);
    }

    /** One whose journal changed: its records are typed and judged again, the others are left alone. */
    Figure ofOne(int times) throws Exception {
        DossierId id = new DossierId(new UUID(1, 0));
        List<StoredRecord> records = service.records(id, Segment.A);
        double typed = Timing.medianMillis(times, () -> {
            int known = 0;
            for (int i = 0; i < CHANGES; i++) {
                known +=
                        DossierContents.of(id, records).orElseThrow().contacts().size();
            }
            return known;
        });
        double judged = Timing.medianMillis(times, () -> {
            int known = 0;
            for (int i = 0; i < CHANGES; i++) {
                known += judge(List.of(DossierContents.of(id, records).orElseThrow()));
            }
            return known;
        });
        double micros = 1000.0 / CHANGES;
        return new Figure(ONE, judged * micros, "µs", "typing its records alone", typed * micros);
    }

    private int judge(List<DossierContents> dossiers) {
        int found = 0;
        for (DossierContents dossier : dossiers) {
            if (PaceRules.of(dossier, NormedService.TODAY, profile).isEmpty()) {
                throw new AssertionError("Every dossier of the benchmark has a pace");
            }
            found += ReminderRules.of(dossier, NormedService.TODAY, setting).size();
        }
        return found;
    }
}
