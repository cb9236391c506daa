package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.request.Request;
import org.tournee.server.TestPhone;
import org.tournee.sync.RecordKind;

/** The figures of a period: whole to the head, without small cells to the direction. Rule: R-IND. */
class IndicatorPagesTest extends WebTest {

    private static final String PATH = "/equipe/indicateurs";

    private void ask() {
        TestPhone phone = phone().pull();
        Request request = new Request(
                new Request.Demand(
                        Request.Origin.PERSON, Request.Urgency.SOON, Topic.HOUSING, LocalDate.of(2026, 3, 2), ""),
                new Request.Handling(null, null, null, null, null, null));
        phone.save(dossier, TestPhone.create(RecordKind.REQUEST, TestPhone.newId(), request))
                .push();
    }

    @Test
    void theHeadSeesThemWholeAndTheDirectionNoSmallCell() {
        ask();

        String whole = browser(head).get(PATH).html();
        String published = browser(direction).get(PATH).html();

        assertThat(row(whole, "Reçues")).startsWith("1");
        assertThat(row(published, "Reçues")).startsWith("–");
        assertThat(published).contains("moins de cinq ménages n’est pas publié");
    }

    @Test
    void aPeriodIsChosenAndOneThatIsNoneIsSaid() {
        ask();
        Browser browser = browser(head);

        assertThat(row(browser.get(PATH + "?du=2026-03-03&au=2026-03-31").html(), "Reçues"))
                .startsWith("0");
        assertThat(browser.get(PATH + "?du=2026-03-31&au=2026-03-01").html()).contains("finirait avant de commencer");
        assertThat(browser.get(PATH + "?du=demain&au=").status()).isEqualTo(200);
    }

    @Test
    void theFileSaysWhatThePageSays() {
        ask();

        Browser.Page file = browser(head).get(PATH + "/export.csv?du=2026-03-01&au=2026-03-31");

        assertThat(file.html()).contains("2026-03-01;2026-03-31;\"Demandes\";\"Reçues\";\"1\"");
        assertThat(browser(direction).get(PATH + "/export.csv").html()).contains("\"Reçues\";\"–\"");
    }

    @Test
    void aHeadSeesTheirTeamsAloneAndOthersNothing() {
        ask();
        assertThat(browser(referent).get(PATH).status()).isEqualTo(403);
        assertThat(browser(backOffice).get(PATH).status()).isEqualTo(403);
    }

    private static String row(String html, String label) {
        return html.replaceAll("(?s).*<th scope=\"row\">" + label + "</th><td class=\"number\">([^<]*)<.*", "$1");
    }
}
