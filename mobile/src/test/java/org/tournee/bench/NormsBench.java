package org.tournee.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.tournee.profile.OrganisationProfile;
import org.tournee.profile.ShippedProfile;
import org.tournee.segment.ContactFact;
import org.tournee.segment.PaceRules;
import org.tournee.segment.Segment;
import org.tournee.segment.Standing;
import org.tournee.segment.Stay;
import org.tournee.sync.RecordId;

/** The pace of a whole service, and that ten times as much takes about ten times as long. Rule: R-SEG-4. */
final class NormsBench {

    static final String NAME = "norms_service";

    private static final int DOSSIERS = 10_000;
    private static final int CONTACTS_EACH = 25;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<Segment> SEGMENTS = List.of(Segment.A, Segment.B, Segment.B, Segment.C);

    private record Case(Stay.Span stay, List<ContactFact> facts) {}

    private final OrganisationProfile profile = ShippedProfile.VIENNE.profile();
    private final Random random = new Random(1);

    Figure measure(int times) throws Exception {
        List<Case> all = cases(DOSSIERS);
        List<Case> tenth = all.subList(0, DOSSIERS / 10);
        double whole = Timing.medianMillis(times, () -> paces(all));
        double part = Timing.medianMillis(times, () -> paces(tenth));
        return new Figure(NAME, whole, "ms", "ten times the time for a tenth of the dossiers", 10 * part);
    }

    private int paces(List<Case> cases) {
        int known = 0;
        for (Case one : cases) {
            if (PaceRules.pace(one.stay(), one.facts(), List.of(), TODAY, profile)
                    .isPresent()) {
                known++;
            }
        }
        if (known != cases.size()) {
            throw new AssertionError("Every dossier of the benchmark has a pace");
        }
        return known;
    }

    private List<Case> cases(int count) {
        List<Case> cases = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            LocalDate entered = TODAY.minusDays(30L + random.nextInt(600));
            List<ContactFact> facts = new ArrayList<>(CONTACTS_EACH);
            for (int n = 0; n < CONTACTS_EACH; n++) {
                boolean physical = random.nextInt(10) < 8;
                Standing standing = random.nextInt(20) == 0 ? Standing.NOT_HELD : Standing.COUNTS;
                LocalDate day = entered.plusDays(random.nextInt(600));
                facts.add(new ContactFact(new RecordId(new UUID(i, n)), day, physical, standing, false));
            }
            cases.add(new Case(new Stay.Span(SEGMENTS.get(i % SEGMENTS.size()), entered, null), facts));
        }
        return cases;
    }
}
