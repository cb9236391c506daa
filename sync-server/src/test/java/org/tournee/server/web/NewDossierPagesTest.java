package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.DossierStatus;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.profile.ShippedProfile;
import org.tournee.request.Request;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.duplicate.DuplicateSweep;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** A dossier is opened once somebody was looked for. Rules: R-REQ, R-DUP, R-ORG, R-SHARE, R-AUD. */
class NewDossierPagesTest extends WebTest {

    private static final String PATH = "/dossiers/nouveau";

    private Browser browser;

    @BeforeEach
    void aServedCommune() {
        change("""
                insert into commune (org_id, code, name, postcodes, population, intercommunality)
                values (?, '86078', 'Civray', '86400', 2700, 'Civraisien en Poitou')""", service.organisation());
        service.bean(DuplicateSweep.class).sweep(service.organisation(), 1_000);
        browser = browser(referent);
    }

    @Test
    void whoeverIsLookedForIsOpenedWithTheirFirstRequestAndIsOnTheirReferentsPhone() {
        assertThat(browser.get("/dossiers").html()).contains("Ouvrir un dossier");
        Browser.Page found = search("Benali", "Nadia", "1988-07-03");
        assertThat(found.html()).contains("Personne de connu", "Proposé", "Dominique Girard");
        Map<String, String> form = form(found, "Benali", "Nadia", "1988-07-03");
        form.put("nom-1", "");
        form.put("prenom-1", "Yasmine");
        form.put("naissance-1", "2019-01-20");
        form.put("role-1", "CHILD");

        Browser.Page opened = browser.submit(PATH, form);

        assertThat(opened.status()).isEqualTo(303);
        assertThat(browser.get(opened.location()).html()).contains("Benali", "Nadia", "Yasmine", "un chauffage");
        TestPhone phone = service.phone(colleague).clockAt(clock.instant()).pull();
        DossierId id = opened(opened);
        assertThat(of(phone, id, RecordKind.DOSSIER))
                .singleElement()
                .extracting(groups -> groups.as(Dossier.class))
                .isEqualTo(new Dossier(
                        new Dossier.Household("Benali"),
                        new Dossier.Address("4 place du Marché", "86400", "86078", "Civray"),
                        new Dossier.Reachability("05 49 00 00 00", null),
                        null,
                        new Dossier.Status(DossierStatus.OPEN, today(), null)));
        assertThat(of(phone, id, RecordKind.PERSON))
                .extracting(groups -> groups.as(Person.class).membership().role())
                .containsExactlyInAnyOrder(HouseholdRole.ADULT, HouseholdRole.CHILD);
        assertThat(of(phone, id, RecordKind.STAY))
                .extracting(groups -> groups.as(Stay.class).span())
                .containsExactly(new Stay.Span(Segment.INTAKE_1, today(), null));
        assertThat(of(phone, id, RecordKind.REQUEST))
                .extracting(groups -> groups.as(Request.class).demand())
                .containsExactly(new Request.Demand(
                        Request.Origin.PERSON,
                        Request.Urgency.SOON,
                        Topic.HOUSING,
                        today(),
                        "Chez elle, un chauffage en panne"));
        assertThat(audited("OPEN", referent)).isOne();
    }

    @Test
    void whoeverIsWrittenWithoutAGivenNameIsAskedForAndNotLeftOut() {
        Map<String, String> form = form(search("Benali", "Nadia", ""), "Benali", "Nadia", "");
        form.put("naissance-1", "2019-01-20");

        Browser.Page page = browser.submit(PATH, form);

        assertThat(page.html()).contains("le prénom de chaque personne", "2019-01-20");
        assertThat(audited("OPEN", referent)).isZero();
    }

    /** Lines end by two characters on the way, and by one where they are counted. */
    @Test
    void whatIsAskedIsKeptWithoutASubjectAndAsLongAsTheFieldLets() {
        Map<String, String> form = form(search("Benali", "Nadia", ""), "Benali", "Nadia", "");
        form.put("sujet", "");
        form.put("texte", "a".repeat(1_000) + "\r\n" + "b".repeat(999));

        DossierId id = opened(browser.submit(PATH, form));

        TestPhone phone = service.phone(colleague).clockAt(clock.instant()).pull();
        assertThat(of(phone, id, RecordKind.REQUEST))
                .extracting(groups -> groups.as(Request.class).demand())
                .singleElement()
                .satisfies(demand -> {
                    assertThat(demand.subject()).isEqualTo(Topic.OTHER);
                    assertThat(demand.text()).hasSize(2_000);
                });
    }

    @Test
    void whatDoesNotStandIsNamed() {
        Map<String, String> form = form(search("Benali", "Nadia", ""), "Benali", "Nadia", "");
        form.put("code-postal", "8".repeat(21));

        assertThat(browser.submit(PATH, form).html()).contains("Code postal : trop long");
    }

    @Test
    void sentTwiceItIsOpenedOnce() {
        Map<String, String> form = form(search("Benali", "Nadia", ""), "Benali", "Nadia", "");

        Browser.Page first = browser.submit(PATH, form);
        Browser.Page second = browser.submit(PATH, form);

        assertThat(second.status()).isEqualTo(303);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(audited("OPEN", referent)).isOne();
    }

    @Test
    void whoeverIsKnownIsShownWithWhatSpeaksForItAndOpenedAgainOnlyKnowingly() {
        Browser.Page found = search("Lefevre", "Annie", "1971-04-02");
        assertThat(found.html())
                .contains("Annie Lefèvre", "mêmes noms", "même date de naissance", "/dossiers/" + dossier);
        Map<String, String> form = form(found, "Lefevre", "Annie", "1971-04-02");

        Browser.Page stopped = browser.submit(PATH, form);
        assertThat(stopped.status()).isEqualTo(422);
        assertThat(stopped.html()).contains("Regardez d’abord", "un chauffage en panne");

        String box = stopped.html().replaceAll("(?s).*name=\"(autre-que-[0-9a-f-]+)\".*", "$1");
        form.put("autre-que-" + UUID.randomUUID(), "oui");
        assertThat(browser.submit(PATH, form).status()).as("of somebody else").isEqualTo(422);
        form.put(box, "oui");
        form.put("prenom-1", "Léon");
        form.put("nom-1", "Lefèvre");
        assertThat(browser.submit(PATH, form).status()).isEqualTo(303);
    }

    /** Of what one may not see nothing is told but that it exists, and whom to ask. */
    @Test
    void ofOthersDossiersOneLearnsWhomToAsk() {
        WorkerId stranger = worker("Yann Le Goff", Role.SOCIAL_WORKER);
        change(
                "update worker set team_id = ? where org_id = ? and worker_id = ?",
                UUID.randomUUID(),
                service.organisation(),
                stranger);
        browser = browser(stranger);

        Browser.Page found = search("Lefèvre", "Annie", "1971-04-02");

        assertThat(found.html())
                .contains("À demander : ", "Camille Moreau")
                .doesNotContain("mêmes noms", dossier.toString());
        assertThat(audited("FOUND", stranger))
                .as("the dossier keeps that it was found")
                .isPositive();
        assertThat(search("Lefèvre", "Annie", "").html())
                .as("a name alone tells nothing")
                .doesNotContain("À demander");
    }

    @Test
    void nobodyIsGivenADossierOutsideTheTeam() {
        WorkerId elsewhere = stranger();
        Map<String, String> form = form(search("Benali", "Nadia", ""), "Benali", "Nadia", "");
        form.put("referent", elsewhere.toString());

        Browser.Page page = browser.submit(PATH, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("quelqu’un de l’équipe");
        assertThat(audited("OPEN", referent)).isZero();
    }

    /** Whoever works for the whole service, as an intake desk does, gives it to a team that serves the commune. */
    @Test
    void whoeverIsOfNoTeamOpensForTheTeamOfTheCommune() {
        WorkerId desk = worker("Ida Blanc", Role.INTAKE_WORKER);
        service.leaveTeam(desk);
        browser = browser(desk);
        Browser.Page found = search("Benali", "Nadia", "");
        assertThat(found.html()).contains("Proposé", "Dominique Girard");

        Browser.Page opened = browser.submit(PATH, form(found, "Benali", "Nadia", ""));

        assertThat(browser.get(opened.location()).html()).contains("Le dossier est ouvert");
        assertThat(audited("OPEN", desk)).isOne();
        assertThat(service.phone(colleague).clockAt(clock.instant()).pull().ofKind(RecordKind.PERSON))
                .extracting(row ->
                        Groups.parse(row.groups()).as(Person.class).identity().givenName())
                .contains("Nadia");
    }

    @Test
    void whoeverIsOfNoTeamGivesItToNobodyElsewhere() {
        WorkerId desk = worker("Ida Blanc", Role.INTAKE_WORKER);
        service.leaveTeam(desk);
        serveCivrayFrom(UUID.randomUUID());
        browser = browser(desk);
        Browser.Page found = search("Benali", "Nadia", "");
        assertThat(found.html()).contains("Aucune équipe").doesNotContain("Dominique Girard");

        Browser.Page page = browser.submit(PATH, form(found, "Benali", "Nadia", ""));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("d’une équipe qui sert la commune", "un chauffage en panne");
        assertThat(audited("OPEN", desk)).isZero();
    }

    @Test
    void ofACommuneThatTwoSitesServeTheTeamsOfBothAreOffered() {
        WorkerId desk = worker("Ida Blanc", Role.INTAKE_WORKER);
        service.leaveTeam(desk);
        UUID near = UUID.randomUUID();
        UUID far = UUID.randomUUID();
        change("update team set site_id = ? where org_id = ?", near, service.organisation());
        inATeamOf(far, worker("Yann Le Goff", Role.SOCIAL_WORKER));
        inATeamOf(UUID.randomUUID(), worker("Inès Caron", Role.SOCIAL_WORKER));
        serveCivrayFrom(near);
        serveCivrayFrom(far);
        browser = browser(desk);

        assertThat(search("Benali", "Nadia", "").html())
                .contains("Dominique Girard", "Yann Le Goff")
                .doesNotContain("Inès Caron");
    }

    @Test
    void whoseTeamAnswersForNoDossierGivesItToATeamOfTheCommune() {
        WorkerId lead = worker("Ida Blanc", Role.TEAM_HEAD);
        inATeamOf(UUID.randomUUID(), lead);
        browser = browser(lead);

        assertThat(search("Benali", "Nadia", "").html()).contains("Proposé", "Dominique Girard");
    }

    private void serveCivrayFrom(UUID site) {
        change("""
                insert into territory (org_id, territory_id, site_id, name, arrangement, commune_codes)
                values (?, ?, ?, 'Civraisien', 'DESECTORISED', '86077 86078')""", service.organisation(), UUID.randomUUID(), site);
    }

    private void inATeamOf(UUID site, WorkerId worker) {
        UUID team = UUID.randomUUID();
        change(
                "insert into team (org_id, team_id, site_id, name) values (?, ?, ?, 'Équipe')",
                service.organisation(),
                team,
                site);
        change(
                "update worker set team_id = ? where org_id = ? and worker_id = ?",
                team,
                service.organisation(),
                worker);
    }

    @Test
    void whatIsMissingIsAskedForAndNothingTypedIsLost() {
        Map<String, String> form = form(search("Benali", "Nadia", ""), "Benali", "Nadia", "");
        form.put("rue", " ");

        Browser.Page page = browser.submit(PATH, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html()).contains("Il manque", "un chauffage en panne", "Nadia");
        assertThat(search("Benali", " ", "").status()).isEqualTo(400);
    }

    @Test
    void withoutSegmentsItIsInNone() {
        service.bean(ReferenceData.class)
                .publish(
                        service.service(),
                        RecordKind.PROFILE,
                        Map.of(new RecordId(UUID.randomUUID()), ShippedProfile.SANS_SEGMENTS.profile()),
                        ServiceFixture.NOON);
        Browser.Page opened = browser.submit(PATH, form(search("Benali", "Nadia", ""), "Benali", "Nadia", ""));

        TestPhone phone = service.phone(colleague).clockAt(clock.instant()).pull();
        assertThat(of(phone, opened(opened), RecordKind.STAY)).isEmpty();
    }

    @Test
    void theBackOfficeOpensNone() {
        assertThat(browser(backOffice).get("/dossiers").html()).doesNotContain("Ouvrir un dossier");
        assertThat(browser(backOffice).get(PATH).status()).isEqualTo(403);
    }

    private Browser.Page search(String family, String given, String birth) {
        browser.get(PATH);
        return browser.submit(
                PATH + "/recherche", Map.of("nom", family, "prenom", given, "naissance", birth, "commune", "86078"));
    }

    private Map<String, String> form(Browser.Page found, String family, String given, String birth) {
        Map<String, String> form = new HashMap<>();
        form.put("dossier", field(found.html(), "dossier"));
        form.put("nom", family);
        form.put("prenom", given);
        form.put("naissance", birth);
        form.put("telephone", "05 49 00 00 00");
        form.put("rue", "4 place du Marché");
        form.put("code-postal", "86400");
        form.put("commune", "86078");
        form.put("sujet", "HOUSING");
        form.put("origine", "PERSON");
        form.put("urgence", "SOON");
        form.put("texte", "Chez elle, un chauffage en panne");
        form.put("referent", colleague.toString());
        return form;
    }

    private static DossierId opened(Browser.Page page) {
        return new DossierId(UUID.fromString(page.location().substring("/dossiers/".length())));
    }

    private static List<Groups> of(TestPhone phone, DossierId dossier, RecordKind kind) {
        return phone.ofKind(kind).stream()
                .filter(row -> row.bucket().dossier().filter(dossier::equals).isPresent())
                .map(FeedRow::groups)
                .map(Groups::parse)
                .toList();
    }

    private void change(String sql, Object... parameters) {
        service.bean(Database.class).write(connection -> Sql.change(connection, sql, parameters));
    }

    private long audited(String act, WorkerId worker) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(
                        connection,
                        "select count(*) from audit where act = ? and worker_id = ? and dossier_id is not null",
                        row -> row.getLong(1),
                        act,
                        worker))
                .orElseThrow();
    }
}
