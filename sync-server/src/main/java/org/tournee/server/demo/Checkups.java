package org.tournee.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.Right;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightCheck.Documents;
import org.tournee.rights.RightCheck.Ending;
import org.tournee.rights.RightCheck.Finding;
import org.tournee.rights.RightCheck.FollowUp;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCatalogue;
import org.tournee.rights.RightsCheckup;
import org.tournee.rights.RightsDomain;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Rendez-vous des droits: over half of the rights restored are in health, after about 15 days. Source: 004 §2.1.2. */
final class Checkups {

    private static final ZoneId ZONE = ZoneId.of(DemoOrganisation.ZONE);
    private static final List<String> DECLINED = WordLists.load("phrases.txt").of("declined");
    private static final int[] STATES_IN_HEALTH = {10, 34, 26, 20, 8, 2, 0};
    private static final int[] STATES = {18, 26, 4, 42, 7, 2, 1};

    private final RightsCatalogue catalogue;
    private final CareTeam team;
    private final LocalDate today;
    private final Dice dice;

    Checkups(RightsCatalogue catalogue, CareTeam team, LocalDate today, Dice dice) {
        this.catalogue = catalogue;
        this.team = team;
        this.today = today;
        this.dice = dice;
    }

    /** One sweep on a day since then, with one record for each right that was looked at. */
    List<Made> sweep(LocalDate since) {
        LocalDate day = dice.day(since, today.minusDays(1));
        Instant at = day.atTime(dice.between(9, 16), 0).atZone(ZONE).toInstant();
        RecordId checkup = dice.recordId(at);
        List<Made> made = new ArrayList<>();
        made.add(new Made(
                team.referent(),
                at,
                RecordKind.RIGHTS_CHECKUP,
                checkup,
                Audience.SERVICE,
                new RightsCheckup(
                        new RightsCheckup.Occasion(
                                dice.oneOf(List.of(RightsCheckup.Trigger.values())),
                                dice.weighted(List.of(RightsCheckup.Origin.values()), 50, 35, 15),
                                catalogue.catalogue(),
                                catalogue.version()),
                        new RightsCheckup.Course(at, 5 * dice.between(4, 12), true))));
        for (Right right : catalogue.offered()) {
            boolean health = right.domain() == RightsDomain.HEALTH;
            RightState state = dice.weighted(List.of(RightState.values()), health ? STATES_IN_HEALTH : STATES);
            if (state != RightState.NOT_LOOKED_AT) {
                Instant then = at.plusSeconds(20L * made.size());
                made.add(new Made(
                        team.referent(),
                        then,
                        RecordKind.RIGHT_CHECK,
                        dice.recordId(then),
                        Audience.SERVICE,
                        check(checkup, right, state, day)));
            }
        }
        return made;
    }

    private RightCheck check(RecordId checkup, Right right, RightState state, LocalDate day) {
        String reason = state == RightState.DECLINED ? dice.oneOf(DECLINED) : null;
        boolean follows = state == RightState.PROBABLE;
        LocalDate due = day.plusDays(dice.between(8, 20));
        Documents documents = follows
                ? new Documents(
                        right.documents().stream().limit(dice.between(0, 2)).toList())
                : null;
        FollowUp followUp =
                follows ? new FollowUp(due, dice.chance(50) ? team.adminReferent() : team.referent()) : null;
        return new RightCheck(
                new RightCheck.Subject(checkup, right.id()),
                new Finding(state, reason),
                followUp,
                documents,
                follows ? ending(due) : null);
    }

    private @Nullable Ending ending(LocalDate due) {
        LocalDate ended = due.plusDays(dice.between(-6, 10));
        if (!ended.isBefore(today) || dice.chance(8)) {
            return null;
        }
        return new Ending(dice.weighted(List.of(FollowUpOutcome.values()), 72, 12, 6, 10), ended);
    }
}
