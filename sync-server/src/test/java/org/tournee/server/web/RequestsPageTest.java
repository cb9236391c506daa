package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.profile.ShippedProfile;
import org.tournee.request.Request;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Requests from their acknowledgement to an appeal, and mandates with their terms. Rules: R-REQ, R-MAN. */
class RequestsPageTest extends WebTest {

    private static final Pattern REV = Pattern.compile("name=\"rev\" value=\"(\\d+)\"");

    private String path;
    private Browser browser;
    private LocalDate today;

    @BeforeEach
    void underTheLawOfBrussels() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedProfile.BRUXELLES.profile()),
                        ServiceFixture.NOON);
        path = "/dossiers/" + dossier + "/demandes";
        today = LocalDate.ofInstant(
                clock.instant(), ShippedProfile.BRUXELLES.profile().zone());
        browser = browser(referent);
    }

    @Test
    void fromTheRequestToAnAppealWithTheDeadlinesOfTheLaw() {
        assertThat(browser.get(path).html()).contains("Aucune demande");
        RecordId request = ask();
        assertThat(browser.get(path).html()).contains("Logement", "À décider avant le");

        assertThat(step(request, "ACKNOWLEDGE", today, "").status()).isEqualTo(303);
        assertThat(step(request, "DECIDE", today, "").html()).contains("Choisissez ce qui est décidé");
        assertThat(step(request, "DECIDE", today, "REFUSED").status()).isEqualTo(303);
        assertThat(browser.get(path).html()).contains("À notifier avant le");
        assertThat(step(request, "NOTIFY", today.plusDays(1), "").html()).contains("à venir");
        assertThat(step(request, "NOTIFY", today, "").status()).isEqualTo(303);
        assertThat(browser.get(path).html()).doesNotContain("avant le");
        assertThat(step(request, "APPEAL", today, "").status()).isEqualTo(303);

        Request kept = onThePhone(request);
        assertThat(kept.handling())
                .isEqualTo(new Request.Handling(today, null, Request.Decision.REFUSED, today, today, today));
    }

    @Test
    void whatSomebodyElseWroteMeanwhileIsNotOverwritten() {
        RecordId request = ask();
        String seen = browser.get(path).html();
        TestPhone phone = phone().pull();
        phone.save(
                        dossier,
                        phone.change(
                                RecordKind.REQUEST, request, "handling", "{\"acknowledged_on\":\"" + today + "\"}"))
                .push();

        Map<String, String> late = Map.of("rev", rev(seen), "etape", "ACKNOWLEDGE", "jour", today.toString());

        assertThat(browser.submit(path + "/" + request, late).html()).contains("entre-temps");
    }

    @Test
    void whatIsMissingIsAskedForAgainAndNothingTypedIsLost() {
        browser.get(path);

        Browser.Page page = browser.submit(
                path,
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
                        "sujet",
                        "HOUSING",
                        "origine",
                        "PERSON",
                        "urgence",
                        "SOON",
                        "recue",
                        "",
                        "texte",
                        "Un chauffage en panne"));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("Il manque", "Un chauffage en panne");
        assertThat(phone().pull().ofKind(RecordKind.REQUEST)).isEmpty();
    }

    @Test
    void nothingIsReceivedOnADayToCome() {
        browser.get(path);
        Map<String, String> form = new HashMap<>(request(UUID.randomUUID()));
        form.put("recue", today.plusDays(1).toString());

        Browser.Page page = browser.submit(path, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("à une date à venir");
        assertThat(phone().pull().ofKind(RecordKind.REQUEST)).isEmpty();
    }

    @Test
    void sentTwiceItIsRecordedOnce() {
        browser.get(path);
        Map<String, String> form = request(UUID.randomUUID());
        browser.submit(path, form);
        browser.submit(path, form);

        assertThat(phone().pull().ofKind(RecordKind.REQUEST)).hasSize(1);
    }

    @Test
    void aMandateBeginsAndEnds() {
        browser.get(path);
        UUID mandate = UUID.randomUUID();
        Map<String, String> form = new HashMap<>(Map.of(
                "id",
                mandate.toString(),
                "mesure",
                "EVICTION_ENQUIRY",
                "autorite",
                "Préfecture",
                "attendu",
                "Enquête",
                "debut",
                today.toString(),
                "fin",
                ""));
        assertThat(browser.submit(path + "/mesures", form).status()).isEqualTo(303);
        String html = browser.get(path).html();
        assertThat(html).contains("Enquête d’expulsion", "Préfecture", "En cours");

        String last = today.plusDays(9).toString();
        assertThat(browser.submit(path + "/mesures/" + mandate + "/fin", Map.of("rev", rev(html), "dernier", last))
                        .status())
                .isEqualTo(303);

        assertThat(phone().pull().ofKind(RecordKind.MANDATE).getFirst().groups())
                .contains("\"end\":\"" + today.plusDays(10));
    }

    /** R-MAN: an eviction enquiry asks for a contact and a review in two months; the review counts from its day. */
    @Test
    void aMandateShowsWhatItAsksForAndIsReviewed() {
        browser.get(path);
        LocalDate start = today.minusDays(50);
        UUID mandate = mandateSince(start);
        String html = browser.get(path).html();
        assertThat(html).contains("0 sur 1", "Revue à tenir le " + Words.dayNear(start.plusMonths(2), today));
        assertThat(browser.get("/dossiers/" + dossier).html()).contains("Enquête d’expulsion", "Revue à tenir");

        String review = path + "/mesures/" + mandate + "/revue";
        Map<String, String> form = new HashMap<>(
                Map.of("rev", rev(html), "tenue", today.plusDays(1).toString(), "conclusion", "Le bail tient."));
        assertThat(browser.submit(review, form).html())
                .contains("ni à venir", ">Le bail tient.</textarea>", "value=\"" + today.plusDays(1) + "\"");
        form.put("tenue", today.toString());
        form.put("conclusion", "");
        assertThat(browser.submit(review, form).html()).contains("Il manque");
        form.put("conclusion", "Le bail tient.");
        assertThat(browser.submit(review, form).status()).isEqualTo(303);

        assertThat(browser.get(path).html())
                .contains("Le bail tient.", "Revue à tenir le " + Words.dayNear(today.plusMonths(2), today));
        form.put("conclusion", "Encore");
        assertThat(browser.submit(review, form).html())
                .contains("entre-temps", ">Encore</textarea>")
                .doesNotContain("data-test=\"kept\"");

        Map<String, String> end = Map.of("rev", rev(browser.get(path).html()), "dernier", today.toString());
        assertThat(browser.submit(path + "/mesures/" + mandate + "/fin", end).status())
                .isEqualTo(303);
        assertThat(browser.get(path).html()).contains("Le bail tient.");
    }

    /** Whatever the reason, what was typed stands in the form that it was typed into, and in no other. */
    @Test
    void aRefusedStepKeepsWhatWasTyped() {
        RecordId request = ask();
        step(request, "ACKNOWLEDGE", today, "");
        String tomorrow = today.plusDays(1).toString();

        String html = step(request, "DECIDE", today.plusDays(1), "REFUSED").html();

        assertThat(html).contains("à venir", "value=\"" + tomorrow + "\"", "value=\"REFUSED\" selected");
        assertThat(html.split("value=\"" + tomorrow + "\"", -1)).hasSize(2);
    }

    @Test
    void aReviewOfWhatEndedMeanwhileIsNotLost() {
        browser.get(path);
        UUID mandate = mandateSince(today.minusDays(50));
        String html = browser.get(path).html();
        Browser other = browser(colleague);
        other.get(path);
        other.submit(
                path + "/mesures/" + mandate + "/fin",
                Map.of("rev", rev(html), "dernier", today.minusDays(1).toString()));

        Browser.Page late = browser.submit(
                path + "/mesures/" + mandate + "/revue",
                Map.of("rev", rev(html), "tenue", today.toString(), "conclusion", "Le bail tient."));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.html()).contains("entre-temps", "data-test=\"kept\"", "Le bail tient.");
    }

    private UUID mandateSince(LocalDate start) {
        UUID mandate = UUID.randomUUID();
        Map<String, String> form = Map.of(
                "id",
                mandate.toString(),
                "mesure",
                "EVICTION_ENQUIRY",
                "autorite",
                "Préfecture",
                "debut",
                start.toString());
        assertThat(browser.submit(path + "/mesures", form).status()).isEqualTo(303);
        return mandate;
    }

    private RecordId ask() {
        browser.get(path);
        UUID id = UUID.randomUUID();
        assertThat(browser.submit(path, request(id)).status()).isEqualTo(303);
        return new RecordId(id);
    }

    private Map<String, String> request(UUID id) {
        return Map.of(
                "id",
                id.toString(),
                "sujet",
                "HOUSING",
                "origine",
                "PERSON",
                "urgence",
                "SOON",
                "recue",
                today.toString(),
                "texte",
                "Un chauffage en panne");
    }

    private Browser.Page step(RecordId request, String step, LocalDate on, String decision) {
        String html = browser.get(path).html();
        return browser.submit(
                path + "/" + request,
                Map.of("rev", rev(html), "etape", step, "jour", on.toString(), "decision", decision));
    }

    private static String rev(String html) {
        Matcher rev = REV.matcher(html);
        assertThat(rev.find()).isTrue();
        return rev.group(1);
    }

    private Request onThePhone(RecordId id) {
        FeedRow row = phone().pull().row(id);
        return Groups.parse(row.groups()).as(Request.class);
    }
}
