package org.tournee.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.store.Edit;
import org.tournee.outreach.Visit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What workers do with the visits of a round: plan them, put them into another order, take them over, say how they ended. */
final class Rounds {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final int PLACES = 4;

    private final DossierContents seen;
    private final SplittableRandom random;

    Rounds(DossierContents seen, SplittableRandom random) {
        this.seen = seen;
        this.random = random;
    }

    Optional<Edits.Made> any() {
        List<Entry<Visit>> visits = seen.visits();
        Edit.Change change = visits.isEmpty() || random.nextInt(5) == 0
                ? new Edit.Create(RecordKind.VISIT, newId(), Audience.SERVICE, new Visit(plan(), turn(), null))
                : other(visits.get(random.nextInt(visits.size())));
        return Optional.of(new Edits.Made(Edit.of(seen.id(), change), false, List.of()));
    }

    private Edit.Change other(Entry<Visit> entry) {
        Visit now = entry.value();
        return switch (random.nextInt(5)) {
            case 0 -> new Edit.Delete(RecordKind.VISIT, entry);
            case 1 -> update(entry, new Visit(plan(), now.turn(), now.ending()));
            case 2 -> update(entry, new Visit(now.plan(), now.turn(), ending()));
            default -> update(entry, new Visit(now.plan(), turn(), now.ending()));
        };
    }

    private static Edit.Change update(Entry<Visit> entry, Visit after) {
        return new Edit.Update(RecordKind.VISIT, entry, after);
    }

    private Visit.Plan plan() {
        return new Visit.Plan(
                DAY.plusDays(random.nextInt(2)),
                Service.WORKERS.get(random.nextInt(Service.WORKERS.size())),
                List.of());
    }

    private Visit.Turn turn() {
        return new Visit.Turn(random.nextInt(PLACES));
    }

    private Visit.Ending ending() {
        Visit.State[] states = Visit.State.values();
        return new Visit.Ending(states[random.nextInt(states.length)], Instant.parse("2026-03-10T09:00:00Z"));
    }

    private RecordId newId() {
        return new RecordId(new UUID(0x0190_8000_0000_7000L | random.nextInt(1 << 12), random.nextLong()));
    }
}
