package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.server.sync.ToldCursors;

/** A phone that nobody heard of for long may hold work that nobody has seen. Rules: R-REM, R-BO. */
class SilentPhoneTest extends WebTest {

    @Test
    void aPhoneIsSilentAfterFourteenDaysAndNoMoreOnceItFetches() {
        clock.advance(Duration.ofDays(15)); // every phone is enrolled at noon of the first day
        TestPhone phone = phone();
        Browser browser = browser(head);
        assertThat(browser.get("/appareils?etat=verifier").html()).contains("Camille Moreau", "silencieux");
        assertThat(browser.get("/a-traiter").html()).contains("silencieux");

        phone.pull();
        context.getBean(ToldCursors.class).write();

        assertThat(browser.get("/appareils?etat=verifier").html()).contains("Aucun appareil ici");
        assertThat(browser.get("/a-traiter").html()).contains("Rien n’attend");
    }
}
