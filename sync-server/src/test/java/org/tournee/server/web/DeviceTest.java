package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.server.TestPhone;

/** The workers' devices, and revoking one. Rules: R-BO, R-CLK. */
class DeviceTest extends WebTest {

    @Test
    void aHeadSeesTheDevicesOfTheirTeamAndHowTheyStand() {
        TestPhone phone = phone();
        service.phone(worker("Noé Petit", Role.SOCIAL_WORKER))
                .clockAt(clock.instant().minus(Duration.ofHours(3)))
                .send(List.of());
        Browser browser = browser(head);

        assertThat(browser.get("/appareils").html())
                .contains("Camille Moreau", "/appareils/" + phone.stream(), "à l’heure", "en retard de 3 h 0 min");
        assertThat(browser.get("/appareils?etat=verifier").html())
                .contains("Noé Petit")
                .doesNotContain("Camille Moreau");
        assertThat(browser.get("/appareils/" + phone.stream()).html()).contains("Dernier échange", "En service");
    }

    @Test
    void nobodySeesTheDevicesOfAnotherTeam() {
        var stranger = stranger();
        TestPhone phone = service.phone(stranger);

        assertThat(browser(head).get("/appareils").html()).doesNotContain("Yann Le Goff");
        assertThat(browser(head).get("/appareils/" + phone.stream()).status()).isEqualTo(404);
        assertThat(browser(referent).get("/appareils").status()).isEqualTo(403);
    }

    @Test
    void revokingIsConfirmedFirstAndEndsWhatThePhoneGets() {
        TestPhone phone = phone();
        Browser browser = browser(head);
        String path = "/appareils/" + phone.stream();
        browser.get(path);

        Browser.Page asked = browser.submit(path + "/revocation", Map.of());
        assertThat(asked.html()).contains("Révoquer cet appareil ?");
        assertThat(phone.get("/sync/v1/session?stream_id=" + phone.stream()).statusCode())
                .isEqualTo(200);

        assertThat(browser.submit(path + "/revocation", Map.of("confirme", "oui"))
                        .location())
                .isEqualTo(path);
        assertThat(browser.get(path).html()).contains("Révoqué").doesNotContain("Révoquer cet appareil…");
        assertThat(phone.get("/sync/v1/session?stream_id=" + phone.stream()).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/journal?quoi=appareils").html()).contains("Téléphone révoqué");
    }
}
