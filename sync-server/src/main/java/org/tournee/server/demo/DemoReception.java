package org.tournee.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Permanence;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.DeskDay;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.ReceptionRegister;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request.Urgency;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * The last weeks at the permanences of a site: who came and how it ended, without a name but where something is passed on;
 * and one collective action. Rules: R-PER, R-COL.
 */
final class DemoReception {

    private static final int WEEKS = 5;
    private static final int MOST_VISITORS = 7;
    private static final int DAYS_UNANSWERED = 10;
    private static final List<String> NAMES = List.of("Mme Petit", "M. Roux", "Mme Blanc", "M. Garnier");

    private final DemoOrganisation organisation;
    private final ZoneId zone;
    private final Instant now;

    DemoReception(DemoOrganisation organisation, ZoneId zone, Instant now) {
        this.organisation = organisation;
        this.zone = zone;
        this.now = now;
    }

    /** Adds it to what a worker of the site sends. */
    void addTo(List<FieldWork> work, DemoSite site, DossierId register, Dice dice) {
        WorkerId worker =
                organisation.staff().of(site, Role.SOCIAL_WORKER).getFirst().id();
        List<FieldWork.Saved> saved = new ArrayList<>();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate first = latest(today.minusWeeks(WEEKS), ReceptionRegister.begin(today));
        organisation.permanences().stream()
                .filter(place -> place.site().equals(organisation.plan(site).id()))
                .limit(2)
                .forEach(place -> first.datesUntil(today)
                        .filter(day -> day.getDayOfWeek() == place.day())
                        .forEach(day -> saved.add(day(place, day, worker, register, dice))));
        saved.add(action(worker, register, site, first, dice));
        add(work, worker, saved);
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void add(List<FieldWork> work, WorkerId worker, List<FieldWork.Saved> saved) {
        List<FieldWork.Saved> all = new ArrayList<>(saved);
        work.stream().filter(one -> one.worker().equals(worker)).forEach(one -> all.addAll(one.saved()));
        work.removeIf(one -> one.worker().equals(worker));
        all.sort(Comparator.comparing(FieldWork.Saved::receivedAt));
        work.add(new FieldWork(worker, List.copyOf(all)));
    }

    private FieldWork.Saved day(Permanence place, LocalDate day, WorkerId worker, DossierId register, Dice dice) {
        RecordId desk = new RecordId(place.id().value());
        Instant opens = day.atTime(place.opens()).atZone(zone).toInstant();
        List<Made> made = new ArrayList<>();
        DeskDay opened = new DeskDay(
                new DeskDay.Session(desk, day),
                new DeskDay.Conditions(
                        dice.chance(60) ? DeskDay.Confidentiality.GOOD : DeskDay.Confidentiality.PARTIAL,
                        dice.chance(40) ? DeskDay.Connection.NONE : DeskDay.Connection.WEAK,
                        DeskDay.Admission.BOTH,
                        List.of()),
                new DeskDay.Closing(opens.plus(Duration.ofHours(3))));
        made.add(made(worker, opens, RecordKind.DESK_DAY, opened, dice));
        int visitors = dice.between(2, MOST_VISITORS);
        for (int number = 0; number < visitors; number++) {
            visitor(made, desk, day, opens.plus(Duration.ofMinutes(20L * number)), worker, dice);
        }
        return new FieldWork.Saved(register, evening(day), List.copyOf(made));
    }

    private void visitor(List<Made> made, RecordId desk, LocalDate day, Instant at, WorkerId worker, Dice dice) {
        WalkIn.State end =
                dice.weighted(List.of(WalkIn.State.SETTLED, WalkIn.State.PASSED_ON, WalkIn.State.LEFT), 6, 3, 1);
        Instant received = at.plus(Duration.ofMinutes(dice.between(1, 25)));
        Instant ended = received.plus(Duration.ofMinutes(dice.between(3, 20)));
        WalkIn.Course course = end == WalkIn.State.LEFT
                ? WalkIn.Course.WAITING.ended(end, worker, ended)
                : WalkIn.Course.WAITING.received(worker, received).ended(end, worker, ended);
        Urgency urgency = dice.weighted(List.of(Urgency.NORMAL, Urgency.SOON, Urgency.IMMEDIATE), 7, 2, 1);
        String name = dice.weighted(NAMES, 1, 1, 1, 1);
        WalkIn walkIn = WalkIn.arrived(desk, day, at)
                .with(new WalkIn.Visitor(end == WalkIn.State.PASSED_ON ? name : null, null, null))
                .with(new WalkIn.Need(
                        dice.weighted(List.of(Topic.HOUSING, Topic.FINANCE, Topic.ACCESS_TO_RIGHTS), 2, 3, 3),
                        urgency,
                        ""))
                .with(course);
        Made came = made(worker, at, RecordKind.WALK_IN, walkIn, dice);
        made.add(came);
        if (end == WalkIn.State.PASSED_ON) {
            LiaisonSheet sheet = new LiaisonSheet(
                    new LiaisonSheet.Message(
                            came.id(), name, "", "Demande un rendez-vous avec le service logement.", urgency, day),
                    LiaisonSheet.Address.to("Relais logement du Clain"),
                    null);
            made.add(made(worker, ended, RecordKind.LIAISON, answered(sheet, worker), dice));
        }
    }

    /** The partner took over on the phone the same day, but for those of the last days. */
    private LiaisonSheet answered(LiaisonSheet sheet, WorkerId worker) {
        LocalDate day = sheet.message().sentOn();
        boolean lately = day.plusDays(DAYS_UNANSWERED).isAfter(LocalDate.ofInstant(now, zone));
        return lately ? sheet : sheet.takenOver(worker, day);
    }

    private FieldWork.Saved action(WorkerId worker, DossierId register, DemoSite site, LocalDate first, Dice dice) {
        List<Made> made = new ArrayList<>();
        CollectiveAction budget = new CollectiveAction(
                new CollectiveAction.Theme(Topic.FINANCE, "Atelier budget de " + site.label, site.label, first), null);
        Instant at = evening(first);
        Made action = made(worker, at, RecordKind.COLLECTIVE_ACTION, budget, dice);
        made.add(action);
        int came = dice.between(4, 12);
        made.add(made(
                worker,
                at,
                RecordKind.COLLECTIVE_SESSION,
                new CollectiveSession(
                        new CollectiveSession.Session(action.id(), first, 90, came, dice.between(0, came))),
                dice));
        return new FieldWork.Saved(register, at, List.copyOf(made));
    }

    private Instant evening(LocalDate day) {
        Instant at = day.atTime(LocalTime.of(18, 0)).atZone(zone).toInstant();
        return at.isAfter(now) ? now : at;
    }

    private static Made made(WorkerId author, Instant at, RecordKind kind, Object value, Dice dice) {
        return new Made(author, at, kind, dice.recordId(at), Audience.SERVICE, value);
    }
}
