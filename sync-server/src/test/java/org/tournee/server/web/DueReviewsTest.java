package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.WorkerId;
import org.tournee.rights.FollowUpOutcome;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.rights.RightsCheckup;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.reminder.DossierReminders;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What is due on a dossier is found without opening it, counted, and ticked off. Rules: R-SEG-7, R-BO, R-REM. */
class DueReviewsTest extends WebTest {

    @Test
    void aStayPastItsLimitIsInTheListOfItsReferentAndOfTheHeadAndCountedBesideTheName() {
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), dossier); // in A for six months

        String referents = browser(referent).get("/decisions").html();

        assertThat(referents).contains("Réexamens et décisions à date", "Lefèvre", "À vous");
        assertThat(referents).containsPattern("data-test=\"waiting-DECISIONS\">[1-9]");
        assertThat(browser(head).get("/decisions").html()).contains("Réexamens et décisions à date", "Camille Moreau");
        assertThat(browser(worker("Noé Petit", org.tournee.organisation.Role.ADMIN_ASSISTANT))
                        .get("/decisions")
                        .html())
                .doesNotContain("Réexamens et décisions à date", "waiting-DECISIONS");
    }

    /** A number beside a name leads to that many lines. */
    @Test
    void whatIsNoLongerTheirsIsNeitherListedNorCounted() {
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), dossier);
        WorkerId former = stranger();
        service.bean(Database.class)
                .write(connection -> Sql.change(
                        connection,
                        "update reminder_told set worker_id = ? where org_id = ? and worker_id = ?",
                        former,
                        service.organisation(),
                        referent));

        assertThat(browser(former).get("/decisions").html())
                .doesNotContain("Réexamens et décisions à date", "waiting-DECISIONS");
    }

    @Test
    void resourcesThatWereDeclaredAreTickedOffAndTheReminderIsGone() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.CATALOGUE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedCatalogue.FR.catalogue()),
                        ServiceFixture.NOON);
        LocalDate today = today();
        RecordId checkup = TestPhone.newId();
        RecordId rsa = TestPhone.newId();
        phone().pull()
                .save(
                        dossier,
                        TestPhone.create(RecordKind.RIGHTS_CHECKUP, checkup, sweep(today.minusMonths(3))),
                        TestPhone.create(RecordKind.RIGHT_CHECK, rsa, opened(checkup, today.minusMonths(3))))
                .push();
        Browser browser = browser(referent);
        String html = browser.get("/dossiers/" + dossier).html();
        assertThat(html).contains("Ressources à déclarer");

        assertThat(declare(browser, rsa, 1, today.plusDays(1)).html()).contains("n’est pas à venir");
        assertThat(declare(browser, rsa, 1, today.minusMonths(2)).html())
                .contains("une déclaration compte à partir du");
        assertThat(declare(browser, rsa, 7, today).html()).contains("entre-temps");
        assertThat(browser.get("/dossiers/" + dossier).html()).contains("Ressources à déclarer");

        assertThat(declare(browser, rsa, 1, today).status()).isEqualTo(303);
        assertThat(browser.get("/dossiers/" + dossier).html()).doesNotContain("Ressources à déclarer");
        assertThat(Groups.parse(phone().pull().row(rsa).groups())
                        .as(RightCheck.class)
                        .declaration())
                .isEqualTo(new RightCheck.Declaration(today));
    }

    private Browser.Page declare(Browser browser, RecordId right, long rev, LocalDate day) {
        return browser.submit(
                "/dossiers/" + dossier + "/droits/" + right + "/declaration",
                Map.of("rev", Long.toString(rev), "jour", day.toString()));
    }

    private static RightsCheckup sweep(LocalDate on) {
        return new RightsCheckup(
                new RightsCheckup.Occasion(RightsCheckup.Trigger.OTHER_CHANGE, RightsCheckup.Origin.PERSON, "fr", 1),
                new RightsCheckup.Course(
                        on.atTime(10, 0)
                                .atZone(java.time.ZoneId.of("Europe/Paris"))
                                .toInstant(),
                        30,
                        true));
    }

    private static RightCheck opened(RecordId checkup, LocalDate on) {
        return new RightCheck(
                new RightCheck.Subject(checkup, "rsa"),
                new RightCheck.Finding(RightState.PROBABLE, null),
                null,
                new RightCheck.Documents(List.of()),
                new RightCheck.Ending(FollowUpOutcome.OPENED, on));
    }
}
