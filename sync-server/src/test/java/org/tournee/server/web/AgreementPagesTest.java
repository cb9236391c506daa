package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.agreement.ServiceAgreement;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.profile.ShippedProfile;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Agreements are written, corrected and ended in the browser as on a phone. Rules: R-SEG-9, R-REC, R-SHARE. */
class AgreementPagesTest extends WebTest {

    private String path;
    private Browser browser;
    private LocalDate today;

    @BeforeEach
    void begin() {
        path = "/dossiers/" + dossier + "/conventions";
        today = LocalDate.ofInstant(
                clock.instant(), ShippedProfile.VIENNE.profile().zone());
        browser = browser(referent);
    }

    @Test
    void whatIsSignedInTheBrowserIsOnThePhoneAndAudited() {
        long audited = writings();
        RecordId agreement = signed();

        assertThat(writings()).isEqualTo(audited + 1);
        ServiceAgreement pulled = onThePhone(agreement);
        assertThat(pulled.terms())
                .isEqualTo(new ServiceAgreement.Terms("Apporter les factures chaque mois", today, null, null));
        assertThat(pulled.mutual()).isNotNull();
        assertThat(pulled.mutual().service()).isEqualTo("Demander l’aide au logement");
        assertThat(pulled.mutual().worker()).isEqualTo(referent);
        assertThat(pulled.mutual().persons()).hasSize(1);
        assertThat(browser.get(path).html())
                .contains("Apporter les factures", "Demander l’aide au logement", "sans fin prévue");
    }

    /** R-SEG-0: in the Vienne it is a contract. */
    @Test
    void itIsCalledAsTheProfileSays() {
        String own = ShippedProfile.VIENNE.profile().labels().serviceAgreement();

        assertThat(browser.get(path).html()).containsIgnoringCase("<h1>" + own);
        assertThat(browser.get("/dossiers/" + dossier).html()).contains(path).containsIgnoringCase(">" + own + "</a>");
    }

    @Test
    void whatIsWrongIsNamedAndNothingTypedIsLost() {
        Map<String, String> form = form(UUID.randomUUID(), "0");
        form.keySet().removeIf(name -> name.startsWith("personne-"));
        form.put("signe", today.plusDays(1).toString());
        form.put("fin", today.minusDays(1).toString());

        Browser.Page page = browser.submit(path, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html())
                .contains("Choisissez qui a signé", "passé, ou aujourd’hui", "après le début")
                .contains(
                        ">Apporter les factures chaque mois</textarea>",
                        "value=\"" + today.plusDays(1) + "\"",
                        "value=\"" + today.minusDays(1) + "\"");
        assertThat(phone().pull().ofKind(RecordKind.SERVICE_AGREEMENT)).isEmpty();
    }

    @Test
    void anExceptionSaysWhyAndBecomesAnAgreementLater() {
        UUID id = UUID.randomUUID();
        Map<String, String> form = form(id, "0");
        form.put("voie", "exception");
        assertThat(browser.submit(path, form).html()).contains("pourquoi il n’y en a pas");
        form.put("raison", "Hospitalisée jusqu’en avril");
        assertThat(browser.submit(path, form).status()).isEqualTo(303);
        assertThat(browser.get(path).html()).contains("Exception motivée", "Hospitalisée jusqu’en avril");

        Map<String, String> later = form(id, "1");
        assertThat(browser.submit(path, later).status()).isEqualTo(303);

        assertThat(onThePhone(new RecordId(id)).isException()).isFalse();
    }

    @Test
    void sentTwiceItIsWrittenOnce() {
        Map<String, String> form = form(UUID.randomUUID(), "0");
        browser.submit(path, form);
        browser.submit(path, form);

        assertThat(phone().pull().ofKind(RecordKind.SERVICE_AGREEMENT)).hasSize(1);
    }

    @Test
    void whatAPhoneWroteMeanwhileIsShownAndNotOverwritten() {
        RecordId agreement = signed();
        TestPhone phone = phone().pull();
        phone.save(dossier, phone.change(RecordKind.SERVICE_AGREEMENT, agreement, "terms", terms("Venir le jeudi")))
                .push();
        Map<String, String> late = form(agreement.value(), "1");
        late.put("engagements", "Venir le lundi");

        Browser.Page page = browser.submit(path, late);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("entre-temps", "Venir le jeudi", ">Venir le lundi</textarea>");
        assertThat(onThePhone(agreement).terms().commitments()).isEqualTo("Venir le jeudi");
        assertThat(browser.submit(path, form(agreement.value(), field(page.html(), agreement)))
                        .status())
                .isEqualTo(303);
    }

    /** R-REC: what a phone wrote offline on what the browser has changed since is kept twice. */
    @Test
    void aCorrectionInTheBrowserConflictsWithAPhonesLikeAnyOther() {
        RecordId agreement = signed();
        TestPhone offline = phone().pull();
        Map<String, String> corrected = form(agreement.value(), "1");
        corrected.put("engagements", "Venir le lundi");
        assertThat(browser.submit(path, corrected).status()).isEqualTo(303);

        List<Outcome> outcomes = offline.save(
                        dossier,
                        offline.change(RecordKind.SERVICE_AGREEMENT, agreement, "terms", terms("Venir le jeudi")))
                .push();

        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Outcome.Verdict.CONFLICT);
    }

    @Test
    void itIsEndedOnADayAfterItBegan() {
        RecordId agreement = signed();
        String end = path + "/" + agreement + "/fin";

        Browser.Page early = browser.submit(
                end, Map.of("rev", "1", "dernier", today.minusDays(1).toString()));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.html()).contains("après le début", "value=\"" + today.minusDays(1) + "\"");
        assertThat(browser.submit(
                                end,
                                Map.of("rev", "1", "dernier", today.plusDays(30).toString()))
                        .status())
                .isEqualTo(303);

        assertThat(onThePhone(agreement).terms().endsOn()).isEqualTo(today.plusDays(30));
    }

    /** R-SHARE: whoever opened it by a reason reads; others do not even read. */
    @Test
    void whoeverIsNotOfTheDossierWritesNone() {
        RecordId agreement = signed();
        WorkerId stranger = stranger();
        Browser other = browser(stranger);
        assertThat(other.get(path).status()).isEqualTo(403);
        other.get("/dossiers/" + dossier);
        other.submit(
                "/dossiers/" + dossier + "/motif", Map.of("motif", "Madame est à l’accueil avec un avis de coupure"));

        String html = other.get(path).html();
        assertThat(html).contains("Apporter les factures").doesNotContain("Corriger", "Mettre fin", "new-agreement");
        assertThat(other.submit(path, form(agreement.value(), "1")).status()).isEqualTo(422);
        assertThat(browser(worker("Gilles Faure", Role.BACK_OFFICE)).get(path).status())
                .isEqualTo(403);
    }

    private RecordId signed() {
        UUID id = UUID.randomUUID();
        assertThat(browser.submit(path, form(id, "0")).status()).isEqualTo(303);
        return new RecordId(id);
    }

    /** What the form would send, the first adult signing. */
    private Map<String, String> form(UUID id, String rev) {
        String html = browser.get(path).html();
        String person = html.replaceAll("(?s).*?name=\"(personne-[^\"]+)\".*", "$1");
        return new HashMap<>(Map.of(
                "id",
                id.toString(),
                "rev",
                rev,
                "voie",
                "signee",
                "engagements",
                "Apporter les factures chaque mois",
                "service",
                "Demander l’aide au logement",
                "debut",
                today.toString(),
                "fin",
                "",
                person,
                "oui",
                "signataire",
                referent.toString(),
                "signe",
                today.toString()));
    }

    private String terms(String commitments) {
        return "{\"commitments\":\"" + commitments + "\",\"signed_on\":\"" + today + "\"}";
    }

    /** The revision that the form of that agreement was made from. */
    private static String field(String html, RecordId agreement) {
        return html.replaceAll(
                "(?s).*name=\"id\" value=\"" + agreement
                        + "\">\\s*<input type=\"hidden\" name=\"rev\" value=\"(\\d+)\".*",
                "$1");
    }

    private ServiceAgreement onThePhone(RecordId id) {
        return Groups.parse(phone().pull().row(id).groups()).as(ServiceAgreement.class);
    }

    /** What the audit of the dossier says that the referent wrote. */
    private long writings() {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                                connection,
                                "select count(*) from audit where org_id = ? and dossier_id = ? and worker_id = ? and act = 'WRITE'",
                                row -> row.getLong(1),
                                service.organisation(),
                                dossier,
                                referent)
                        .orElseThrow());
    }
}
