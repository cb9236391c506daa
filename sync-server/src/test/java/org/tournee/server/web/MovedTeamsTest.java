package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.TeamId;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.Desk;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** People receive where their team works, from the moment at which that changes. Rules: R-SHARE, R-PER, R-BO. */
class MovedTeamsTest extends WebTest {

    private ReceptionFixture desks;
    private Browser administration;

    @BeforeEach
    void twoSitesWithATeamEach() {
        desks = new ReceptionFixture(service, clock.instant());
        desks.worksIn(referent, Role.SOCIAL_WORKER, desks.northTeam);
        desks.worksIn(colleague, Role.SOCIAL_WORKER, desks.southTeam);
        service.bean(Database.class).write(connection -> Sql.change(connection, """
                insert into commune (org_id, code, name, postcodes, population, intercommunality)
                values (?, '86078', 'Civray', '86400', 2700, 'Civraisien en Poitou')""", service.organisation()));
        administration = browser(worker("Tom Petit", Role.ADMINISTRATOR));
        administration.get("/service");
    }

    private TestPhone phoneOf(WorkerId worker) {
        return service.phone(worker).clockAt(clock.instant()).pull();
    }

    private void moves(TeamId team, UUID site) {
        assertThat(administration
                        .submit(
                                "/service/equipes/" + team,
                                Map.of("nom", "Nord", "site", site.toString(), "responsable", head.toString()))
                        .status())
                .isEqualTo(303);
    }

    private void site(UUID site, String name) {
        assertThat(administration
                        .submit("/service/sites/" + site, Map.of("nom", name, "commune", "86078"))
                        .status())
                .isEqualTo(303);
    }

    private static String siteOf(TestPhone phone, WorkerId worker) {
        return Groups.parse(phone.row(new RecordId(worker.value())).groups())
                .as(Worker.class)
                .profile()
                .siteName();
    }

    @Test
    void aTeamThatMovesGivesBackTheRegistersOfItsSiteAndHoldsThoseOfTheOther() {
        TestPhone before = phoneOf(referent);
        moves(desks.northTeam, desks.south);

        TestPhone after = phoneOf(referent);
        assertThat(desks.register(after)).isEqualTo(desks.register(phoneOf(colleague)));
        assertThat(after.ofKind(RecordKind.RECEPTION_REGISTER))
                .extracting(row -> row.id().value())
                .doesNotContain(desks.register(before).value());
        assertThat(siteOf(after, referent)).isEqualTo("Civray");
    }

    @Test
    void aNewSiteIsADeskAtOnceAndWhoeverGoesThereHoldsItsRegister() {
        UUID site = UUID.randomUUID();
        site(site, "Antenne de Gençay");

        assertThat(places(phoneOf(referent))).contains("Antenne de Gençay");
        TestPhone before = phoneOf(referent);
        moves(desks.northTeam, site);
        TestPhone after = phoneOf(referent);
        assertThat(desks.register(after)).isNotEqualTo(desks.register(before));
        assertThat(after.ofKind(RecordKind.RECEPTION_REGISTER)).hasSize(2);
    }

    @Test
    void aSiteThatIsCalledOtherwiseIsCalledSoOnEveryPhone() {
        site(desks.north, "Maison de Loudun");

        TestPhone phone = phoneOf(colleague);
        assertThat(places(phone)).contains("Maison de Loudun").doesNotContain("Loudun");
        assertThat(siteOf(phone, referent)).isEqualTo("Maison de Loudun");
    }

    private static List<String> places(TestPhone phone) {
        return phone.ofKind(RecordKind.DESK).stream()
                .map(row -> Groups.parse(row.groups()).as(Desk.class).place().siteName())
                .toList();
    }
}
