package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.closure.Closure;
import org.tournee.contact.Topic;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierStatus;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.request.Request;
import org.tournee.segment.Segment;
import org.tournee.segment.Stay;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.server.reminder.DossierReminders;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;

/** A follow-up ends with its reason, and begins again by its head. Rules: R-SEG-5, R-SHARE, R-GDPR, R-AUD. */
class ClosurePagesTest extends WebTest {

    @Test
    void itEndsWithItsStayAndItsRemindersOnEveryPhone() {
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), dossier); // its stay is at its limit
        assertThat(reminders()).isPositive();
        TestPhone phone = phone().pull();
        Browser browser = browser(referent);
        browser.get(path());

        assertThat(close(browser, "MOVED", "", "Partie à Lyon chez sa fille").status())
                .isEqualTo(303);

        phone.pull();
        assertThat(status(phone))
                .isEqualTo(new Dossier.Status(DossierStatus.CLOSED, LocalDate.of(2025, 9, 1), today()));
        assertThat(stays(phone)).singleElement().extracting(Stay.Span::leftOn).isEqualTo(today());
        assertThat(closures(phone))
                .singleElement()
                .extracting(Closure::ending)
                .isEqualTo(
                        new Closure.Ending(Closure.Exit.MOVED, null, "Partie à Lyon chez sa fille", today(), referent));
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), dossier);
        assertThat(reminders()).isZero();
        assertThat(browser.get("/dossiers/" + dossier).html()).contains("Clos depuis le", "déménagement");
        assertThat(browser.get(path()).html())
                .contains("Partie à Lyon chez sa fille", "conservation")
                .doesNotContain("reopen-form");
        assertThat(browser.get("/dossiers/" + dossier + "/historique").html()).contains("Dossier clos");
    }

    /** A fact stays a fact. Rule: R-REC. */
    @Test
    void whatWaitsOnAPhoneStillArrives() {
        TestPhone phone = phone().pull();
        RecordId request = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.REQUEST, request, request(today())));
        Browser browser = browser(head);
        browser.get(path());
        close(browser, "DIED", "", "Appris par sa sœur");

        List<Outcome> outcomes = phone.push();

        assertThat(outcomes).extracting(Outcome::verdict).containsOnly(Verdict.APPLIED);
        assertThat(browser.get("/dossiers/" + dossier + "/demandes").html()).contains("Logement");
    }

    @Test
    void noPhoneClosesADossierByItself() {
        TestPhone phone = phone().pull();
        phone.save(
                dossier,
                phone.change(
                        RecordKind.DOSSIER,
                        new RecordId(dossier.value()),
                        "status",
                        "{\"status\":\"CLOSED\",\"opened_on\":\"2025-09-01\",\"closed_on\":\"2026-03-10\"}"));

        assertThat(phone.push()).extracting(Outcome::reason).containsExactly(ReturnReason.COMMAND_ONLY);
    }

    @Test
    void whatIsMissingIsAskedForAndNothingTypedIsLost() {
        Browser browser = browser(referent);
        browser.get(path());

        assertThat(close(browser, "", "", "Un motif à garder").html()).contains("Il manque", "Un motif à garder");
        assertThat(close(browser, "ORIENTED_ELSEWHERE", "", "Un motif à garder").html())
                .contains("vers qui la personne est orientée", "R-REL", "Un motif à garder");
        assertThat(close(browser, "OTHER", "", " ").html()).contains("Il manque un motif écrit");
        assertThat(status(phone().pull()).status()).isEqualTo(DossierStatus.OPEN);
    }

    @Test
    void sentTwiceItIsClosedOnceAndWhatIsLateIsToldSo() {
        Browser browser = browser(referent);
        Map<String, String> form = form(browser.get(path()).html(), "OTHER", "", "Première fois");
        Browser other = browser(head);
        Map<String, String> late = form(other.get(path()).html(), "OTHER", "", "Deuxième personne");

        assertThat(browser.submit(path(), form).status()).isEqualTo(303);
        assertThat(browser.submit(path(), form).status()).isEqualTo(303);
        Browser.Page told = other.submit(path(), late);

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.html()).contains("entre-temps", "Deuxième personne");
        assertThat(closures(phone().pull())).hasSize(1);
    }

    @Test
    void theHeadBeginsItAgainByANewStay() {
        Browser closing = browser(referent);
        closing.get(path());
        close(closing, "PERSONS_WISH", "", "Elle préfère s’arrêter là");
        Browser browser = browser(head);
        String closure = field(browser.get(path()).html(), "cloture");

        Browser.Page page =
                browser.submit(path() + "/reouverture", Map.of("cloture", closure, "motif", "Elle revient"));

        assertThat(page.status()).isEqualTo(303);
        TestPhone phone = phone().pull();
        assertThat(status(phone).status()).isEqualTo(DossierStatus.OPEN);
        assertThat(stays(phone)).contains(new Stay.Span(Segment.A, today(), null));
        assertThat(browser.get(path()).html()).contains("Rouvert", "Elle revient", "Elle préfère", "close-form");
        assertThat(browser.get("/dossiers/" + dossier + "/historique").html()).contains("Dossier rouvert");
    }

    @Test
    void whatIsClosedIsFoundAmongTheClosedOnes() {
        Browser browser = browser(referent);
        assertThat(browser.get("/dossiers").html()).contains("Lefèvre", "/dossiers/clos");
        assertThat(browser.get("/dossiers/clos").html()).contains("Aucun dossier clos");
        browser.get(path());
        close(browser, "MOVED", "", "Partie à Lyon chez sa fille");

        assertThat(browser.get("/dossiers").html()).doesNotContain("Lefèvre");
        assertThat(browser(head).get("/dossiers/clos").html()).contains("Lefèvre", "/dossiers/" + dossier);
        assertThat(browser(stranger()).get("/dossiers/clos").html()).doesNotContain("Lefèvre");
    }

    @Test
    void nobodyElseEndsItOrBeginsItAgain() {
        WorkerId assistant = worker("Noé Petit", Role.ADMIN_ASSISTANT);
        Browser browser = browser(assistant);
        assertThat(browser.get(path()).html())
                .contains("par son référent, par qui le remplace, ou par la responsable")
                .doesNotContain("close-form");

        Map<String, String> form = new HashMap<>(Map.of("issue", "OTHER", "motif", "Je ne devrais pas"));
        form.put("cloture", TestPhone.newId().toString());
        form.put("vues", "0");
        assertThat(browser.submit(path(), form).status()).isEqualTo(422);
        assertThat(status(phone().pull()).status()).isEqualTo(DossierStatus.OPEN);
        assertThat(audited("SIGN_REFUSED", assistant)).isOne();

        WorkerId stranger = stranger();
        Browser outside = browser(stranger);
        outside.get("/dossiers");
        assertThat(outside.submit(path(), form).status()).isEqualTo(403);
        assertThat(audited("REFUSE", stranger)).isOne();
    }

    private String path() {
        return "/dossiers/" + dossier + "/cloture";
    }

    private Browser.Page close(Browser browser, String exit, String orientedTo, String reason) {
        return browser.submit(path(), form(browser.get(path()).html(), exit, orientedTo, reason));
    }

    private static Map<String, String> form(String html, String exit, String orientedTo, String reason) {
        return Map.of(
                "cloture",
                field(html, "cloture"),
                "vues",
                field(html, "vues"),
                "issue",
                exit,
                "relais",
                orientedTo,
                "motif",
                reason);
    }

    private static Request request(LocalDate receivedOn) {
        return new Request(
                new Request.Demand(Request.Origin.PERSON, Request.Urgency.SOON, Topic.HOUSING, receivedOn, ""),
                new Request.Handling(null, null, null, null, null, null));
    }

    private Dossier.Status status(TestPhone phone) {
        return Groups.parse(phone.row(new RecordId(dossier.value())).groups())
                .as(Dossier.class)
                .status();
    }

    private static List<Stay.Span> stays(TestPhone phone) {
        return phone.ofKind(RecordKind.STAY).stream()
                .map(row -> groups(row).as(Stay.class).span())
                .toList();
    }

    private static List<Closure> closures(TestPhone phone) {
        return phone.ofKind(RecordKind.CLOSURE).stream()
                .map(row -> groups(row).as(Closure.class))
                .toList();
    }

    private static Groups groups(FeedRow row) {
        return Groups.parse(row.groups());
    }

    private long reminders() {
        return count("select count(*) from reminder_told where dossier_id = ? and ended_at is null", dossier);
    }

    private long audited(String act, WorkerId worker) {
        return count("select count(*) from audit where act = ? and worker_id = ?", act, worker);
    }

    private long count(String sql, Object... parameters) {
        return service.bean(Database.class)
                .read(connection -> Sql.first(connection, sql, row -> row.getLong(1), parameters))
                .orElseThrow();
    }
}
