package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.WorkerId;

/** A dossier that is not one's own opens by a stated reason, and its head is told. Rules: R-SHARE, R-AUD. */
class ReasonTest extends WebTest {

    private static final String WHY = "Monsieur <Lefèvre> est à l’accueil, sa référente est absente.";

    private WorkerId stranger;
    private String path;

    @BeforeEach
    void somebodyElsesDossier() {
        stranger = stranger();
        path = "/dossiers/" + dossier;
    }

    @Test
    void aReasonOpensTheDossierForTheDay() {
        Browser browser = browser(stranger);
        assertThat(browser.get(path).html()).contains("L’ouvrir avec un motif").doesNotContain("rue des Écoles");

        assertThat(browser.submit(path + "/motif", Map.of("motif", WHY)).location())
                .isEqualTo(path);

        assertThat(browser.get(path).html()).contains("3 rue des Écoles", "Ouvert avec un motif");
        clock.advance(Duration.ofMinutes(59 * 8)); // in two steps, or the session would have ended
        assertThat(browser(stranger).get(path).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(9));
        assertThat(browser(stranger).get(path).status()).isEqualTo(403);
    }

    @Test
    void itsHeadReadsTheReasonAndItIsInTheJournal() {
        browser(stranger).get(path);
        state(stranger, WHY);
        Browser browser = browser(head);
        String inbox = browser.get("/a-traiter").html();
        assertThat(inbox).contains("Ouverture avec motif", "par Yann Le Goff").doesNotContain("Monsieur");
        String opening = inbox.replaceAll("(?s).*?(/ouvertures/[^\"]+).*", "$1");

        assertThat(browser.get(opening).html()).contains("Monsieur &lt;Lefèvre&gt; est à l’accueil");
        assertThat(browser.submit(opening, Map.of()).location()).isEqualTo("/a-traiter");

        assertThat(browser.get("/a-traiter").html()).contains("Rien n’attend");
        assertThat(browser.get(opening).html()).contains("Lu");
        assertThat(browser.get(path).html()).contains("Yann Le Goff", "Ouverture avec motif");
    }

    @Test
    void nobodyButTheHeadIsTold() {
        state(stranger, WHY);

        assertThat(browser(referent).get("/a-traiter").html()).contains("Rien n’attend");
        assertThat(browser(backOffice).get("/a-traiter").html()).contains("Rien n’attend");
    }

    @Test
    void aReasonOfAWordIsAskedForAgain() {
        Browser browser = browser(stranger);
        browser.get(path);

        Browser.Page page = browser.submit(path + "/motif", Map.of("motif", " vu ? "));

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.html()).contains("Dites en une phrase");
        assertThat(page.response().body()).contains(">vu ?</textarea>"); // the very spaces that were typed
        assertThat(browser.get(path).status()).isEqualTo(403);
    }

    @Test
    void aReasonOpensNothingToARoleThatFollowsNoDossiers() {
        Browser browser = browser(direction);
        browser.get("/equipe");

        assertThat(browser.submit(path + "/motif", Map.of("motif", WHY)).status())
                .isEqualTo(403);
        assertThat(browser.get(path).status()).isEqualTo(403);
    }

    @Test
    void whoeverFollowsItStatesNoReason() {
        state(referent, WHY);

        assertThat(browser(head).get("/a-traiter").html()).contains("Rien n’attend");
    }

    private void state(WorkerId worker, String reason) {
        Browser browser = browser(worker);
        browser.get(path);
        browser.submit(path + "/motif", Map.of("motif", reason));
    }
}
