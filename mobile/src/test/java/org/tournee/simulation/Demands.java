package org.tournee.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mandate.Mandate;
import org.tournee.mandate.MandateEnd;
import org.tournee.mobile.store.Edit;
import org.tournee.request.Request;
import org.tournee.request.Request.Decision;
import org.tournee.request.Request.Handling;
import org.tournee.request.RequestStep;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What workers note of requests and mandates, on few days: so that they often take the same step on another one. */
final class Demands {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 3;

    /** What was asked for before anything happens. */
    static final Request ASKED = new Request(
            new Request.Demand(
                    Request.Origin.PERSON, Request.Urgency.NORMAL, Topic.HOUSING, RECEIVED, "Un logement plus grand"),
            Handling.NONE);

    private final DossierContents seen;
    private final Set<RecordId> endings;
    private final SplittableRandom random;

    /** @param endings the mandates of which an end waits: the screen offers no second one */
    Demands(DossierContents seen, Set<RecordId> endings, SplittableRandom random) {
        this.seen = seen;
        this.endings = endings;
        this.random = random;
    }

    Optional<Edits.Made> any() {
        return random.nextInt(3) > 0
                ? ofRequests().flatMap(this::one)
                : ofMandates().flatMap(this::one);
    }

    /** A dossier has one or two: so they meet. */
    private Optional<Edit.Change> ofRequests() {
        Optional<Entry<Request>> request = anyOf(seen.requests());
        if (request.isEmpty() || (seen.requests().size() < 2 && random.nextInt(8) == 0)) {
            return Optional.of(create(RecordKind.REQUEST, new Request(demand(), Handling.NONE)));
        }
        return switch (random.nextInt(8)) {
            case 0 -> request.flatMap(this::correction);
            case 1 -> request.map(this::otherDemand);
            default -> request.flatMap(this::step);
        };
    }

    private Optional<Edit.Change> ofMandates() {
        Optional<Entry<Mandate>> mandate = anyOf(seen.mandates());
        if (mandate.isEmpty()) {
            return Optional.of(create(RecordKind.MANDATE, new Mandate(mission(), new Mandate.Term(RECEIVED, null))));
        }
        return random.nextInt(4) == 0 ? mandate.map(this::otherMission) : mandate.flatMap(this::end);
    }

    private Optional<Edits.Made> one(Edit.Change change) {
        return Optional.of(new Edits.Made(Edit.of(seen.id(), change), false, List.of()));
    }

    private Edit.Change create(RecordKind kind, Object value) {
        RecordId id = new RecordId(new UUID(0x0190_7000_0000_7000L | random.nextInt(1 << 12), random.nextLong()));
        return new Edit.Create(kind, id, Audience.SERVICE, value);
    }

    private Request.Demand demand() {
        return new Request.Demand(
                Request.Origin.PERSON,
                random.nextBoolean() ? Request.Urgency.NORMAL : Request.Urgency.SOON,
                Topic.HOUSING,
                RECEIVED,
                "demande " + random.nextInt(3));
    }

    private Mandate.Mission mission() {
        return new Mandate.Mission(Mandate.Kind.BUDGET_SUPPORT, "autorité " + random.nextInt(3), null);
    }

    private LocalDate day() {
        return RECEIVED.plusDays(random.nextInt(DAYS));
    }

    /** As the screen takes it: one that its rule refuses is told there and then. */
    private Optional<Edit.Change> step(Entry<Request> entry) {
        List<RequestStep> open = RequestStep.openTo(entry.value());
        if (open.isEmpty()) {
            return Optional.empty();
        }
        RequestStep step = open.get(random.nextInt(open.size()));
        Decision decision = random.nextBoolean() ? Decision.GRANTED : Decision.REFUSED;
        return step.take(entry.value(), day(), decision, LocalDate.MAX) instanceof RequestStep.Taken taken
                ? Optional.of(new Edit.Update(RecordKind.REQUEST, entry, taken.request()))
                : Optional.empty();
    }

    /** The last thing that was done is taken back, or was done on its first possible day. */
    private Optional<Edit.Change> correction(Entry<Request> entry) {
        Handling now = entry.value().handling();
        Handling before = taken(now);
        return now.equals(before)
                ? Optional.empty()
                : Optional.of(new Edit.Update(
                        RecordKind.REQUEST, entry, new Request(entry.value().demand(), before)));
    }

    private static Handling taken(Handling now) {
        if (now.appealedOn() != null) {
            return new Handling(
                    now.acknowledgedOn(),
                    now.appointmentOfferedFor(),
                    now.decision(),
                    now.decidedOn(),
                    now.notifiedOn(),
                    null);
        }
        if (now.notifiedOn() != null) {
            return new Handling(
                    now.acknowledgedOn(),
                    now.appointmentOfferedFor(),
                    now.decision(),
                    now.decidedOn(),
                    now.decidedOn(),
                    null);
        }
        return now.decidedOn() == null
                ? now
                : new Handling(now.acknowledgedOn(), now.appointmentOfferedFor(), null, null, null, null);
    }

    private Edit.Change otherDemand(Entry<Request> entry) {
        return new Edit.Update(
                RecordKind.REQUEST, entry, new Request(demand(), entry.value().handling()));
    }

    private Edit.Change otherMission(Entry<Mandate> entry) {
        return new Edit.Update(RecordKind.MANDATE, entry, entry.value().charged(mission()));
    }

    private Optional<Edit.Change> end(Entry<Mandate> entry) {
        return endings.contains(entry.id())
                ? Optional.empty()
                : Optional.of(new Edit.EndMandate(entry, MandateEnd.of(entry.value(), day())));
    }

    private <T> Optional<Entry<T>> anyOf(List<Entry<T>> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(random.nextInt(entries.size())));
    }
}
