package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.WorkerId;
import org.tournee.outreach.Opposition;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.Desk;
import org.tournee.reception.DeskDay;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.NamedTeam;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request.Urgency;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.reminder.DossierReminders;
import org.tournee.server.store.Registers;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;

/** A desk from the phone to the back office. Rules: R-PER, R-COL, R-SHARE, R-GDPR, R-AUD. */
class ReceptionPagesTest extends WebTest {

    private static final String PAGE = "/accueil";

    private ReceptionFixture desks;
    private UUID permanence;
    private TeamId northTeam;
    private TeamId southTeam;
    private LocalDate today;

    /** The referent works in the north, the colleague in the south. */
    @BeforeEach
    void twoSites() {
        desks = new ReceptionFixture(service, clock.instant());
        permanence = desks.permanence;
        northTeam = desks.northTeam;
        southTeam = desks.southTeam;
        today = desks.today;
        worksIn(referent, northTeam);
        worksIn(colleague, southTeam);
    }

    private void worksIn(WorkerId worker, TeamId team) {
        desks.worksIn(worker, Role.SOCIAL_WORKER, team);
    }

    private TestPhone phoneOf(WorkerId worker) {
        return service.phone(worker).clockAt(clock.instant()).pull();
    }

    private DossierId register(TestPhone phone) {
        return desks.register(phone);
    }

    private WalkIn came(int minutesAgo) {
        return WalkIn.arrived(new RecordId(permanence), today, clock.instant().minus(Duration.ofMinutes(minutesAgo)));
    }

    private RecordId written(TestPhone phone, RecordKind kind, Object value) {
        return desks.written(phone, kind, value);
    }

    @Test
    void phonesLearnOfDesksAndTeamsAndEachSiteHoldsItsOwnRegister() {
        TestPhone phone = phoneOf(referent);

        List<Desk> desks = phone.ofKind(RecordKind.DESK).stream()
                .map(row -> Groups.parse(row.groups()).as(Desk.class))
                .toList();
        assertThat(desks).hasSize(3);
        assertThat(desks).filteredOn(desk -> !desk.isOfSite()).singleElement().satisfies(desk -> {
            assertThat(desk.place().siteName()).isEqualTo("Loudun");
            assertThat(desk.place().day()).isEqualTo(DayOfWeek.MONDAY);
        });
        assertThat(phone.ofKind(RecordKind.TEAM))
                .extracting(row -> Groups.parse(row.groups())
                        .as(NamedTeam.class)
                        .identity()
                        .name())
                .contains("Nord", "Sud");
        assertThat(phone.ofKind(RecordKind.RECEPTION_REGISTER)).hasSize(2);
        assertThat(register(phone)).isNotEqualTo(register(phoneOf(colleague)));
    }

    @Test
    void whoeverComesIsSeenByThoseOfTheSiteAndByNobodyElse() {
        TestPhone phone = phoneOf(referent);
        RecordId here = written(phone, RecordKind.WALK_IN, came(10));
        WorkerId secretary = worker("Odile Fort", Role.ADMIN_ASSISTANT);
        desks.worksIn(secretary, Role.ADMIN_ASSISTANT, northTeam);

        assertThat(phoneOf(secretary).ofKind(RecordKind.WALK_IN))
                .extracting(row -> row.id())
                .containsExactly(here);
        TestPhone elsewhere = phoneOf(colleague);
        assertThat(elsewhere.ofKind(RecordKind.WALK_IN)).isEmpty();
        Outcome outcome = elsewhere
                .save(register(phone), TestPhone.create(RecordKind.WALK_IN, new RecordId(UUID.randomUUID()), came(1)))
                .push()
                .get(0);
        assertThat(outcome.reason()).isEqualTo(ReturnReason.NOT_ALLOWED);
    }

    @Test
    void aRegisterHoldsNoContactAndADossierNoWalkIn() {
        TestPhone phone = phoneOf(referent);
        assertThat(phone.save(dossier, TestPhone.create(RecordKind.WALK_IN, new RecordId(UUID.randomUUID()), came(1)))
                        .push())
                .extracting(Outcome::reason)
                .containsExactly(ReturnReason.NOT_ALLOWED);
        assertThat(phone.save(
                                register(phone),
                                TestPhone.create(
                                        RecordKind.OPPOSITION,
                                        new RecordId(UUID.randomUUID()),
                                        Opposition.statedOn(today)))
                        .push())
                .extracting(Outcome::reason)
                .containsExactly(ReturnReason.NOT_ALLOWED);
    }

    @Test
    void figuresAreShownByPlaceAndByDayAndNameNobody() {
        TestPhone phone = phoneOf(referent);
        Instant now = clock.instant();
        written(
                phone,
                RecordKind.DESK_DAY,
                new DeskDay(
                        new DeskDay.Session(new RecordId(permanence), today),
                        new DeskDay.Conditions(
                                DeskDay.Confidentiality.PARTIAL,
                                DeskDay.Connection.NONE,
                                DeskDay.Admission.BOTH,
                                List.of()),
                        null));
        WalkIn.Visitor petit = new WalkIn.Visitor("Mme Petit", null, null);
        written(
                phone,
                RecordKind.WALK_IN,
                came(30).with(petit)
                        .with(WalkIn.Course.WAITING
                                .received(referent, now.minus(Duration.ofMinutes(18)))
                                .ended(WalkIn.State.SETTLED, referent, now)));
        written(
                phone,
                RecordKind.WALK_IN,
                came(30).with(WalkIn.Course.WAITING.ended(WalkIn.State.LEFT, referent, now)));

        String sums = browser(backOffice).get(PAGE).html();
        assertThat(sums).contains("Permanence de").contains("12 min").doesNotContain("Petit");
        String days = browser(backOffice).get(PAGE + "?lieu=" + permanence).html();
        assertThat(days).contains("on est parfois entendu, pas de réseau", Words.day(today));
        assertThat(browser(direction).get(PAGE).status()).isEqualTo(200);
    }

    @Test
    void aLiaisonSheetIsReadAndTakenOverByWhomItGoesTo() {
        TestPhone phone = phoneOf(referent);
        RecordId sheet = written(
                phone,
                RecordKind.LIAISON,
                new LiaisonSheet(
                        new LiaisonSheet.Message(
                                new RecordId(UUID.randomUUID()),
                                "M. Roux",
                                "06 00 00 00 01",
                                "Coupure d’électricité lundi",
                                Urgency.IMMEDIATE,
                                today),
                        LiaisonSheet.Address.to(southTeam),
                        null));
        Browser theirs = browser(colleague);

        assertThat(theirs.get(PAGE).html())
                .contains("Fiches de liaison pour vous", "tout de suite")
                .doesNotContain("Roux");
        assertThat(theirs.get(PAGE + "/liaisons/" + sheet).html())
                .contains("M. Roux", "Coupure d’électricité", "À l’équipe Sud");
        assertThat(browser(stranger()).get(PAGE + "/liaisons/" + sheet).status())
                .isEqualTo(404);
        assertThat(browser(backOffice).get(PAGE + "/liaisons/" + sheet).status())
                .isEqualTo(404);
        assertThat(browser(stranger()).get(PAGE + "/liaisons/" + sheet).html())
                .contains("Demandez à qui vous l’a envoyée");
        assertThat(audits(sheet)).contains(colleague + " READ", backOffice + " REFUSE");

        theirs.submit(PAGE + "/liaisons/" + sheet, Map.of());
        LiaisonSheet seen = phone.pull().ofKind(RecordKind.LIAISON).stream()
                .map(row -> Groups.parse(row.groups()).as(LiaisonSheet.class))
                .findFirst()
                .orElseThrow();
        assertThat(seen.takeover()).isEqualTo(new LiaisonSheet.Takeover(colleague, today));
    }

    /** Rules: R-REL, R-REM. */
    @Test
    void aLiaisonSheetThatNobodyTookOverIsToldAndToldToTheHeadUntilSomebodyDoes() {
        TestPhone phone = phoneOf(referent);
        WorkerId southHead = worker("Hélène Sud", Role.TEAM_HEAD);
        desks.worksIn(southHead, Role.TEAM_HEAD, southTeam);
        RecordId fresh = passedOn(phone, today.minusDays(2), LiaisonSheet.Address.to(colleague));
        assertThat(late(phone, referent)).isEmpty();
        RecordId lately = passedOn(phone, today.minusDays(3), LiaisonSheet.Address.to(colleague));

        assertThat(late(phone, referent)).hasSize(1);
        assertThat(late(phone, colleague))
                .hasSize(1)
                .allMatch(row -> row.startsWith("Fiche du ") && !row.contains("Roux"));
        assertThat(late(phone, southHead)).isEmpty();

        RecordId old = passedOn(phone, today.minusDays(17), LiaisonSheet.Address.to(colleague));
        assertThat(late(phone, southHead)).hasSize(1);
        assertThat(late(phone, stranger())).isEmpty();

        takeOver(lately);
        takeOver(old);
        assertThat(late(phone, referent)).isEmpty();
        assertThat(late(phone, southHead)).isEmpty();
        assertThat(browser(colleague).get(PAGE + "/liaisons/" + fresh).html()).contains("Prendre le relais");
    }

    private void takeOver(RecordId sheet) {
        Browser theirs = browser(colleague);
        theirs.get(PAGE + "/liaisons/" + sheet);
        assertThat(theirs.submit(PAGE + "/liaisons/" + sheet, Map.of()).status())
                .isEqualTo(303);
    }

    private RecordId passedOn(TestPhone phone, LocalDate sentOn, LiaisonSheet.Address to) {
        return written(
                phone,
                RecordKind.LIAISON,
                new LiaisonSheet(
                        new LiaisonSheet.Message(
                                new RecordId(UUID.randomUUID()), "M. Roux", "", "Rappeler", Urgency.NORMAL, sentOn),
                        to,
                        null));
    }

    /** What somebody's page says of sheets that nobody took over, once the reminders are up to date. */
    private List<String> late(TestPhone phone, WorkerId viewer) {
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), register(phone));
        return Pattern.compile("data-test=\"late-row\">([^<]*)")
                .matcher(browser(viewer).get(PAGE).html())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private List<String> audits(RecordId record) {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select worker_id, act from audit where org_id = ? and record_id = ? order by seq",
                        row -> row.getString("worker_id") + " " + row.getString("act"),
                        service.organisation(),
                        record));
    }

    @Test
    void whoeverGoesToAnotherSiteGivesTheRegisterBackAndKeepsWhatTheyWroteBefore() {
        TestPhone phone = phoneOf(referent);
        DossierId register = register(phone);
        phone.save(register, TestPhone.create(RecordKind.WALK_IN, new RecordId(UUID.randomUUID()), came(10)));
        worksIn(referent, southTeam);

        assertThat(phone.push()).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.APPLIED);
        assertThat(register(phoneOf(referent))).isNotEqualTo(register);
    }

    @Test
    void aCollectiveActionIsCountedWithoutANameBySession() {
        TestPhone phone = phoneOf(referent);
        RecordId action = written(
                phone,
                RecordKind.COLLECTIVE_ACTION,
                new CollectiveAction(
                        new CollectiveAction.Theme(Topic.FINANCE, "Atelier budget", "Site de Loudun", today), null));
        for (int participants : List.of(8, 11)) {
            written(
                    phone,
                    RecordKind.COLLECTIVE_SESSION,
                    new CollectiveSession(new CollectiveSession.Session(action, today, 90, participants, 3)));
        }

        assertThat(browser(head).get(PAGE).html())
                .containsPattern("Atelier budget[\\s\\S]*>2<[\\s\\S]*>19<[\\s\\S]*>6<");
    }

    @Test
    void whatWasSaidAtADeskGoesAfterHalfAYearAndItsFiguresStay() {
        TestPhone phone = phoneOf(referent);
        DossierId register = register(phone);
        written(phone, RecordKind.WALK_IN, came(10).with(new WalkIn.Visitor("Mme Petit", null, null)));

        service.bean(Registers.class)
                .keepUp(
                        service.organisation(),
                        today.plusMonths(10).atStartOfDay(ZoneOffset.UTC).toInstant());

        assertThat(count("sealing_key", "owner_id", register)).isZero();
        assertThat(count("erased_dossier", "dossier_id", register)).isEqualTo(1);
        assertThat(count("walk_in_fact", "register_id", register)).isEqualTo(1);
        assertThat(count("record", "octet_length(sealed) > 0 and dossier_id", register))
                .isZero();
    }

    private int count(String table, String column, DossierId register) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                                connection,
                                "select count(*) as n from " + table + " where org_id = ? and " + column + " = ?",
                                row -> row.getInt("n"),
                                service.organisation(),
                                register)
                        .orElse(0));
    }

    @Test
    void theAdministrationOfTheServiceSeesNoDesk() {
        WorkerId administrator = worker("Alix Admin", Role.ADMINISTRATOR);
        assertThat(browser(administrator).get(PAGE).status()).isIn(403, 404);
    }
}
