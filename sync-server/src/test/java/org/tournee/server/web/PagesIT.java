package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.directory.DirectoryNote;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.WalkIn;
import org.tournee.request.Request;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.duplicate.DuplicateSweep;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.store.Actor;
import org.tournee.server.store.DoorKeys;
import org.tournee.server.store.ReferenceData;
import org.tournee.server.store.Streams;
import org.tournee.server.sync.SealingPhone;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Every page in a real browser: accessible, no wider than its screen, light and dark. Its pictures: target/pages. */
class PagesIT extends WebTest {

    private static Chromium chromium;

    @BeforeAll
    void openABrowser() {
        chromium = new Chromium(server.getURI().toString());
    }

    @AfterAll
    static void closeIt() {
        chromium.close();
    }

    @Test
    void theDoor() {
        look("connexion", "/connexion", "");
        look("introuvable", "/nulle-part", browser(head).cookie());
    }

    @Test
    void theInboxOfEachRole() {
        clash();
        clash("situation", "{\"facts\":[\"JOB_LOSS\"]}", "{\"facts\":[\"TENANT\"]}");
        addressThatCameBack();
        open(stranger());
        service.phone(colleague).send(List.of());

        look("a-traiter-responsable", "/a-traiter", browser(head).cookie());
        look("a-traiter-gestion", "/a-traiter", browser(backOffice).cookie());
        look(
                "a-traiter-technique",
                "/a-traiter",
                browser(worker("Tom Petit", Role.ADMINISTRATOR)).cookie());
        look(
                "a-traiter-vide",
                "/a-traiter?quoi=ouvertures&mien=oui",
                browser(referent).cookie());
    }

    @Test
    void whatWaits() {
        RecordId conflict = clash();
        RecordId returned = addressThatCameBack();
        String opening = open(stranger());

        look("divergence", path(conflict), browser(backOffice).cookie());
        look("saisie-retournee", "/retours/" + returned, browser(referent).cookie());
        look("ouverture", opening, browser(head).cookie());
    }

    @Test
    void duplicates() {
        service.dossier(colleague);
        service.bean(DuplicateSweep.class).sweep(service.organisation(), 1_000);
        Duplicates.Proposal proposal =
                service.bean(Duplicates.class).open(service.organisation(), 1).getFirst();
        String pair = "/doublons/" + proposal.one() + "/" + proposal.other();
        Browser browser = browser(backOffice);

        look("doublon", pair, browser.cookie());
        browser.get(pair);
        browser.submit(pair, Map.of("choix", "premier"));
        look("fusions", "/doublons/fusions", browser.cookie());
        browser.submit(
                browser.get("/doublons/fusions").html().replaceAll("(?s).*(/doublons/fusions/[^\"]+).*", "$1"),
                Map.of());
        look("fusions-aucune", "/doublons/fusions", browser.cookie());
    }

    @Test
    void dossiers() {
        clash();
        WorkerId stranger = stranger();

        look("dossier", "/dossiers/" + dossier, browser(head).cookie());
        look("dossier-gestion", "/dossiers/" + dossier, browser(backOffice).cookie());
        look(
                "dossier-referents",
                "/dossiers/" + dossier + "/referents",
                browser(head).cookie());
        look("dossier-ferme", "/dossiers/" + dossier, browser(stranger).cookie());
        open(stranger);
        look(
                "dossier-ouvert-avec-motif",
                "/dossiers/" + dossier,
                browser(stranger).cookie());
        look("dossiers", "/dossiers", browser(head).cookie());
        look("dossiers-gestion", "/dossiers", browser(backOffice).cookie());
    }

    @Test
    void opening() {
        service.bean(Database.class).write(connection -> Sql.change(connection, """
                insert into commune (org_id, code, name, postcodes, population, intercommunality)
                values (?, '86078', 'Civray', '86400', 2700, 'Civraisien en Poitou')""", service.organisation()));
        service.bean(DuplicateSweep.class).sweep(service.organisation(), 1_000);
        Browser browser = browser(referent);
        look("ouvrir", "/dossiers/nouveau", browser.cookie());
        look("ouvrir-connu", "/dossiers/nouveau", browser.cookie(), page -> {
            page.fill("#nom", "Lefevre");
            page.fill("#prenom", "Annie");
            page.fill("#naissance", "1971-04-02");
            page.selectOption("#commune", "86078");
            page.click("[data-test=search-first]");
            page.waitForSelector("[data-test=opening-form]");
            page.click("summary");
        });
    }

    @Test
    void theServiceItself() {
        String administrator = browser(worker("Tom Petit", Role.ADMINISTRATOR)).cookie();
        look("service", "/service", administrator);
        look("service-nouveau-compte", "/service/intervenants/nouveau", administrator);
        look("service-compte", "/service/intervenants/" + referent, administrator);
        look("mot-de-passe", "/compte/mot-de-passe", administrator);
        look("service-equipe", "/service/equipes/nouvelle", administrator);
        look("service-permanence", "/service/permanences/nouvelle", administrator);
    }

    @Test
    void closing() {
        String path = "/dossiers/" + dossier + "/cloture";
        Browser browser = browser(referent);
        look("cloture", path, browser.cookie());
        String html = browser.get(path).html();
        browser.submit(
                path,
                Map.of(
                        "cloture",
                        field(html, "cloture"),
                        "vues",
                        "0",
                        "issue",
                        "ORIENTED_ELSEWHERE",
                        "relais",
                        "Maison de l’emploi de Civray",
                        "motif",
                        "Madame cherche un emploi et n’a plus besoin du service : la conseillère la reçoit mardi."));
        look("cloture-faite", path, browser.cookie());
        look("cloture-responsable", path, browser(head).cookie());
        look("dossier-clos", "/dossiers/" + dossier, browser(referent).cookie());
        look("dossiers-clos", "/dossiers/clos", browser(referent).cookie());
    }

    @Test
    void decisions() {
        String path = "/dossiers/" + dossier + "/segment";
        Browser deciding = browser(referent);
        look("decisions-aucune", "/decisions", deciding.cookie());
        look("segment-referent", path, deciding.cookie());
        SegmentForms.decide(deciding, path);
        look("segment-en-attente", path, deciding.cookie());
        Browser signing = browser(head);
        clock.advance(Duration.ofMinutes(6));
        look("decisions", "/decisions", signing.cookie());
        look("segment-responsable", path, signing.cookie());
    }

    @Test
    void requestsAndMandates() {
        String path = "/dossiers/" + dossier + "/demandes";
        Browser browser = browser(referent);
        browser.get(path);
        look("demandes-aucune", path, browser.cookie());
        String day = java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                .toString();
        browser.submit(
                path,
                Map.of(
                        "id",
                        java.util.UUID.randomUUID().toString(),
                        "sujet",
                        "HOUSING",
                        "origine",
                        "PERSON",
                        "urgence",
                        "SOON",
                        "recue",
                        day,
                        "texte",
                        "Le chauffage est en panne depuis lundi."));
        browser.submit(
                path + "/mesures",
                Map.of(
                        "id",
                        java.util.UUID.randomUUID().toString(),
                        "mesure",
                        "EVICTION_ENQUIRY",
                        "autorite",
                        "Préfecture de la Vienne",
                        "attendu",
                        "Rapport d’enquête",
                        "debut",
                        day,
                        "fin",
                        ""));
        look("demandes", path, browser.cookie());
    }

    @Test
    void agreements() {
        String path = "/dossiers/" + dossier + "/conventions";
        Browser browser = browser(referent);
        String html = browser.get(path).html();
        look("conventions-aucune", path, browser.cookie());
        String day = java.time.LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC)
                .toString();
        browser.submit(
                path,
                Map.of(
                        "id",
                        field(html, "id"),
                        "rev",
                        "0",
                        "voie",
                        "signee",
                        "engagements",
                        "Apporter les factures d’électricité chaque mois, et venir aux rendez-vous du jeudi.",
                        "service",
                        "Demander l’aide au logement et appeler le fournisseur.",
                        "debut",
                        day,
                        html.replaceAll("(?s).*?name=\"(personne-[^\"]+)\".*", "$1"),
                        "oui",
                        "signataire",
                        referent.toString(),
                        "signe",
                        day));
        look("conventions", path, browser.cookie());
        look("conventions-corriger", path, browser.cookie(), page -> page.click("article summary"));
        look("conventions-lues", path, browser(head).cookie());
    }

    @Test
    void dueReviews() {
        service.bean(org.tournee.server.reminder.DossierReminders.class).bringUpToDate(service.organisation(), dossier);
        look("decisions-reexamens", "/decisions", browser(referent).cookie());
    }

    @Test
    void theDirectory() {
        Browser keeper = browser(backOffice);
        look("annuaire-vide", "/annuaire", keeper.cookie());
        RecordId partner = DirectoryPagesTest.listed(keeper);
        TestPhone phone = phone().pull();
        RecordId need = new RecordId(java.util.UUID.randomUUID());
        DirectoryNote note = new DirectoryNote(
                DirectoryNote.Note.need(Topic.HEALTH, "Un dentiste près de Civray", ServiceFixture.TODAY), null);
        phone.save(dossier, TestPhone.create(RecordKind.DIRECTORY_NOTE, need, note))
                .push();
        look("annuaire", "/annuaire", keeper.cookie());
        look("annuaire-fiche", "/annuaire/fiches/" + partner, keeper.cookie());
        look(
                "annuaire-fiche-lue",
                "/annuaire/fiches/" + partner,
                browser(referent).cookie());
        look("annuaire-remarques", "/annuaire/remarques", keeper.cookie());
        look("annuaire-remarque", "/annuaire/remarques/" + need, keeper.cookie());
    }

    @Test
    void theCatalogueBeingEdited() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.CATALOGUE,
                        Map.of(new RecordId(java.util.UUID.randomUUID()), ShippedCatalogue.FR.catalogue()),
                        ServiceFixture.NOON);
        String draft = "/reference/droits/brouillon";
        Browser keeper = browser(backOffice);
        look("catalogue-brouillon-vide", draft, keeper.cookie());
        look("catalogue-droit", draft + "/droits/css", keeper.cookie(), page -> page.click("details summary"));
        CatalogueEditPagesTest.add(keeper, "Aide numérique de Civray");
        String seen = field(keeper.get(draft + "/droits/css").html(), "vu");
        keeper.submit(draft + "/droits/css/retrait", Map.of("vu", seen));
        look("catalogue-brouillon", draft, keeper.cookie());
        keeper.submit(
                draft + "/publication", Map.of("vu", field(keeper.get(draft).html(), "vu")));
        look("catalogue", "/reference/droits", keeper.cookie());
        look(
                "catalogue-versions",
                "/reference/droits/versions",
                browser(referent).cookie());
        look(
                "catalogue-version",
                "/reference/droits/versions/1",
                browser(referent).cookie());
    }

    @Test
    void theFiguresOfTheProfile() {
        String cookie = browser(backOffice).cookie();
        look("profil-gestion", "/reference/profil", cookie);
        look("profil-norme", "/reference/profil/segment-A", cookie);
        look("profil-groupe", "/reference/profil/groupe-WEIGHTS", cookie);
        look("profil-norme-apercu", "/reference/profil/segment-A", cookie, page -> {
            page.fill("#MINIMUM", "5");
            page.fill("#source", "Décision du conseil du 3 décembre");
            page.click("[data-test=preview-button]");
            page.waitForSelector("[data-test=preview]");
        });
    }

    @Test
    void reception() {
        look("accueil-vide", "/accueil", browser(direction).cookie());
        ReceptionFixture desks = new ReceptionFixture(service, clock.instant());
        desks.worksIn(referent, Role.SOCIAL_WORKER, desks.northTeam);
        TestPhone phone = phone().pull();
        RecordId sheet = new RecordId(java.util.UUID.randomUUID());
        phone.save(
                        desks.register(phone),
                        TestPhone.create(
                                RecordKind.WALK_IN,
                                new RecordId(java.util.UUID.randomUUID()),
                                WalkIn.arrived(new RecordId(desks.permanence), desks.today, clock.instant())),
                        TestPhone.create(
                                RecordKind.COLLECTIVE_ACTION,
                                new RecordId(java.util.UUID.randomUUID()),
                                new CollectiveAction(
                                        new CollectiveAction.Theme(
                                                Topic.FINANCE, "Atelier budget", "Loudun", desks.today),
                                        null)),
                        TestPhone.create(
                                RecordKind.LIAISON,
                                sheet,
                                new LiaisonSheet(
                                        new LiaisonSheet.Message(
                                                sheet,
                                                "M. Roux",
                                                "06 00 00 00 01",
                                                "Coupure d’électricité lundi",
                                                Request.Urgency.IMMEDIATE,
                                                desks.today),
                                        LiaisonSheet.Address.to(referent),
                                        null)))
                .push();
        String cookie = browser(referent).cookie();
        look("accueil", "/accueil", cookie);
        look("accueil-lieu", "/accueil?lieu=" + desks.permanence, cookie);
        look("fiche-de-liaison", "/accueil/liaisons/" + sheet, cookie);
    }

    @Test
    void theTeam() {
        look("equipe", "/equipe", browser(head).cookie());
        look("profil", "/reference/profil", browser(referent).cookie());
        look("droits", "/reference/droits", browser(referent).cookie());
        look("indicateurs", "/equipe/indicateurs", browser(head).cookie());
        look(
                "indicateurs-dossiers",
                "/equipe/indicateurs/dossiers?quoi=OPENED&du=2020-01-01&au=2026-12-31",
                browser(head).cookie());
        look("indicateurs-direction", "/equipe/indicateurs", browser(direction).cookie());
        look("equipes", "/equipe", browser(direction).cookie());
    }

    @Test
    void historyAndStatement() {
        clash();
        open(stranger());

        look(
                "historique",
                "/dossiers/" + dossier + "/historique",
                browser(referent).cookie());
        look(
                "historique-acces",
                "/dossiers/" + dossier + "/historique?quoi=lectures",
                browser(head).cookie());
        String cookie = browser(head).cookie();
        look("releve", "/dossiers/" + dossier + "/historique/releve", cookie);
        chromium.print("releve", "/dossiers/" + dossier + "/historique/releve", cookie);
    }

    @Test
    void operation() {
        TestPhone phone = phone().pull();
        phone.save(dossier, phone.change(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", SCHOOL))
                .push();
        service.phone(colleague).send(List.of());
        String operator = browser(worker("Tom Petit", Role.ADMINISTRATOR)).cookie();

        look("journal", "/journal?verifier=oui", browser(head).cookie());
        look("appareils", "/appareils", operator);
        look("appareil", "/appareils/" + phone.stream(), operator);
        look("exploitation", "/exploitation", operator);
        look("exploitation-trace", "/exploitation?flux=" + phone.stream() + "&numero=1", operator);
        look("exploitation-rien", "/exploitation?autre=toto", operator);
    }

    @Test
    void quarantine() {
        SealingPhone sealing = new SealingPhone(
                server.getURL().toString(),
                service.organisation(),
                service.bean(DoorKeys.class).current(service.organisation()));
        TestPhone phone = service.phone(referent, sealing.publicKey())
                .clockAt(clock.instant())
                .pull();
        String path = "/appareils/" + phone.stream() + "/mis-de-cote";
        String cookie = browser(head).cookie();
        look("mis-de-cote-rien", path, cookie);
        phone.save(dossier, phone.change(RecordKind.DOSSIER, new RecordId(dossier.value()), "address", SCHOOL));
        service.bean(Streams.class)
                .revoke(new Actor(service.organisation(), head, null), phone.stream(), clock.instant());
        sealing.deliver(
                phone.stream(),
                sealing.seal(phone.stream(), 1, List.of(phone.outbox().getFirst())));

        look("mis-de-cote", path, cookie);
    }

    /** Opens the dossier by a reason, and tells where its head reads it. */
    private String open(WorkerId stranger) {
        Browser browser = browser(stranger);
        browser.get("/dossiers/" + dossier);
        browser.submit(
                "/dossiers/" + dossier + "/motif",
                Map.of("motif", "Madame est à l’accueil avec un avis de coupure, sa référente est absente."));
        return browser(head).get("/a-traiter").html().replaceAll("(?s).*?(/ouvertures/[^\"]+).*", "$1");
    }

    private void look(String name, String path, String cookie) {
        look(name, path, cookie, page -> {});
    }

    private void look(String name, String path, String cookie, Consumer<Page> doing) {
        chromium.look(name, path, cookie, doing).forEach((look, found) -> {
            assertThat(found.violations()).as(name + " " + look).isEmpty();
            assertThat(found.overflow()).as(name + " " + look).isZero();
        });
    }
}
