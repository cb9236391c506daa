package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A head erases a dossier in the browser: a reason, the name once more, the password once more. Rules: R-GDPR, R-BO. */
class ErasurePagesTest extends WebTest {

    @Test
    void itIsErasedOnlyWithReasonNameAndPassword() {
        Browser browser = browser(head);
        clock.advance(Duration.ofMinutes(6));
        Browser.Page asked = browser.get(page());
        assertThat(asked.html()).contains("Effacer ce dossier ?", "Votre mot de passe");
        String household = asked.html().replaceAll("(?s).*<p class=\"crumb\"><a[^>]*>([^<]*)</a>.*", "$1");

        assertThat(submit(browser, "", household, PASSWORD).html()).contains("Dites pourquoi", "Rien n’est effacé");
        assertThat(submit(browser, "ORDERED", "Autre", PASSWORD).html()).contains("n’est pas celui de ce dossier");
        assertThat(submit(browser, "ORDERED", household, "").html()).contains("Donnez votre mot de passe");
        assertThat(submit(browser, "ORDERED", household, "pas le bon").html()).contains("n’est pas le vôtre");
        assertThat(browser.get("/dossiers/" + dossier).status()).isEqualTo(200);

        assertThat(submit(browser, "ORDERED", household, PASSWORD).html()).contains("Le dossier est effacé");

        assertThat(browser.get("/dossiers/" + dossier).status()).isIn(403, 404);
        assertThat(browser.get("/dossiers").html()).doesNotContain(dossier.toString());
    }

    @Test
    void nobodyElseGetsSoFar() {
        assertThat(browser(referent).get(page()).status()).isEqualTo(403);
        assertThat(browser(backOffice).get(page()).status()).isEqualTo(403);
    }

    private Browser.Page submit(Browser browser, String reason, String household, String password) {
        return browser.submit(
                "/dossiers/" + dossier + "/effacement",
                Map.of("motif", reason, "menage", household, "motdepasse", password));
    }

    private String page() {
        return "/dossiers/" + dossier + "/effacement";
    }
}
