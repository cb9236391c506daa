package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.tournee.organisation.WorkerId;

/** Pages in a real browser: accessible, no wider than its screen, light and dark. Their pictures: target/pages. */
abstract class SeenPages extends WebTest {

    Chromium chromium;

    @BeforeAll
    void openABrowser() {
        chromium = new Chromium(server.getURI().toString());
    }

    @AfterAll
    void closeIt() {
        chromium.close();
    }

    /** Opens the dossier by a reason, and tells where its head reads it. */
    String open(WorkerId stranger) {
        Browser browser = browser(stranger);
        browser.get("/dossiers/" + dossier);
        browser.submit(
                "/dossiers/" + dossier + "/motif",
                Map.of("motif", "Madame est à l’accueil avec un avis de coupure, sa référente est absente."));
        return browser(head).get("/a-traiter").html().replaceAll("(?s).*?(/ouvertures/[^\"]+).*", "$1");
    }

    void look(String name, String path, String cookie) {
        look(name, path, cookie, page -> {});
    }

    void look(String name, String path, String cookie, Consumer<Page> doing) {
        chromium.look(name, path, cookie, doing).forEach((look, found) -> {
            assertThat(found.violations()).as(name + " " + look).isEmpty();
            assertThat(found.overflow()).as(name + " " + look).isZero();
        });
    }
}
