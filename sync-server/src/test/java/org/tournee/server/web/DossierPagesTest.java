package org.tournee.server.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.appointment.Appointment;
import org.tournee.bilan.ProfessionalBilan;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.organisation.Role;
import org.tournee.question.Question;
import org.tournee.referral.Referral;
import org.tournee.request.Request;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.document.DocumentSample;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Dossiers, lists and the compliance report, each as somebody sees it. Rules: R-SHARE, R-AUD, R-SEG-10, R-IND. */
class DossierPagesTest extends WebTest {

    private static final String NARRATIVE = "Le bailleur menace <de couper> l’eau.";

    @Test
    void theReferentSeesTheDossierOnOnePage() {
        visit(45);

        String html = browser(referent).get("/dossiers/" + dossier).html();

        assertThat(html)
                .contains("Lefèvre", "3 rue des Écoles", "Annie Lefèvre", "En présence à domicile, 45 min")
                .contains("Le bailleur menace &lt;de couper&gt; l’eau.")
                .contains("1 sur 4");
        assertThat(html).doesNotContain("Qui l’a consulté");
    }

    @Test
    void theBackOfficeSeesWhereTheyLiveAndNoNarrative() {
        visit(45);

        Browser.Page page = browser(backOffice).get("/dossiers/" + dossier);

        assertThat(page.html()).contains("3 rue des Écoles").doesNotContain("bailleur", "45 min");
    }

    @Test
    void aStrangerIsRefusedToldWhyAndSeenByTheHead() {
        var stranger = worker("Yann Le Goff", Role.SOCIAL_WORKER);
        service.leaveTeam(stranger);

        Browser.Page page = browser(stranger).get("/dossiers/" + dossier);

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.html()).contains("demande un motif").doesNotContain("Lefèvre");
        assertThat(browser(head).get("/dossiers/" + dossier).html())
                .contains("Qui l’a consulté", "Yann Le Goff", "Accès refusé");
    }

    @Test
    void anUnknownDossierIsNotThere() {
        assertThat(browser(referent)
                        .get("/dossiers/" + java.util.UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(browser(referent).get("/dossiers/Lefèvre".replace("è", "e")).status())
                .isEqualTo(400);
    }

    @Test
    void aListHoldsOnesOwnDossiersAndANameTravelsInTheBody() {
        Browser browser = browser(referent);
        assertThat(browser.get("/dossiers").html()).contains("Lefèvre", "Civray", "0 sur 4");

        Browser.Page found = browser.submit("/dossiers/recherche", Map.of("nom", "lefevre"));
        assertThat(found.html()).contains("Lefèvre");
        assertThat(found.response().uri().toString()).doesNotContain("lefevre");
        assertThat(browser.submit("/dossiers/recherche", Map.of("nom", "Dupont"))
                        .html())
                .contains("Aucun dossier ici");
    }

    @Test
    void aFilterStaysInTheAddress() {
        Browser browser = browser(referent);

        assertThat(browser.get("/dossiers?segment=A").html()).contains("Lefèvre");
        assertThat(browser.get("/dossiers?segment=C").html()).doesNotContain("Lefèvre");
        assertThat(browser.get("/dossiers?segment=ZZ&page=-3&referent=x").html())
                .contains("Lefèvre");
    }

    @Test
    void theBackOfficesListHasNumbersInsteadOfNames() {
        String html = browser(backOffice).get("/dossiers").html();

        assertThat(html).contains("N° ").doesNotContain("Lefèvre");
    }

    @Test
    void theHeadSeesTheirTeamByNameAndTheDossiersBehindANumber() {
        Browser browser = browser(head);

        String html = browser.get("/equipe").html();

        assertThat(html).contains("Le rythme de l’équipe", "Camille Moreau", "État au 10 mars 2026");
        assertThat(html).contains("/dossiers?referent=" + referent);
        assertThat(browser.get("/dossiers?referent=" + referent + "&rythme=ON_TRACK")
                        .html())
                .contains("Lefèvre");
        assertThat(browser.get("/dossiers?referent=" + referent + "&rythme=MET").html())
                .doesNotContain("Lefèvre");
    }

    @Test
    void theDirectionSeesTeamsAndNobodysName() {
        String html = browser(direction).get("/equipe").html();

        assertThat(html).contains("Nord").doesNotContain("Camille Moreau", "/dossiers?referent");
    }

    @Test
    void theReportIsExported() {
        Browser.Page page = browser(head).get("/equipe/export.csv");

        assertThat(page.header("content-type")).startsWith("text/csv");
        assertThat(page.html()).contains("état au;nom;", "2026-03-10;\"Camille Moreau\";1;0;1;0;0");
    }

    @Test
    void aSocialWorkerOpensNoReport() {
        assertThat(browser(referent).get("/equipe").status()).isEqualTo(403);
    }

    @Test
    void aDocumentStandsWithItsStateAndThoseWhoMaySeeItSaveIt() {
        TestPhone phone = service.phone(referent).pull();
        RecordId id = DocumentSample.sent(phone, dossier, "Annie Lefèvre doit 840 euros".getBytes(UTF_8));

        Browser browser = browser(referent);
        assertThat(browser.get("/dossiers/" + dossier).html())
                .contains("avis d'imposition", "reçu", "/documents/" + id);
        Browser.Page saved = browser.get("/documents/" + id);
        assertThat(saved.html()).isEqualTo("Annie Lefèvre doit 840 euros");
        assertThat(saved.header("content-disposition")).startsWith("attachment");
        assertThat(browser(backOffice).get("/documents/" + id).status()).isEqualTo(403);
    }

    @Test
    void whatIsPlannedPassedOnAndAskedStandsThereForThoseWhoMaySeeIt() {
        LocalDate today = LocalDate.of(2026, 3, 10);
        TestPhone phone = service.phone(referent).pull();
        phone.save(
                        dossier,
                        TestPhone.create(
                                RecordKind.APPOINTMENT,
                                TestPhone.newId(),
                                new Appointment(
                                        new Appointment.Plan(
                                                Instant.parse("2026-03-12T13:30:00Z"), 45, Place.HOME, referent, null),
                                        new Appointment.Attendance(Appointment.State.PLANNED))))
                .save(
                        dossier,
                        TestPhone.create(
                                RecordKind.REFERRAL,
                                TestPhone.newId(),
                                new Referral(
                                        new Referral.Orientation("Mission locale", "Une formation", today),
                                        new Referral.Sharing(Referral.Ground.NOTHING_PASSED, "", null, null),
                                        new Referral.Watch(today.plusDays(15), referent),
                                        null)))
                .save(
                        dossier,
                        TestPhone.create(
                                RecordKind.QUESTION,
                                TestPhone.newId(),
                                new Question(
                                        new Question.Subject(new RecordId(dossier.value()), null),
                                        new Question.Asked("Qui signe le bail ?", today),
                                        null)))
                .push();

        assertThat(browser(referent).get("/dossiers/" + dossier).html())
                .contains("12 mars 2026 à 14:30", "à domicile, avec Camille Moreau")
                .contains("Mission locale", "à vérifier le 25 mars, personne n’a encore confirmé")
                .contains("Qui signe le bail ?", "demandé par Camille Moreau le 10 mars, sans réponse");
        assertThat(browser(backOffice).get("/dossiers/" + dossier).html())
                .doesNotContain("Mission locale", "Qui signe");
    }

    @Test
    void aColleagueSeesAtOnceWhyWhereWhatIsAgreedAndTheWayToWork() {
        LocalDate today = LocalDate.of(2026, 3, 10);
        TestPhone phone = service.phone(referent).pull();
        phone.save(
                        dossier,
                        TestPhone.create(
                                RecordKind.REQUEST,
                                TestPhone.newId(),
                                new Request(
                                        new Request.Demand(
                                                Request.Origin.PERSON,
                                                Request.Urgency.SOON,
                                                Topic.HOUSING,
                                                today.minusDays(5),
                                                "Coupure d’eau"),
                                        new Request.Handling(null, null, null, null, null, null))))
                .save(
                        dossier,
                        TestPhone.create(
                                RecordKind.PROFESSIONAL_BILAN,
                                TestPhone.newId(),
                                new ProfessionalBilan(
                                        new ProfessionalBilan.Subject(ServiceFixture.adultOf(dossier)),
                                        new ProfessionalBilan.Stage(ProfessionalBilan.Phase.JOB_SEARCH, today),
                                        null,
                                        new ProfessionalBilan.Words("Un CDI"),
                                        new ProfessionalBilan.Obstacles(
                                                List.of(ProfessionalBilan.Obstacle.TRANSPORT), ""),
                                        null)))
                .push();

        assertThat(browser(referent).get("/dossiers/" + dossier).html())
                .contains("En bref", "Coupure d’eau (demande du 5 mars)", "Où en est-on")
                .contains("Bilan socioprofessionnel", "En recherche d’emploi, depuis le 10 mars")
                .contains("Souhaits : Un CDI", "Freins de la vie privée : Déplacements");
        assertThat(browser(backOffice).get("/dossiers/" + dossier).html()).doesNotContain("Coupure", "Un CDI");
    }

    @Test
    void aBriefOfNothingIsNotShown() {
        assertThat(browser(referent).get("/dossiers/" + dossier).html()).contains("En bref");
        assertThat(browser(backOffice).get("/dossiers/" + dossier).html()).doesNotContain("En bref");
    }

    private void visit(int minutes) {
        Contact contact = new Contact(
                new Contact.Meeting(
                        Instant.parse("2026-03-09T09:00:00Z"),
                        Channel.IN_PERSON,
                        Place.HOME,
                        Planning.PLANNED,
                        Happening.HELD,
                        minutes),
                new Contact.Attendance(List.of(ServiceFixture.adultOf(dossier))),
                new Contact.Content(List.of(Topic.HOUSING), true, NARRATIVE, Result.FOLLOW_UP),
                null);
        TestPhone phone = service.phone(referent).pull();
        phone.save(dossier, TestPhone.create(RecordKind.CONTACT, TestPhone.newId(), contact))
                .push();
    }
}
