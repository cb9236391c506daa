package org.tournee.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.BilanConclusion.Orientation;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.Goal;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Place;
import org.tournee.contact.Topic;
import org.tournee.mandate.Mandate;
import org.tournee.request.Request;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** What is known and agreed in a dossier besides its contacts: requests, bilan, goals, actions, agreement, mandates. */
final class Assessment {

    private static final ZoneId ZONE = ZoneId.of(DemoOrganisation.ZONE);
    private static final WordLists PHRASES = WordLists.load("phrases.txt");
    private static final int[] TOPICS = {36, 18, 14, 11, 5, 6, 2, 6, 1, 1};

    private final CareTeam team;
    private final LocalDate since;
    private final LocalDate today;
    private final Dice dice;
    private final List<Made> made = new ArrayList<>();

    /** {@code since}: the first day on which anything may have been recorded. */
    Assessment(CareTeam team, LocalDate since, LocalDate today, Dice dice) {
        this.team = team;
        this.since = since;
        this.today = today;
        this.dice = dice;
    }

    List<Made> all() {
        request();
        times(2, 5, this::bilanItem);
        times(0, 2, this::goal);
        times(0, 3, this::action);
        if (dice.chance(82)) {
            conclusion();
        }
        if (dice.chance(88)) {
            agreement();
        }
        if (dice.chance(13)) {
            mandate();
        }
        if (dice.chance(30)) {
            appointment();
        }
        return List.copyOf(made);
    }

    private void request() {
        Topic subject = dice.weighted(List.of(Topic.values()), TOPICS);
        Request.Origin origin = dice.weighted(List.of(Request.Origin.values()), 80, 17, 3);
        Request.Urgency urgency = dice.weighted(List.of(Request.Urgency.values()), 70, 23, 7);
        LocalDate decidedOn = earlier(since.plusDays(dice.between(3, 35)));
        keep(
                since,
                RecordKind.REQUEST,
                new Request(
                        new Request.Demand(origin, urgency, subject, since, dice.oneOf(PHRASES.of("asked"))),
                        new Request.Handling(
                                since,
                                earlier(since.plusDays(dice.between(2, 20))),
                                dice.weighted(List.of(Request.Decision.values()), 70, 12, 18),
                                decidedOn,
                                earlier(decidedOn.plusDays(dice.between(1, 8))),
                                null)));
    }

    private void bilanItem() {
        Dimension dimension = dice.weighted(List.of(Dimension.values()), 18, 24, 17, 12, 8, 6, 12, 3);
        Effect effect = dice.weighted(List.of(Effect.values()), 34, 40, 16, 10);
        WhoseWord word = dice.weighted(List.of(WhoseWord.values()), 42, 20, 38);
        String text = dice.oneOf(PHRASES.of(dimension.name() + "." + effect.name()));
        LocalDate opened = dice.day(since, today);
        LocalDate closed = dice.chance(25) ? dice.day(opened.plusDays(1), today) : null;
        keep(
                opened,
                RecordKind.BILAN_ITEM,
                new BilanItem(
                        new BilanItem.Statement(dimension, effect, word, text, dice.chance(6)),
                        new BilanItem.Validity(opened, closed != null && closed.isAfter(opened) ? closed : null)));
    }

    private void goal() {
        LocalDate agreed = dice.day(since, today);
        LocalDate revisit = agreed.plusMonths(dice.between(4, 14));
        boolean open = revisit.isAfter(today) || dice.chance(8);
        Goal.State ended = dice.chance(70) ? Goal.State.REACHED : Goal.State.GIVEN_UP;
        keep(
                agreed,
                RecordKind.GOAL,
                new Goal(
                        new Goal.Aim(dice.oneOf(List.of(Dimension.values())), dice.oneOf(PHRASES.of("goals"))),
                        new Goal.Agreement(agreed, revisit),
                        new Goal.Progress(open ? Goal.State.OPEN : ended)));
    }

    /** The last yearly revision of the situation; a few are late. Rule: R-SEG-7. */
    private void conclusion() {
        LocalDate concluded = dice.day(later(since, today.minusMonths(11)), today.minusDays(1));
        Orientation orientation = dice.weighted(List.of(Orientation.values()), 30, 40, 30);
        String reason = dice.oneOf(PHRASES.of("conclusion." + orientation.name()));
        keep(
                concluded,
                RecordKind.BILAN_CONCLUSION,
                new BilanConclusion(new BilanConclusion.Conclusion(orientation, concluded, reason)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private void action() {
        LocalDate noted = dice.day(since, today);
        LocalDate due = noted.plusDays(dice.between(5, 120));
        boolean open = due.isAfter(today.minusDays(20)) && dice.chance(80);
        keep(
                noted,
                RecordKind.ACTION_ITEM,
                new ActionItem(
                        new ActionItem.Task(
                                dice.oneOf(PHRASES.of("actions")),
                                dice.weighted(List.of(ActionItem.By.values()), 45, 40, 15),
                                dice.weighted(List.of(ActionItem.Horizon.values()), 55, 35, 10),
                                due),
                        open
                                ? new ActionItem.Progress(ActionItem.State.TO_DO, null)
                                : new ActionItem.Progress(ActionItem.State.DONE, earlier(due))));
    }

    private void agreement() {
        boolean exception = dice.chance(9);
        LocalDate signed = dice.day(since, earlier(since.plusDays(60)));
        LocalDate ends = today.plusMonths(dice.between(-1, 16));
        keep(
                signed,
                RecordKind.SERVICE_AGREEMENT,
                new ServiceAgreement(new ServiceAgreement.Terms(
                        exception ? "" : dice.oneOf(PHRASES.of("commitments")),
                        exception ? null : signed,
                        exception ? null : ends.isAfter(signed) ? ends : signed.plusMonths(12),
                        exception ? dice.oneOf(PHRASES.of("exceptions")) : null)));
    }

    private void mandate() {
        LocalDate start = dice.day(since, today);
        Mandate.Kind kind = dice.weighted(List.of(Mandate.Kind.values()), 20, 55, 10, 15, 0);
        String authority =
                kind == Mandate.Kind.EVICTION_ENQUIRY ? "Préfecture de la Vienne" : "Département de la Vienne";
        keep(
                start,
                RecordKind.MANDATE,
                new Mandate(
                        new Mandate.Mission(kind, authority, null),
                        new Mandate.Term(start, dice.chance(40) ? start.plusMonths(12) : null)));
    }

    private void appointment() {
        Instant startsAt = today.plusDays(dice.between(1, 21))
                .atTime(LocalTime.of(dice.between(9, 16), 30 * dice.between(0, 1)))
                .atZone(ZONE)
                .toInstant();
        keep(
                earlier(today.minusDays(dice.between(1, 20))),
                RecordKind.APPOINTMENT,
                new Appointment(
                        new Appointment.Plan(
                                startsAt,
                                dice.chance(60) ? 45 : 60,
                                dice.weighted(List.of(Place.values()), 45, 25, 28, 1, 1),
                                team.referent(),
                                null),
                        new Appointment.Attendance(Appointment.State.PLANNED)));
    }

    private void keep(LocalDate day, RecordKind kind, Object value) {
        LocalDate noted = day.isBefore(since) ? since : day;
        Instant at = earlier(noted)
                .atTime(dice.between(8, 17), dice.between(0, 59))
                .atZone(ZONE)
                .toInstant();
        made.add(new Made(team.referent(), at, kind, dice.recordId(at), Audience.SERVICE, value));
    }

    private LocalDate earlier(LocalDate day) {
        return day.isAfter(today.minusDays(1)) ? today.minusDays(1) : day;
    }

    private void times(int least, int most, Runnable make) {
        for (int i = dice.between(least, most); i > 0; i--) {
            make.run();
        }
    }
}
