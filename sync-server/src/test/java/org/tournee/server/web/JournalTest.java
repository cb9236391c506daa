package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;

/** Sign-ins are in the audit: a head reads those of their team, the technical administration all. Rule: R-AUD. */
class JournalTest extends WebTest {

    @Test
    void aSignInAndASignOutAreInTheJournal() {
        Browser browser = browser(referent);
        browser.get("/dossiers");
        browser.submit("/deconnexion", Map.of());

        assertThat(browser(head).get("/journal?qui=" + referent).html())
                .contains("Camille Moreau", "Connexion", "Déconnexion", "navigateur");
    }

    @Test
    void aFailedSignInIsInTheJournalWithoutWhatWasTyped() throws InterruptedException {
        browser()
                .post("/connexion", Map.of("login", "login-" + referent, "password", "sesame", "suite", "/"), Map.of());
        Browser browser = browser(head);
        String html = browser.get("/journal?quoi=manquees").html();
        for (int i = 0; i < 100 && html.contains("Rien ici"); i++) {
            Thread.sleep(50); // written after the answer
            html = browser.get("/journal?quoi=manquees").html();
        }

        assertThat(html).contains("Camille Moreau", "Connexion manquée").doesNotContain("sesame");
    }

    @Test
    void aHeadReadsTheirTeamAlone() {
        browser(stranger());
        browser(direction);

        assertThat(browser(head).get("/journal").html()).doesNotContain("Yann Le Goff");
        assertThat(browser(worker("Tom Petit", Role.ADMINISTRATOR))
                        .get("/journal")
                        .html())
                .contains("Yann Le Goff", "Noé Lambert");
    }

    @Test
    void nobodyElseReadsIt() {
        for (WorkerId other : new WorkerId[] {referent, backOffice, direction}) {
            assertThat(browser(other).get("/journal").status()).isEqualTo(403);
        }
    }

    @Test
    void theJournalIsCheckedOnRequest() {
        assertThat(browser(head).get("/journal?verifier=oui").html()).contains("Le journal est intact");
    }
}
