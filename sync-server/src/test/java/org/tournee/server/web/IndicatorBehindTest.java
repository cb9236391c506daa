package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.request.Request;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordKind;

/** A figure leads its head to the dossiers behind it, and nobody else; figures by site and territory. Rules: R-IND, R-SHARE. */
class IndicatorBehindTest extends WebTest {

    private static final String PATH = "/equipe/indicateurs";
    private static final String SPRING = "du=2026-02-01&au=2026-03-31";
    private static final LocalDate FEBRUARY_2 = LocalDate.of(2026, 2, 2);

    @Test
    void aFigureLeadsItsHeadToTheDossiersBehindIt() {
        ask(dossier, null);
        service.dossier(referent);
        Browser browser = browser(head);
        long read = readings();

        String page = browser.get(PATH + "?" + SPRING).html();
        String behind = page.replaceAll("(?s).*?Reçues</th>.*?href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        Browser.Page list = browser.get(behind);

        assertThat(list.html())
                .contains("Demandes", "/dossiers/" + dossier, "Lefèvre")
                .contains("Du 1er février 2026 au 31 mars 2026");
        assertThat(list.html().split("data-test=\"behind-row\"", -1)).hasSize(2);
        assertThat(readings()).as("audited as the reading of a list").isEqualTo(read + 1);
    }

    @Test
    void aPartOfAFigureLeadsToItsOwnDossiers() {
        DossierId decided = service.dossier(referent);
        ask(dossier, null);
        ask(decided, FEBRUARY_2.plusDays(4));

        String html = browser(head)
                .get(PATH + "/dossiers?quoi=REQUEST&part=DECIDED&" + SPRING)
                .html();

        assertThat(html).contains("/dossiers/" + decided).doesNotContain("/dossiers/" + dossier);
    }

    @Test
    void theDirectionIsLedToNoDossierAndOthersNeither() {
        ask(dossier, null);
        String path = PATH + "/dossiers?quoi=REQUEST&" + SPRING;

        assertThat(browser(direction).get(PATH).html()).doesNotContain("/indicateurs/dossiers");
        assertThat(browser(direction).get(path).status()).isEqualTo(403);
        assertThat(browser(referent).get(path).status()).isEqualTo(403);
        assertThat(browser(backOffice).get(path).status()).isEqualTo(403);
    }

    @Test
    void aHeadIsLedToTheDossiersOfTheirTeamsAlone() {
        ask(dossier, null);
        WorkerId other = worker("Louis Perrin", Role.TEAM_HEAD);

        assertThat(browser(other).get(PATH + "/dossiers?quoi=REQUEST&" + SPRING).html())
                .contains("Aucun dossier à montrer")
                .doesNotContain("Lefèvre");
    }

    @Test
    void aFigureThatIsNoneIsSaid() {
        Browser browser = browser(head);

        assertThat(browser.get(PATH + "/dossiers?quoi=AUTRE&" + SPRING).status())
                .isEqualTo(404);
        assertThat(browser.get(PATH + "/dossiers?quoi=REQUEST&du=hier").status())
                .isEqualTo(404);
    }

    /** The commune of a household says its territory, and that its site. */
    @Test
    void figuresAreToldBySiteAndTerritoryAndLeadThere() {
        UUID site = UUID.randomUUID();
        UUID territory = UUID.randomUUID();
        service.bean(Database.class).write(connection -> {
            Sql.change(
                    connection,
                    "insert into site (org_id, site_id, name, commune_code) values (?, ?, 'MDS de Civray', '86078')",
                    service.organisation(),
                    site);
            return Sql.change(connection, """
                    insert into territory (org_id, territory_id, site_id, name, arrangement, commune_codes)
                    select ?, ?, ?, 'Civraisien', 'DESECTORISED', commune_code from dossier_fact where dossier_id = ?""", service.organisation(), territory, site, dossier);
        });
        ask(dossier, null);
        Browser browser = browser(head);

        String html = browser.get(PATH + "?" + SPRING).html();

        String table = html.substring(html.indexOf("<h2>Demandes, par site et territoire"));
        assertThat(table.substring(0, table.indexOf("</table>")))
                .containsPattern("MDS de Civray</th><td class=\"number\">1<")
                .containsPattern("class=\"within\">Civraisien</th><td class=\"number\">1<")
                .containsPattern("Hors territoire</th><td class=\"number\">0<");
        for (UUID place : List.of(site, territory)) {
            assertThat(browser.get(PATH + "/dossiers?quoi=REQUEST&lieu=" + place + "&" + SPRING)
                            .html())
                    .contains("/dossiers/" + dossier);
        }
        assertThat(browser.get(PATH + "/dossiers?quoi=REQUEST&lieu=" + UUID.randomUUID() + "&" + SPRING)
                        .html())
                .contains("Aucun dossier à montrer");
    }

    private void ask(DossierId of, LocalDate decided) {
        Request request = new Request(
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.SOON, Topic.HOUSING, FEBRUARY_2, ""),
                new Request.Handling(
                        null, null, decided == null ? null : Request.Decision.GRANTED, decided, null, null));
        phone().pull()
                .save(of, TestPhone.create(RecordKind.REQUEST, TestPhone.newId(), request))
                .push();
    }

    private long readings() {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                                connection,
                                "select count(*) from audit where org_id = ? and worker_id = ? and act = 'READ'",
                                row -> row.getLong(1),
                                service.organisation(),
                                head)
                        .orElseThrow());
    }
}
