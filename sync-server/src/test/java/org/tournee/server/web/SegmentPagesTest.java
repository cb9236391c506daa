package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.segment.Exemption;
import org.tournee.segment.Segment;
import org.tournee.server.TestPhone;
import org.tournee.server.reminder.DossierReminders;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Decisions on the segment, signed in the browser by two people. Rules: R-SEG-5, R-SEG-6, R-SEG-7, R-SEG-10. */
class SegmentPagesTest extends WebTest {

    private static final String REASON = "Les démarches sont stabilisées, le logement est trouvé.";
    private static final Duration LATER = Duration.ofMinutes(6);

    private String path;

    @BeforeEach
    void itsPage() {
        path = "/dossiers/" + dossier + "/segment";
    }

    @Test
    void theReferentDecidesTheHeadExecutesAndThePhoneHearsOfIt() {
        TestPhone phone = phone().pull();
        Browser one = browser(referent);
        assertThat(one.get(path).html()).contains("Séjour en cours", "1er septembre 2025", "Limite du séjour");

        Browser.Page decided = submit(one, "DECIDE", decision(one));

        assertThat(decided.location()).isEqualTo(path);
        assertThat(one.get(path).html())
                .contains("Décision en attente", "Segment A → Segment B", "Signe ensuite : la responsable");
        assertThat(browser(referent).get("/decisions").html()).contains("Attendent quelqu’un d’autre");

        Browser two = browser(head);
        assertThat(two.get("/decisions").html()).contains("Lefèvre", "La responsable signe");
        Browser.Page executed = submit(two, "EXECUTE", SegmentForms.checked());

        assertThat(executed.location()).isEqualTo(path);
        assertThat(two.get(path).html())
                .contains("10 mars 2026", REASON, "Exécuté</strong> par Hélène Robin", "Proposé</strong> par Camille");
        assertThat(two.get("/decisions").html()).contains("Rien n’attend votre signature");
        assertThat(phone.pull().ofKind(RecordKind.SEGMENT_CHANGE)).hasSize(1);
        assertThat(phone.ofKind(RecordKind.STAY)).hasSize(2);
    }

    @Test
    void approvingAsksForThePasswordAgainAfterSomeMinutesAndKeepsWhatWasTyped() {
        Browser one = browser(referent);
        submit(one, "DECIDE", decision(one));
        Browser two = browser(head);
        clock.advance(LATER);
        assertThat(two.get(path).html()).contains("Votre mot de passe");
        Map<String, String> objection = Map.of("texte", "Le bilan ne dit rien du logement.");

        Browser.Page missing = submit(two, "RETURN", objection);
        assertThat(missing.status()).isEqualTo(403);
        assertThat(missing.html()).contains("redonnez votre mot de passe", "Le bilan ne dit rien du logement.");

        Browser.Page wrong = submit(two, "RETURN", with(objection, "mot-de-passe", "un autre mot de passe"));
        assertThat(wrong.html()).contains("Ce mot de passe ne convient pas", "Le bilan ne dit rien du logement.");

        Browser.Page returned = submit(two, "RETURN", with(objection, "mot-de-passe", PASSWORD));
        assertThat(returned.status()).isEqualTo(303);
        assertThat(two.get(path).html()).contains("Retourné avec une objection", "Le bilan ne dit rien du logement.");
    }

    @Test
    void whoComesSecondSeesWhatHappenedAndKeepsTheirWords() {
        Browser one = browser(referent);
        one.get(path);
        Browser other = browser(referent);
        Map<String, String> second = with(decision(other), "texte", "Une autre raison, écrite plus tôt.");
        String page = other.get(path).html();
        submit(one, "DECIDE", decision(one));

        Browser.Page stale = other.submit(path, with(SegmentForms.hidden(page, "DECIDE"), second));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.html())
                .contains("La situation a changé entre-temps", "Une autre raison, écrite plus tôt.", "en attente");
    }

    @Test
    void theSameFormSentTwiceSignsOnce() {
        Browser one = browser(referent);
        String page = one.get(path).html();
        Map<String, String> sent = with(SegmentForms.hidden(page, "DECIDE"), decision(one));

        assertThat(one.submit(path, sent).status()).isEqualTo(303);
        assertThat(one.submit(path, sent).status()).isEqualTo(303);

        assertThat(phone().pull().ofKind(RecordKind.SEGMENT_CHANGE)).hasSize(1);
    }

    @Test
    void aRefusalNamesItsRuleAndSaysWhatToDo() {
        Browser one = browser(referent);
        String page = one.get(path).html();
        Map<String, String> unticked =
                with(SegmentForms.hidden(page, "DECIDE"), Map.of("segment", "B", "texte", "Les dettes sont réglées."));

        Browser.Page refused = one.submit(path, unticked);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html())
                .contains("coche au moins un critère", "R-SEG-1", "Cochez ce qui", "Les dettes sont réglées.");
        assertThat(submit(one, "DECIDE", Map.of("texte", "Sans segment")).html())
                .contains("Il manque votre choix", "Sans segment");
    }

    @Test
    void theSecretaryAsksAndTheReferentAnswers() {
        WorkerId secretary = worker("Sacha Perrin", Role.ADMIN_ASSISTANT);
        service.assign(dossier, secretary, ReferentRole.ADMIN_REFERENT);
        inSegmentC();
        Browser asking = browser(secretary);

        submit(asking, "REQUEST", Map.of("segment", "A", "texte", "Trois appels cette semaine, une coupure annoncée."));
        Browser answering = browser(referent);
        assertThat(answering.get("/decisions").html()).contains("Demande (secrétaire)", "Le référent répond");
        submit(answering, "DECLINE", Map.of("texte", "Vue hier, le délai est obtenu."));

        assertThat(asking.get(path).html()).contains("Demande non suivie", "Vue hier, le délai est obtenu.");
    }

    @Test
    void whoOnlyLooksOnIsOfferedNothingAndAStrangerSeesNothing() {
        assertThat(browser(head).get(path).html()).contains("Rien n’attend votre signature sur ce dossier");
        assertThat(browser(stranger()).get(path).status()).isEqualTo(403);
        assertThat(browser(backOffice).get(path).status()).isEqualTo(403);
    }

    @Test
    void theHeadGrantsAnExemptionAndEndsIt() {
        Browser two = browser(head);
        String page = two.get(path).html();
        Map<String, String> grant =
                Map.of("id", field(page, "id"), "raison", "HOSPITAL", "du", "2026-03-01", "au", "2026-04-15");

        assertThat(two.submit(path + "/dispenses", grant).status()).isEqualTo(303);
        assertThat(two.submit(path + "/dispenses", grant).status()).isEqualTo(303);
        assertThat(two.get(path).html()).contains("du 1er mars 2026 au 15 avril 2026, accordée par Hélène Robin");
        assertThat(phone().pull().ofKind(RecordKind.EXEMPTION)).hasSize(1);

        String exemption = two.get(path).html().replaceAll("(?s).*action=\"([^\"]*/dispenses/[^\"]+)\".*", "$1");
        assertThat(two.submit(exemption, Map.of()).status()).isEqualTo(303);
        assertThat(two.get(path).html()).contains("du 1er mars 2026 au 9 mars 2026");

        Browser.Page backwards = two.submit(
                path + "/dispenses",
                Map.of(
                        "id",
                        field(two.get(path).html(), "id"),
                        "raison",
                        "ABSENCE",
                        "du",
                        "2026-03-20",
                        "au",
                        "2026-03-01"));
        assertThat(backwards.status()).isEqualTo(422);
        assertThat(backwards.html()).contains("finirait avant de commencer", "2026-03-20");

        Browser one = browser(referent);
        assertThat(one.get(path).html()).doesNotContain("Accorder une dispense");
        assertThat(one.submit(path + "/dispenses", grant).html()).contains("C’est à la responsable d’accorder");
    }

    /** R-SEG-10: asked for offline, it exempts from nothing until the head says so; nobody grants what they ask for. */
    @Test
    void whatAPhoneAsksForTheHeadGrantsOrDeclinesWithAReason() {
        TestPhone phone = phone().pull();
        RecordId followed = ask(phone, "Opération du genou");
        RecordId declined = ask(phone, "Pas le temps");
        Exemption.Grant own = exemption(phone.pull().row(followed)).asked().by(referent);
        RecordId cheated = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.EXEMPTION, cheated, new Exemption(own)))
                .push();
        Browser two = browser(head);
        String html = two.get(path).html();

        assertThat(html).contains("Demandée", "Opération du genou", "Pas le temps");
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), dossier);
        assertThat(two.get("/decisions").html()).contains("Dispense demandée");
        assertThat(phone.pull().store()).doesNotContainKey(cheated);
        assertThat(browser(referent).get(path).html()).doesNotContain("follow-exemption");
        assertThat(answer(browser(referent), followed, "accorder", "").html())
                .contains("C’est à la responsable d’accorder");
        assertThat(answer(two, declined, "refuser", " ").html()).contains("Un refus a une raison");
        assertThat(answer(two, declined, "refuser", "Elle est rentrée").status())
                .isEqualTo(303);
        assertThat(answer(two, followed, "accorder", "").status()).isEqualTo(303);
        assertThat(answer(two, followed, "refuser", "Trop tard").html()).contains("a déjà sa réponse");

        assertThat(two.get(path).html()).contains("accordée par Hélène Robin", "Refusée par Hélène Robin", "rentrée");
        phone.pull();
        assertThat(exemption(phone.row(followed)).granted())
                .contains(exemption(phone.row(followed)).asked().by(head));
        assertThat(exemption(phone.row(declined)).granted()).isEmpty();
        service.bean(DossierReminders.class).bringUpToDate(service.organisation(), dossier);
        assertThat(two.get("/decisions").html()).doesNotContain("Dispense demandée");
    }

    /** R-SEG-10: a reason is written in pieces, and is not lost to its length or to somebody who was faster. */
    @Test
    void whyAnExemptionIsDeclinedIsShownAgain() {
        RecordId asked = ask(phone().pull(), "Opération du genou");
        Browser two = browser(head);
        String tooLong = "Elle est rentrée. ".repeat(120).strip();

        Browser.Page refused = answer(two, asked, "refuser", tooLong);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("2 000 caractères au plus", ">" + tooLong + "</textarea>");
        assertThat(answer(two, asked, "accorder", "").status()).isEqualTo(303);
        assertThat(answer(two, asked, "refuser", "Elle est rentrée").html())
                .contains("a déjà sa réponse", "Pourquoi vous refusiez la dispense", "Elle est rentrée");
    }

    /** R-SEG-10: what waited on a phone for too long is granted no more than what the head grants unasked. */
    @Test
    void whatWasAskedForOfTooLongAgoIsDeclinedAlone() {
        TestPhone phone = phone().pull();
        RecordId old = ask(phone, "Hospitalisée l’an passé", LocalDate.of(2025, 3, 9), LocalDate.of(2025, 4, 1));
        RecordId oldest = ask(phone, "Rentrée depuis", LocalDate.of(2025, 3, 10), LocalDate.of(2025, 4, 1));
        Browser two = browser(head);

        Browser.Page refused = answer(two, old, "accorder", "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html()).contains("ne remonte pas plus loin", "se refuse en disant pourquoi");
        assertThat(exemption(phone.pull().row(old)).isWaiting()).isTrue();
        assertThat(answer(two, old, "refuser", "Trop loin").status()).isEqualTo(303);
        assertThat(answer(two, oldest, "accorder", "").status()).isEqualTo(303);
    }

    private RecordId ask(TestPhone phone, String why) {
        return ask(phone, why, LocalDate.of(2026, 3, 10), LocalDate.of(2026, 4, 1));
    }

    private RecordId ask(TestPhone phone, String why, LocalDate from, LocalDate until) {
        RecordId id = TestPhone.newId();
        Exemption.Asked asked =
                new Exemption.Asked(Exemption.Reason.HOSPITAL, from, until, referent, LocalDate.of(2026, 3, 9), why);
        phone.save(dossier, TestPhone.create(RecordKind.EXEMPTION, id, new Exemption(asked)))
                .push();
        return id;
    }

    private static Exemption exemption(FeedRow row) {
        return Groups.parse(row.groups()).as(Exemption.class);
    }

    private Browser.Page answer(Browser browser, RecordId exemption, String answer, String why) {
        browser.get(path);
        return browser.submit(path + "/dispenses/" + exemption + "/reponse", Map.of("reponse", answer, "motif", why));
    }

    @Test
    void theHistoryTellsWhoSigned() {
        Browser one = browser(referent);
        submit(one, "DECIDE", decision(one));

        assertThat(browser(head).get("/dossiers/" + dossier + "/historique").html())
                .contains("Décision signée");
    }

    /** The referent decides, the head executes. */
    private void inSegmentC() {
        Browser one = browser(referent);
        submit(one, "DECIDE", SegmentForms.decision(one.get(path).html(), Segment.C, REASON));
        submit(browser(head), "EXECUTE", SegmentForms.checked());
    }

    private Browser.Page submit(Browser browser, String kind, Map<String, String> typed) {
        return browser.submit(path, with(SegmentForms.hidden(browser.get(path).html(), kind), typed));
    }

    private Map<String, String> decision(Browser browser) {
        return SegmentForms.decision(browser.get(path).html(), Segment.B, REASON);
    }

    private static Map<String, String> with(Map<String, String> fields, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(more);
        return all;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        return with(fields, Map.of(name, value));
    }
}
