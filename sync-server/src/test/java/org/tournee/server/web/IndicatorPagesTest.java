package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.request.Request;
import org.tournee.server.TestPhone;
import org.tournee.sync.RecordKind;

/** The figures of a period: whole to the head, without small cells to the direction. Rule: R-IND. */
class IndicatorPagesTest extends WebTest {

    private static final String PATH = "/equipe/indicateurs";

    private static final LocalDate MARCH_2 = LocalDate.of(2026, 3, 2);
    private static final LocalDate FEBRUARY_2 = LocalDate.of(2026, 2, 2);

    private void ask(LocalDate on) {
        ask(dossier, on, null);
    }

    private void ask(DossierId of, LocalDate on, LocalDate decided) {
        Request request = new Request(
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.SOON, Topic.HOUSING, on, ""),
                new Request.Handling(
                        null, null, decided == null ? null : Request.Decision.GRANTED, decided, null, null));
        save(of, RecordKind.REQUEST, request);
    }

    private void save(DossierId of, RecordKind kind, Object record) {
        phone().pull()
                .save(of, TestPhone.create(kind, TestPhone.newId(), record))
                .push();
    }

    @Test
    void theHeadSeesThemWholeAndTheDirectionNoSmallCell() {
        ask(FEBRUARY_2);

        String whole = browser(head).get(PATH).html();
        String published = browser(direction).get(PATH).html();

        assertThat(row(whole, "Reçues")).startsWith("1");
        assertThat(row(published, "Reçues")).startsWith("–");
        assertThat(published).contains("moins de cinq ménages n’est pas publié");
    }

    /** Ten requests of five households, of which one alone was decided on: five times, but one household. */
    @Test
    void cellsAreSmallByHouseholdsAndNotByRequests() {
        for (int at = 1; at <= 5; at++) {
            ask(service.dossier(referent), FEBRUARY_2.plusDays(at), null);
            ask(dossier, FEBRUARY_2, FEBRUARY_2.plusDays(at));
        }

        String whole = browser(head).get(PATH).html();
        String published = browser(direction).get(PATH).html();

        assertThat(row(whole, "Décidées")).isEqualTo("5");
        assertThat(row(whole, "Premières demandes d’un ménage")).isEqualTo("6");
        assertThat(row(published, "Reçues")).isEqualTo("10");
        assertThat(row(published, "Décidées")).isEqualTo("–");
        assertThat(row(published, "Délai médian jusqu’à la décision")).isEqualTo("–");
        assertThat(row(published, "Premières demandes d’un ménage"))
                .as("the rest is of one household")
                .isEqualTo("–");
    }

    /** Three households in two rows are three: what is left of the total would be told of them. */
    @Test
    void theSameHouseholdsInTwoRowsAreNoMoreForIt() {
        for (int at = 1; at <= 6; at++) {
            DossierId of = service.dossier(referent);
            save(of, RecordKind.CONTACT, held("2026-02-10T10:00:00Z", Channel.WRITTEN));
            if (at <= 3) {
                save(of, RecordKind.CONTACT, call("2026-02-03T10:00:00Z"));
                save(of, RecordKind.CONTACT, held("2026-02-04T10:00:00Z", Channel.VIDEO));
            }
        }

        String whole = contacts(browser(head));
        String published = contacts(browser(direction));

        assertThat(row(whole, "Écrit")).isEqualTo("6");
        assertThat(row(whole, "Téléphone")).isEqualTo("3");
        assertThat(row(published, "Téléphone")).isEqualTo("–");
        assertThat(row(published, "Visioconférence")).isEqualTo("–");
        assertThat(row(published, "Écrit")).as("told by the total").isEqualTo("–");
        assertThat(row(published, "<strong>Ensemble</strong>")).isEqualTo("12");
    }

    @Test
    void aPeriodIsChosenAndOneThatIsNoneIsSaid() {
        ask(MARCH_2);
        Browser browser = browser(head);

        assertThat(received(browser, "2026-03-03", "2026-03-31")).isEqualTo("0");
        assertThat(received(browser, "2026-03-01", "2026-03-01")).isEqualTo("0");
        assertThat(received(browser, "2026-03-02", "2026-03-02")).isEqualTo("1");
        assertThat(browser.get(PATH + "?du=2026-03-31&au=2026-03-01").html()).contains("finirait avant de commencer");
        assertThat(browser.get(PATH + "?du=demain&au=").status()).isEqualTo(200);
    }

    /** The first of all times is told, whatever period is looked at, and in whatever order they came in. */
    @Test
    void theFirstRequestOfAHouseholdIsFirstOfAllTimes() {
        ask(MARCH_2.plusDays(2));
        ask(MARCH_2);
        Browser browser = browser(head);

        assertThat(first(browser, "2026-03-01", "2026-03-31")).isEqualTo("1");
        assertThat(first(browser, "2026-03-03", "2026-03-31")).isEqualTo("0");
    }

    /** A contact is counted on the day of the organisation. */
    @Test
    void aContactAfterMidnightIsOfTheNextDay() {
        save(dossier, RecordKind.CONTACT, call("2026-02-28T23:30:00Z"));
        Browser browser = browser(head);

        assertThat(calls(browser, "2026-02-01", "2026-02-28")).isEqualTo("0");
        assertThat(calls(browser, "2026-03-01", "2026-03-01")).isEqualTo("1");
    }

    /** Of two periods that differ by a day the difference would be one day's. */
    @Test
    void whatIsPublishedIsOfWholeMonthsThatAreOver() {
        Browser published = browser(direction);

        assertThat(published.get(PATH + "?du=2026-02-10&au=2026-02-20").html())
                .contains("Du 1er février 2026 au 28 février 2026");
        assertThat(published.get(PATH).html()).contains("Du 1er janvier 2026 au 28 février 2026");
        assertThat(published.get(PATH + "?du=2026-03-01&au=2026-03-09").html())
                .contains("mois entiers et finis sont publiés", "Du 1er janvier 2026 au 28 février 2026");
        assertThat(published
                        .get(PATH + "/export.csv?du=2026-02-10&au=2026-02-20")
                        .html())
                .contains("2026-02-01;2026-02-28;");
    }

    @Test
    void theFileSaysWhatThePageSays() {
        ask(FEBRUARY_2);

        Browser.Page file = browser(head).get(PATH + "/export.csv?du=2026-02-02&au=2026-03-31");

        assertThat(file.html()).contains("2026-02-02;2026-03-31;\"Demandes\";\"Reçues\";\"1\"");
        assertThat(browser(direction).get(PATH + "/export.csv").html()).contains("\"Reçues\";\"–\"");
        assertThat(browser(head)
                        .get(PATH + "/export.csv?du=2026-03-31&au=2026-03-01")
                        .html())
                .contains("2026-01-01;2026-03-10;\"Demandes\";\"Reçues\";\"1\"");
    }

    private static Contact call(String at) {
        return held(at, Channel.PHONE);
    }

    private static Contact held(String at, Channel channel) {
        return new Contact(
                new Contact.Meeting(Instant.parse(at), channel, Place.ELSEWHERE, Planning.PLANNED, Happening.HELD, 10),
                new Contact.Attendance(List.of()),
                new Contact.Content(List.of(Topic.HOUSING), true, "Point.", Result.FOLLOW_UP),
                null);
    }

    private static String received(Browser browser, String from, String until) {
        return row(browser.get(PATH + "?du=" + from + "&au=" + until).html(), "Reçues");
    }

    private static String first(Browser browser, String from, String until) {
        return row(browser.get(PATH + "?du=" + from + "&au=" + until).html(), "Premières demandes d’un ménage");
    }

    private static String contacts(Browser browser) {
        String html = browser.get(PATH).html();
        return html.substring(html.indexOf("Contacts tenus"));
    }

    private static String calls(Browser browser, String from, String until) {
        String html = browser.get(PATH + "?du=" + from + "&au=" + until).html();
        return row(html.substring(html.indexOf("Contacts tenus")), "<strong>Ensemble</strong>");
    }

    @Test
    void aHeadSeesTheirTeamsAloneAndOthersNothing() {
        ask(MARCH_2);
        assertThat(browser(referent).get(PATH).status()).isEqualTo(403);
        assertThat(browser(backOffice).get(PATH).status()).isEqualTo(403);
    }

    private static String row(String html, String label) {
        return html.replaceAll("(?s).*?<th scope=\"row\">" + label + "</th><td class=\"number\">([^<]*)<.*", "$1");
    }
}
