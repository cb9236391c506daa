package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.TestPhone;
import org.tournee.server.database.Database;
import org.tournee.server.database.Sql;
import org.tournee.sync.RecordKind;

/** The head hands a dossier over, and phones follow. Rules: R-REF, R-SHARE. */
class ReferentsPageTest extends WebTest {

    private static final String NOTE = "Audience le 3 décembre ; préfère être vue à domicile.";

    private WorkerId next;
    private String path;
    private LocalDate today;

    @BeforeEach
    void somebodyWhoCanTakeOver() {
        next = worker("Inès Caron", Role.SOCIAL_WORKER);
        path = "/dossiers/" + dossier + "/referents";
        today = today();
    }

    private Map<String, String> form(String role, WorkerId who, LocalDate from, String until) {
        return Map.of("titre", role, "qui", who.toString(), "du", from.toString(), "retour", until, "note", NOTE);
    }

    private Browser headsBrowser() {
        Browser browser = browser(head);
        browser.get(path);
        return browser;
    }

    @Test
    void theNextReferentHasTheDossierAndItsNoteAtOnceAndThePreviousOneNoMore() {
        TestPhone before = phone().pull();

        assertThat(headsBrowser()
                        .submit(path, form("REFERENT", next, today, ""))
                        .location())
                .isEqualTo(path);

        TestPhone after = service.phone(next).clockAt(clock.instant()).pull();
        assertThat(after.ofKind(RecordKind.DOSSIER)).hasSize(1);
        assertThat(after.ofKind(RecordKind.REFERENT_TERM))
                .anySatisfy(row -> assertThat(row.groups()).contains("Audience le 3 décembre"));
        assertThat(before.ask(null, null).manifest().buckets())
                .as("the former referent's phone holds it no more")
                .noneMatch(bucket -> bucket.bucket().value().contains(dossier.toString()));
        assertThat(browser(head).get(path).html())
                .contains("Inès Caron", "Audience le 3 décembre", "Auparavant", "Camille Moreau");
    }

    /** Rule: R-REF. Source: 004 §2.2.1. */
    @Test
    void whomThePersonWishesForIsWrittenDownAndProposedFirst() {
        Browser referents = browser(referent);
        String rev = rev(referents.get(path).html());
        assertThat(referents
                        .submit(
                                path + "/souhait",
                                wish(rev, next.toString(), "Parle dari, si possible", today.toString()))
                        .location())
                .isEqualTo(path);

        String html = browser(head).get(path).html();
        assertThat(html).contains("Inès Caron, « Parle dari, si possible » (le ménage");
        String options = html.replaceAll("(?s).*<select id=\"qui-REFERENT\"(.*?)</select>.*", "$1");
        assertThat(options.indexOf("Inès Caron (souhait de la personne"))
                .isPositive()
                .isLessThan(options.indexOf("Camille Moreau"));
        assertThat(browser(referent).get("/dossiers/" + dossier).html())
                .contains("Souhait pour le référent : Inès Caron");
        assertThat(phone().pull().ofKind(RecordKind.DOSSIER).get(0).groups()).contains("Parle dari, si possible");
    }

    @Test
    void aWishOnWhatSomebodyElseWroteMeanwhileAndOneOfTomorrowAreNotKept() {
        Browser referents = browser(referent);
        String rev = rev(referents.get(path).html());
        referents.submit(path + "/souhait", wish(rev, "", "Une femme", today.toString()));

        assertThat(referents
                        .submit(path + "/souhait", wish(rev, "", "Un homme", today.toString()))
                        .html())
                .contains("Quelqu’un a écrit au dossier entre-temps", "Un homme", "« Une femme »");
        String now = rev(referents.get(path).html());
        assertThat(referents
                        .submit(
                                path + "/souhait",
                                wish(now, "", "Un homme", today.plusDays(1).toString()))
                        .html())
                .contains("pas à venir", "Un homme");
        referents.submit(path + "/souhait", wish(now, "", "", today.toString()));
        assertThat(referents.get(path).html()).contains("Aucun souhait noté");
    }

    private static String rev(String html) {
        return html.replaceAll("(?s).*name=\"rev\" value=\"(\\d+)\".*", "$1");
    }

    private static Map<String, String> wish(String rev, String who, String words, String on) {
        return Map.of("rev", rev, "qui", who, "mots", words, "dit-le", on, "dit-par", "");
    }

    @Test
    void aChangeOfALaterDayIsShownAndGivesNothingYet() {
        headsBrowser().submit(path, form("REFERENT", next, today.plusDays(7), ""));

        assertThat(service.phone(next).clockAt(clock.instant()).pull().ofKind(RecordKind.DOSSIER))
                .isEmpty();
        assertThat(phone().pull().ofKind(RecordKind.DOSSIER)).hasSize(1);
        assertThat(browser(head).get(path).html()).contains("Inès Caron").doesNotContain("Auparavant");
    }

    @Test
    void aReplacementHasFullViewUntilItIsEnded() {
        headsBrowser()
                .submit(
                        path,
                        form("REPLACEMENT", next, today, today.plusDays(10).toString()));
        TestPhone phone = service.phone(next).clockAt(clock.instant());
        assertThat(phone.pull().ofKind(RecordKind.DOSSIER)).hasSize(1);
        Browser browser = headsBrowser();
        String ending = browser.get(path).html().replaceAll("(?s).*action=\"([^\"]+/fin)\".*", "$1");

        assertThat(browser.submit(ending, Map.of()).location()).isEqualTo(path);

        assertThat(phone.ask(null, null).manifest().buckets())
                .noneMatch(bucket -> bucket.bucket().value().contains(dossier.toString()));
    }

    @Test
    void whatIsRefusedSaysWhatToDoAndKeepsWhatWasWritten() {
        Browser.Page page = headsBrowser().submit(path, form("REPLACEMENT", next, today, ""));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("Un remplacement a une fin", NOTE);
        assertThat(browser(head).get(path).html()).doesNotContain(NOTE);
    }

    @Test
    void nobodyButTheHeadHandsADossierOver() {
        Browser browser = browser(referent);
        assertThat(browser.get(path).html()).contains("Camille Moreau").doesNotContain("Changer de référent");

        assertThat(browser.submit(path, form("REFERENT", next, today, "")).status())
                .isEqualTo(403);
        assertThat(service.phone(next).clockAt(clock.instant()).pull().ofKind(RecordKind.DOSSIER))
                .isEmpty();
    }

    @Test
    void ofTwoHeadsAtOnceTheSecondSeesWhatTheFirstDid() throws Exception {
        WorkerId other = worker("Rémi Blanc", Role.SOCIAL_WORKER);
        List<Callable<String>> both = List.of(
                () -> headsBrowser()
                        .submit(path, form("REFERENT", next, today, ""))
                        .location(),
                () -> headsBrowser()
                        .submit(path, form("REFERENT", other, today, ""))
                        .location());

        try (ExecutorService heads = Executors.newFixedThreadPool(2)) {
            for (Future<String> done : heads.invokeAll(both)) {
                assertThat(done.get()).isEqualTo(path);
            }
        }

        long lasting = service.bean(Database.class)
                .read(connection -> Sql.first(connection, """
                                select count(*) from referent_fact
                                where org_id = ? and dossier_id = ? and role = 'REFERENT' and until_day is null""", row -> row.getLong(1), service.organisation(), dossier)
                        .orElseThrow());
        assertThat(lasting).as("one referent, whoever was last").isEqualTo(1);
        assertThat(List.of(next, other))
                .filteredOn(worker -> !service.phone(worker)
                        .clockAt(clock.instant())
                        .pull()
                        .ofKind(RecordKind.DOSSIER)
                        .isEmpty())
                .hasSize(1);
    }
}
