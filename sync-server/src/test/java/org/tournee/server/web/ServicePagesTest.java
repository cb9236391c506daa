package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.Worker;
import org.tournee.organisation.WorkerId;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;

/** Accounts, teams and permanences are kept by the technical administration, and each change is seen. Rules: R-BO, R-SHARE. */
class ServicePagesTest extends WebTest {

    private static final String SITE = UUID.randomUUID().toString();

    private WorkerId administrator;
    private Browser browser;

    @BeforeEach
    void aSite() {
        change(
                "insert into site (org_id, site_id, name, commune_code) values (?, ?, 'MDS de Civray', '86078')",
                service.organisation(),
                UUID.fromString(SITE));
        change("""
                insert into commune (org_id, code, name, postcodes, population, intercommunality)
                values (?, '86078', 'Civray', '86400', 2700, 'Civraisien en Poitou')""", service.organisation());
        administrator = worker("Tom Petit", Role.ADMINISTRATOR);
        browser = browser(administrator);
    }

    @Test
    void somebodyNewSignsInAndIsKnownToEveryPhone() {
        String path = path("intervenants", browser.get("/service/intervenants/nouveau"));
        Map<String, String> form = account("Nora Selmi", "nora.selmi-" + UUID.randomUUID(), "un premier mot de passe");
        form.put("temps", "80");

        assertThat(browser.submit(path, form).status()).isEqualTo(303);
        assertThat(browser.submit(path, form).status()).as("sent twice").isEqualTo(303);

        assertThat(browser.get("/service").html()).contains("Nora Selmi", "80 %", "Assistant·e social·e");
        browser().signIn(form.get("identifiant"), "un premier mot de passe");
        UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        Worker known =
                Groups.parse(phone().pull().row(new RecordId(id)).groups()).as(Worker.class);
        assertThat(known.profile().name()).isEqualTo("Nora Selmi");
        assertThat(known.profile().roles()).containsExactly(Role.SOCIAL_WORKER);
        assertThat(audited("CHANGE_STAFF")).isPositive();
    }

    @Test
    void whatIsMissingIsToldAndNothingTypedIsLost() {
        String path = path("intervenants", browser.get("/service/intervenants/nouveau"));

        assertThat(browser.submit(path, account("Nora Selmi", "nora", "trop court"))
                        .html())
                .contains("trop court, ou trop long", "Nora Selmi");
        assertThat(browser.submit(path, account("Nora Selmi", "login-" + referent, PASSWORD))
                        .html())
                .contains("déjà pris");
        Map<String, String> without = account("Nora Selmi", "nora", PASSWORD);
        without.remove("role-SOCIAL_WORKER");
        assertThat(browser.submit(path, without).html()).contains("Il manque un nom");
    }

    /** Rule: R-REM. */
    @Test
    void aMailboxIsKeptWithTheAccountAndOneThatIsNoneIsAskedForAgain() {
        Map<String, String> form = new HashMap<>(
                Map.of("nom", "Gaëlle Marchand", "role-BACK_OFFICE", "oui", "temps", "100", "present", "oui"));
        form.put("rev", rev(backOffice));
        form.put("courriel", "gaelle.marchand@");

        Browser.Page refused = browser.submit("/service/intervenants/" + backOffice, form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("n’est pas complète", "gaelle.marchand@");

        form.put("courriel", "gaelle.marchand@vienne.example");
        assertThat(browser.submit("/service/intervenants/" + backOffice, form).status())
                .isEqualTo(303);
        assertThat(browser.get("/service/intervenants/" + backOffice).html())
                .contains("gaelle.marchand@vienne.example")
                .doesNotContain("mail-refused");
        change(
                "insert into mail_waiting (org_id, worker_id, asked_at, tries) values (?, ?, now(), 8)",
                service.organisation(),
                backOffice.value());
        assertThat(browser.get("/service/intervenants/" + backOffice).html()).contains("mail-refused");
    }

    /** No form of an account sends its login: a refused one is shown with it all the same. */
    @Test
    void aRefusedAccountKeepsItsLogin() {
        Browser.Page refused = become(referent, "role-DIRECTION");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("Identifiant : login-" + referent);
    }

    @Test
    void nobodyLeavesTheirDossiersOrTheirTeamBehind() {
        assertThat(leave(referent, "role-SOCIAL_WORKER").html()).contains("suit encore des dossiers ouverts");
        assertThat(leave(head, "role-TEAM_HEAD").html()).contains("responsable d’une équipe");

        WorkerId leaving = stranger();
        Browser theirs = browser(leaving);
        assertThat(leave(leaving, "role-SOCIAL_WORKER").status()).isEqualTo(303);

        assertThat(theirs.get("/dossiers").status()).isEqualTo(303);
        assertThat(browser.get("/service").html()).contains("A quitté le service");
    }

    /** Phones keep what their worker answers for: a role without dossiers would be no end of it. */
    @Test
    void nobodyLosesTheRoleByWhichTheyAnswerForDossiers() {
        assertThat(become(referent, "role-DIRECTION").html()).contains("suit encore des dossiers ouverts");
        assertThat(become(referent, "role-INTAKE_WORKER").status()).isEqualTo(303);
    }

    @Test
    void aNewPasswordEndsWhatTheOldOneOpened() {
        Browser theirs = browser(backOffice);
        Map<String, String> form = new HashMap<>(
                Map.of("nom", "Gaëlle Marchand", "role-BACK_OFFICE", "oui", "temps", "100", "present", "oui"));
        form.put("motdepasse", "un tout autre mot de passe");
        form.put("rev", rev(backOffice));

        assertThat(browser.submit("/service/intervenants/" + backOffice, form).status())
                .isEqualTo(303);

        assertThat(theirs.get("/dossiers").status()).isEqualTo(303);
        browser().signIn("login-" + backOffice, "un tout autre mot de passe");
    }

    @Test
    void whoeverKnowsTheirPasswordGivesThemselvesAnother() {
        Browser theirs = browser(backOffice);
        Browser elsewhere = browser(backOffice);
        String another = "quatre mots bien à moi";
        assertThat(theirs.get("/dossiers").html()).contains("/compte/mot-de-passe");
        assertThat(own(theirs, "pas celui-là", another, another)).contains("actuel ne convient pas");
        assertThat(own(theirs, PASSWORD, another, "quatre mots à toi")).contains("diffèrent");
        assertThat(own(theirs, PASSWORD, "trop court", "trop court")).contains("trop court");
        assertThat(own(theirs, PASSWORD, PASSWORD, PASSWORD)).contains("est l’actuel");

        assertThat(own(theirs, PASSWORD, another, another)).isEqualTo("303");

        assertThat(theirs.get("/compte/mot-de-passe?fait=oui").html()).contains("est changé");
        assertThat(elsewhere.get("/dossiers").status()).as("closed there").isEqualTo(303);
        browser().signIn("login-" + backOffice, another);
        assertThat(audited("CHANGE_PASSWORD", backOffice)).isOne();
    }

    private static String own(Browser browser, String present, String next, String again) {
        Browser.Page page =
                browser.submit("/compte/mot-de-passe", Map.of("actuel", present, "nouveau", next, "encore", again));
        return page.status() == 303 ? "303" : page.html();
    }

    /** Whoever may give roles gives themselves none. */
    @Test
    void nobodyChangesTheirOwnAccount() {
        assertThat(browser.get("/service/intervenants/" + administrator).html()).contains("C’est votre compte");
        Map<String, String> form =
                Map.of("nom", "Tom Petit", "role-SOCIAL_WORKER", "oui", "temps", "100", "present", "oui");
        browser.get("/service");

        assertThat(browser.submit("/service/intervenants/" + administrator, form)
                        .html())
                .contains("Personne ne modifie son propre compte");
        assertThat(browser.get("/dossiers").status()).isEqualTo(403);
    }

    @Test
    void aTeamHasASiteAndAHead() {
        String path = path("equipes", browser.get("/service/equipes/nouvelle"));
        assertThat(browser.submit(path, Map.of("nom", "Secteur sud", "site", SITE, "responsable", referent.toString()))
                        .html())
                .as("no head by role")
                .contains("Il manque", "Secteur sud");
        Map<String, String> tooLong = Map.of("nom", "s".repeat(201), "site", SITE, "responsable", head.toString());
        assertThat(browser.submit(path, tooLong).html()).contains("trop long");

        assertThat(browser.submit(path, Map.of("nom", "Secteur sud", "site", SITE, "responsable", head.toString()))
                        .status())
                .isEqualTo(303);

        assertThat(browser.get("/service").html()).contains("Secteur sud", "MDS de Civray", "Hélène Robin");
        assertThat(audited("CHANGE_PLACES")).isOne();
    }

    @Test
    void aSiteIsNamedAndMoves() {
        String path = path("sites", browser.get("/service/sites/nouveau"));
        assertThat(browser.submit(path, Map.of("nom", "Antenne de Gençay", "commune", "99999"))
                        .html())
                .contains("Il manque", "Antenne de Gençay");

        String long201 = "é".repeat(201);
        assertThat(browser.submit(path, Map.of("nom", long201, "commune", "86078"))
                        .html())
                .contains("trop long", "200 caractères", long201)
                .doesNotContain("Il manque");
        assertThat(browser.submit(path, Map.of("nom", "Antenne de Gençay", "commune", "86078"))
                        .status())
                .isEqualTo(303);
        assertThat(browser.submit(path, Map.of("nom", "Antenne du Sud", "commune", "86078"))
                        .status())
                .isEqualTo(303);

        assertThat(browser.get("/service").html())
                .contains("Antenne du Sud", "Civray")
                .doesNotContain("Antenne de Gençay");
        assertThat(browser.get(path).html()).contains("Antenne du Sud");
        assertThat(audited("CHANGE_PLACES")).isEqualTo(2);
    }

    @Test
    void territoriesSayWhoServesThem() {
        change("""
                insert into territory (org_id, territory_id, site_id, name, arrangement, commune_codes)
                values (?, ?, ?, 'Sud Vienne', 'COSECTORISED', '86078')""", service.organisation(), UUID.randomUUID(), UUID.fromString(SITE));

        assertThat(browser.get("/service").html())
                .contains("Sud Vienne", "un référent par petite commune", "MDS de Civray");
    }

    @Test
    void aPermanenceIsHeldAndEnds() {
        String path = path("permanences", browser.get("/service/permanences/nouvelle"));
        Map<String, String> form =
                Map.of("site", SITE, "commune", "86078", "jour", "TUESDAY", "heure", "09:30", "semaines", "2");

        assertThat(browser.submit(path, Map.of("site", SITE, "commune", "86078", "semaines", "0"))
                        .html())
                .contains("Il manque");
        assertThat(browser.submit(path, form).status()).isEqualTo(303);
        assertThat(browser.get("/service").html()).contains("mardi à 09:30, toutes les 2 semaines");
        assertThat(browser.get(path).html()).contains("09:30");

        assertThat(browser.submit(path + "/fin", Map.of()).status()).isEqualTo(303);
        assertThat(browser.get("/service").html()).contains("Aucune permanence encore");
    }

    @Test
    void itIsTheTechnicalAdministrationsAlone() {
        for (WorkerId other : List.of(head, referent, backOffice, direction)) {
            assertThat(browser(other).get("/service").status()).isEqualTo(403);
        }
    }

    private Browser.Page become(WorkerId worker, String role) {
        return browser.submit(
                "/service/intervenants/" + worker,
                Map.of("rev", rev(worker), "nom", "Quelqu’un", role, "oui", "temps", "100", "present", "oui"));
    }

    private Browser.Page leave(WorkerId worker, String role) {
        return browser.submit(
                "/service/intervenants/" + worker,
                Map.of("rev", rev(worker), "nom", "Quelqu’un", role, "oui", "temps", "100"));
    }

    private String rev(WorkerId worker) {
        return browser.get("/service/intervenants/" + worker)
                .html()
                .replaceAll("(?s).*name=\"rev\" value=\"(\\d+)\".*", "$1");
    }

    /** An old form reactivates nobody who left meanwhile. */
    @Test
    void anOldFormWritesNothingOverWhatSomebodyElseWrote() {
        WorkerId leaving = stranger();
        String seen = rev(leaving);
        assertThat(leave(leaving, "role-SOCIAL_WORKER").status()).isEqualTo(303);

        Browser.Page old = browser.submit(
                "/service/intervenants/" + leaving,
                Map.of(
                        "rev",
                        seen,
                        "nom",
                        "Ancien nom",
                        "role-SOCIAL_WORKER",
                        "oui",
                        "temps",
                        "100",
                        "present",
                        "oui"));

        assertThat(old.status()).isEqualTo(422);
        assertThat(old.html())
                .contains("entre-temps", "value=\"Quelqu’un\"", "data-test=\"kept\"")
                .contains("<dt>Prénom et nom</dt><dd class=\"words\">Ancien nom</dd>")
                .contains("<dt>Travaille ici</dt><dd class=\"words\">oui</dd>")
                .doesNotContain("<dt>Fonction</dt>", "value=\"Ancien nom\"");
        assertThat(rev(leaving)).as("the form is of what stands now").isEqualTo(field(old.html(), "rev"));
        assertThat(browser.get("/service").html())
                .contains("A quitté le service")
                .doesNotContain("Ancien nom");
        assertThat(browser.get("/journal?quoi=tout").html()).contains("Compte modifié", "Quelqu’un");
    }

    /** Whoever may name heads names somebody else: a head opens dossiers. */
    @Test
    void nobodyMakesThemselvesHeadOfATeam() {
        change(
                "update worker set roles = 'ADMINISTRATOR TEAM_HEAD' where org_id = ? and worker_id = ?",
                service.organisation(),
                administrator);
        browser = browser(administrator);
        String path = path("equipes", browser.get("/service/equipes/nouvelle"));

        Browser.Page page = browser.submit(
                path, Map.of("nom", "Secteur sud", "site", SITE, "responsable", administrator.toString()));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("Personne ne se nomme responsable", "Secteur sud");
        assertThat(browser.get("/service").html()).doesNotContain("Secteur sud");
    }

    private static Map<String, String> account(String name, String login, String password) {
        Map<String, String> form = new HashMap<>();
        form.put("nom", name);
        form.put("identifiant", login);
        form.put("role-SOCIAL_WORKER", "oui");
        form.put("temps", "100");
        form.put("motdepasse", password);
        form.put("present", "oui");
        return form;
    }

    private static String path(String what, Browser.Page page) {
        return page.html().replaceAll("(?s).*(/service/" + what + "/[0-9a-f-]{36}).*", "$1");
    }

    private void change(String sql, Object... parameters) {
        service.bean(Database.class).write(connection -> Sql.change(connection, sql, parameters));
    }

    private long audited(String act) {
        return audited(act, administrator);
    }

    private long audited(String act, WorkerId by) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                        connection,
                        "select count(*) from audit where act = ? and worker_id = ?",
                        row -> row.getLong(1),
                        act,
                        by))
                .orElseThrow();
    }
}
