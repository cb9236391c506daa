package org.tournee.server.web;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.duplicate.DuplicateSweep;
import org.tournee.server.duplicate.Duplicates;
import org.tournee.server.reminder.DossierReminders;
import org.tournee.sync.RecordId;

/** What is read and decided of one dossier, as it is seen. */
class SeenDossierPagesIT extends SeenPages {

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
        String day = today().toString();
        browser.submit(
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
                        day,
                        "texte",
                        "Le chauffage est en panne depuis lundi."));
        browser.submit(
                path + "/mesures",
                Map.of(
                        "id",
                        UUID.randomUUID().toString(),
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
        String day = today().toString();
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
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), dossier);
        look("decisions-reexamens", "/decisions", browser(referent).cookie());
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
}
