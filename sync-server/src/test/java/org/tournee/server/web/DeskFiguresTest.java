package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.organisation.Role;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.WalkIn;
import org.tournee.server.TestPhone;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What the desks count, whole for those who work with it, without small cells for the direction. Rules: R-IND, R-PER. */
class DeskFiguresTest extends WebTest {

    private static final String PAGE = "/accueil";

    private ReceptionFixture desks;
    private TestPhone phone;
    private LocalDate lastMonth;
    private Instant then;

    @BeforeEach
    void aSite() {
        desks = new ReceptionFixture(service, clock.instant());
        desks.worksIn(referent, Role.SOCIAL_WORKER, desks.northTeam);
        phone = service.phone(referent).clockAt(clock.instant()).pull();
        lastMonth = desks.today.withDayOfMonth(1).minusDays(1);
        then = lastMonth.atTime(9, 0).atZone(ZoneId.of("Europe/Paris")).toInstant();
    }

    private void came(UUID desk, LocalDate day, int times, WalkIn.State end) {
        for (int at = 0; at < times; at++) {
            WalkIn arrived = WalkIn.arrived(new RecordId(desk), day, then);
            Instant received = then.plus(Duration.ofMinutes(12));
            WalkIn walkIn = end == WalkIn.State.LEFT
                    ? arrived.with(WalkIn.Course.WAITING.ended(end, referent, received))
                    : arrived.with(WalkIn.Course.WAITING
                            .received(referent, received)
                            .ended(end, referent, received.plus(10, ChronoUnit.MINUTES)));
            desks.written(phone, RecordKind.WALK_IN, walkIn);
        }
    }

    private static String row(String html, String name) {
        int at = html.indexOf(name);
        assertThat(at).as(name).isPositive();
        return html.substring(at, html.indexOf("</tr>", at)).replaceAll("<[^>]+>", "|");
    }

    @Test
    void theDirectionReadsNoSmallCellAndNothingThatTellsOne() {
        came(desks.permanence, lastMonth, 6, WalkIn.State.SETTLED);
        came(desks.permanence, lastMonth, 1, WalkIn.State.LEFT);
        came(desks.north, lastMonth, 3, WalkIn.State.SETTLED);

        String whole = browser(head).get(PAGE).html();
        assertThat(row(whole, "Permanence de")).contains("|7|", "|6|", "|1|", "12 min");
        assertThat(row(whole, "Accueil de Loudun")).contains("|3|");

        String published = browser(direction).get(PAGE).html();
        assertThat(row(published, "Permanence de"))
                .contains("|7|", "12 min")
                .doesNotContain("|6|")
                .doesNotContain("|1|\n")
                .contains("|–|");
        assertThat(row(published, "Accueil de Loudun"))
                .contains("moins de 5")
                .doesNotContain("|3|")
                .doesNotContain("min|");
        assertThat(published).doesNotContain("?lieu=");
    }

    @Test
    void theDirectionReadsNoDayOfADeskAndWholeMonthsAlone() {
        came(desks.permanence, lastMonth, 5, WalkIn.State.SETTLED);
        came(desks.permanence, desks.today, 1, WalkIn.State.SETTLED);

        String page = browser(direction).get(PAGE + "?lieu=" + desks.permanence).html();

        assertThat(page)
                .contains("au " + Words.day(lastMonth), "Accueil et permanences")
                .doesNotContain(">" + Words.day(lastMonth) + "<");
        assertThat(row(page, "Permanence de")).contains("|5|").doesNotContain("|6|");
        assertThat(browser(head).get(PAGE + "?lieu=" + desks.permanence).html())
                .contains(">" + Words.day(lastMonth) + "<");
    }

    @Test
    void oneDeskShowsItsOwnDaysAlone() {
        came(desks.permanence, lastMonth, 2, WalkIn.State.SETTLED);
        came(desks.north, lastMonth, 3, WalkIn.State.SETTLED);

        assertThat(row(browser(head).get(PAGE + "?lieu=" + desks.permanence).html(), ">" + Words.day(lastMonth) + "<"))
                .contains("|2|")
                .doesNotContain("|3|");
    }

    @Test
    void sessionsOfThePeriodAreCountedAndNoOthers() {
        RecordId action = action("Atelier budget", desks.today.minusMonths(8), null);
        session(action, desks.today.minusMonths(7), 40);
        session(action, desks.today, 9);
        action("Atelier cuisine", desks.today.minusMonths(8), desks.today.minusMonths(7));

        String page = browser(head).get(PAGE).html();

        assertThat(row(page, "Atelier budget")).contains("|1|", "|9|").doesNotContain("49");
        assertThat(page).doesNotContain("Atelier cuisine");
    }

    @Test
    void theDirectionReadsNoSmallGroup() {
        RecordId action = action("Atelier budget", lastMonth, null);
        session(action, lastMonth, 3);

        assertThat(row(browser(direction).get(PAGE).html(), "Atelier budget"))
                .contains("|–|")
                .doesNotContain("|3|");
    }

    private RecordId action(String title, LocalDate from, @Nullable LocalDate until) {
        return desks.written(
                phone,
                RecordKind.COLLECTIVE_ACTION,
                new CollectiveAction(
                        new CollectiveAction.Theme(Topic.FINANCE, title, "Site de Loudun", from),
                        until == null ? null : new CollectiveAction.Ending(until)));
    }

    private void session(RecordId action, LocalDate day, int participants) {
        desks.written(
                phone,
                RecordKind.COLLECTIVE_SESSION,
                new CollectiveSession(new CollectiveSession.Session(action, day, 90, participants, 0)));
    }
}
