package org.tournee.mobile.round;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.Edit;
import org.tournee.outreach.Ground;
import org.tournee.outreach.Visit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** The pen of this worker's rounds: a household is in a day's round once. Rule: R-OUT. */
final class RoundPlan {

    private final Phone phone;
    private final Executor screen;
    private final Map<DossierId, DossierWriter> writers = new HashMap<>();

    /** @param screen runs what touches properties: the screen's thread, or inline in tests */
    RoundPlan(Phone phone, Executor screen) {
        this.phone = phone;
        this.screen = screen;
    }

    /** Whether this worker's round of that day goes there already. */
    static boolean goesTo(DossierId dossier, LocalDate day, Phone phone) {
        return Stop.of(phone, day).stream()
                .anyMatch(stop -> stop.contents().id().equals(dossier));
    }

    /** Puts a household at the end of the round of that day, unless it is in it. */
    void add(DossierId dossier, LocalDate day, List<Ground> grounds) {
        writer(dossier)
                .save(
                        () -> goesTo(dossier, day, phone)
                                ? List.of()
                                : List.of(new Edit.Create(
                                        RecordKind.VISIT,
                                        NewRecord.id(),
                                        Audience.SERVICE,
                                        atTheEnd(new Visit.Plan(
                                                day, phone.store().worker(), grounds)))),
                        () -> {});
    }

    /** Somebody was there: the contact is recorded next. */
    void met(Stop stop) {
        update(stop, ended(stop, Visit.State.MET));
        phone.navigator().open(new Destination.ContactForm(stop.contents().id(), null));
    }

    /** What was saved is shown when the store tells the screen of it. */
    void update(Stop stop, Visit after) {
        Edit.Change change = new Edit.Update(RecordKind.VISIT, stop.visit(), after);
        writer(stop.contents().id()).save(List.of(change), () -> {});
    }

    /** The visit as it ended now. */
    Visit ended(Stop stop, Visit.State state) {
        Visit visit = stop.visit().value();
        return new Visit(
                visit.plan(),
                visit.turn(),
                new Visit.Ending(state, phone.clock().instant()));
    }

    private Visit atTheEnd(Visit.Plan plan) {
        int last =
                Stop.of(phone, plan.day()).stream().mapToInt(Stop::rank).max().orElse(-1);
        return new Visit(plan, new Visit.Turn(Math.min(last + 1, Visit.Turn.LAST)), null);
    }

    /** Writes into one dossier, and says when the disk refuses. */
    DossierWriter writer(DossierId dossier) {
        return writers.computeIfAbsent(dossier, of -> DossierWriter.telling(phone, of, screen));
    }
}
