package org.tournee.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.Edit;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * What workers note in a rendez-vous des droits: it is begun, rights are looked at in it, and it is taken back, whatever a
 * colleague looked at meanwhile. Rule: R-RDD.
 */
final class Checkups {

    private static final Instant BEGUN = Instant.parse("2026-03-09T09:00:00Z");
    private static final List<RightState> STATES =
            List.of(RightState.HELD, RightState.PROBABLE, RightState.NOT_ELIGIBLE);
    private static final int MOST = 2;

    private final DossierContents seen;
    private final SplittableRandom random;

    Checkups(DossierContents seen, SplittableRandom random) {
        this.seen = seen;
        this.random = random;
    }

    Optional<Edits.Made> any() {
        Optional<Entry<RightsCheckup>> checkup = anyOf(seen.rightsCheckups());
        boolean begins = seen.rightsCheckups().size() < MOST && random.nextInt(6) == 0;
        Optional<Edit.Change> change =
                checkup.isEmpty() || begins ? Optional.of(begin()) : other(checkup.orElseThrow());
        return change.map(made -> new Edits.Made(Edit.of(seen.id(), made), false, List.of()));
    }

    private Optional<Edit.Change> other(Entry<RightsCheckup> checkup) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Optional.of(new Edit.Delete(RecordKind.RIGHTS_CHECKUP, checkup));
            case 2 -> Optional.of(lasting(checkup));
            case 3 -> anyOf(seen.rightChecks()).map(right -> new Edit.Delete(RecordKind.RIGHT_CHECK, right));
            case 4, 5 -> Optional.of(look(checkup.id()));
            default -> anyOf(seen.rightChecks()).map(this::again);
        };
    }

    private Edit.Change begin() {
        RightsCheckup.Occasion occasion =
                new RightsCheckup.Occasion(RightsCheckup.Trigger.MOVE, RightsCheckup.Origin.PERSON, "vienne", 1);
        RightsCheckup begun = new RightsCheckup(occasion, new RightsCheckup.Course(BEGUN, null, false));
        return new Edit.Create(RecordKind.RIGHTS_CHECKUP, newId(), Audience.SERVICE, begun);
    }

    private Edit.Change lasting(Entry<RightsCheckup> entry) {
        RightsCheckup.Course course = new RightsCheckup.Course(BEGUN, 20 + random.nextInt(3), random.nextBoolean());
        return new Edit.Update(
                RecordKind.RIGHTS_CHECKUP,
                entry,
                new RightsCheckup(entry.value().occasion(), course));
    }

    private Edit.Change look(RecordId checkup) {
        Audience audience = random.nextInt(4) == 0 ? Audience.RESTRICTED : Audience.SERVICE;
        RightCheck check = new RightCheck(new RightCheck.Subject(checkup, "apl"), finding(), null, null, null);
        return new Edit.Create(RecordKind.RIGHT_CHECK, newId(), audience, check);
    }

    /** On any of them, also where what it hangs on is gone. */
    private Edit.Change again(Entry<RightCheck> entry) {
        RightCheck after = new RightCheck(entry.value().subject(), finding(), null, null, null);
        return new Edit.Update(RecordKind.RIGHT_CHECK, entry, after);
    }

    private RightCheck.Finding finding() {
        return new RightCheck.Finding(STATES.get(random.nextInt(STATES.size())), null);
    }

    private <T> Optional<Entry<T>> anyOf(List<Entry<T>> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(random.nextInt(entries.size())));
    }

    private RecordId newId() {
        return new RecordId(new UUID(0x0190_9000_0000_7000L | random.nextInt(1 << 12), random.nextLong()));
    }
}
