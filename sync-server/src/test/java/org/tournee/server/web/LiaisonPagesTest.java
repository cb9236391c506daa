package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.LiaisonSheet;
import org.tournee.request.Request.Urgency;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.store.Registers;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** What is promised of liaison sheets, and what is audited of them. Rules: R-PER, R-REL, R-AUD, R-GDPR. */
class LiaisonPagesTest extends WebTest {

    private static final String PAGE = "/accueil";
    private static final String WAITING = "Fiches de liaison pour vous";

    private ReceptionFixture desks;
    private TestPhone phone;

    @BeforeEach
    void aSite() {
        desks = new ReceptionFixture(service, clock.instant());
        desks.worksIn(referent, Role.SOCIAL_WORKER, desks.northTeam);
        desks.worksIn(colleague, Role.SOCIAL_WORKER, desks.southTeam);
        phone = service.phone(referent).clockAt(clock.instant()).pull();
    }

    private RecordId sheet(LiaisonSheet.Address address, LiaisonSheet.Takeover takeover) {
        LiaisonSheet.Message message = new LiaisonSheet.Message(
                new RecordId(UUID.randomUUID()), "M. Roux", "", "Coupure lundi", Urgency.SOON, desks.today);
        return desks.written(phone, RecordKind.LIAISON, new LiaisonSheet(message, address, takeover));
    }

    private static String menu(String html) {
        int at = html.indexOf("href=\"/accueil\"");
        return html.substring(at, html.indexOf("</a>", at));
    }

    @Test
    void whatSomebodyMayNotOpenIsNeitherCountedNorListed() {
        sheet(LiaisonSheet.Address.to(backOffice), null);
        sheet(LiaisonSheet.Address.to(colleague), null);

        String theirs = browser(backOffice).get(PAGE).html();
        assertThat(theirs).doesNotContain(WAITING);
        assertThat(menu(theirs)).doesNotContain("1");
        String his = browser(colleague).get(PAGE).html();
        assertThat(his).contains(WAITING);
        assertThat(menu(his)).contains("1");
    }

    @Test
    void whoTakesOverWhatIsNotTheirsIsAudited() {
        RecordId sheet = sheet(LiaisonSheet.Address.to(colleague), null);
        WorkerId stranger = stranger();

        Browser theirs = browser(stranger);
        theirs.get(PAGE + "/liaisons/" + sheet(LiaisonSheet.Address.to(stranger), null));

        assertThat(theirs.submit(PAGE + "/liaisons/" + sheet, Map.of()).status())
                .isEqualTo(404);

        assertThat(audits(sheet)).contains(stranger + " REFUSE");
        assertThat(browser(colleague).get(PAGE + "/liaisons/" + sheet).html()).doesNotContain("Reprise par");
    }

    private List<String> audits(RecordId record) {
        return service.bean(Database.class)
                .read(connection -> Sql.all(
                        connection,
                        "select worker_id, act from audit where org_id = ? and record_id = ?",
                        row -> row.getString("worker_id") + " " + row.getString("act"),
                        service.organisation(),
                        record));
    }

    @Test
    void whatWasTakenOverLongAgoIsNotListedAnyMore() {
        RecordId old = sheet(LiaisonSheet.Address.to(colleague), takenOn(desks.today.minusDays(31)));
        RecordId recent = sheet(LiaisonSheet.Address.to(colleague), takenOn(desks.today.minusDays(30)));
        RecordId open = sheet(LiaisonSheet.Address.to(desks.southTeam), null);

        String page = browser(colleague).get(PAGE).html();

        assertThat(page).contains(recent.toString(), open.toString()).doesNotContain(old.toString());
        assertThat(menu(page)).contains("1").doesNotContain("2");
    }

    private LiaisonSheet.Takeover takenOn(LocalDate day) {
        return new LiaisonSheet.Takeover(colleague, day);
    }

    @Test
    void aSheetThatIsErasedWithItsRegisterLeavesNothing() {
        sheet(LiaisonSheet.Address.to(colleague), null);

        service.bean(Registers.class)
                .keepUp(
                        service.organisation(),
                        desks.today.plusMonths(10).atStartOfDay(ZoneOffset.UTC).toInstant());

        assertThat(browser(colleague).get(PAGE).html()).doesNotContain(WAITING);
        assertThat(facts()).isZero();
    }

    private int facts() {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                                connection,
                                "select count(*) from liaison_fact where org_id = ?",
                                row -> row.getInt(1),
                                service.organisation())
                        .orElseThrow());
    }
}
