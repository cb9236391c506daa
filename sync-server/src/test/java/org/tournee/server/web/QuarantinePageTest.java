package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.store.Quarantine;
import org.tournee.server.store.StreamRow;
import org.tournee.server.store.Streams;
import org.tournee.sync.DoorEnvelope;

/** Administrators see that something was put aside, and nobody sees what. Rules: R-REC, R-SHARE. */
class QuarantinePageTest extends WebTest {

    private static final String PATH = "/mises-de-cote";

    private void putAside() {
        TestPhone phone = service.phone(referent);
        StreamRow stream = service.bean(Streams.class)
                .find(service.organisation(), phone.stream())
                .orElseThrow();
        String sealed = Base64.getEncoder().encodeToString(new byte[64]);
        service.bean(Quarantine.class)
                .keep(
                        stream,
                        List.of(new DoorEnvelope(3, 5, "clé", sealed, "signature")),
                        Quarantine.Reason.REVOKED,
                        ServiceFixture.NOON);
    }

    @Test
    void anAdministratorSeesFromWhomHowMuchAndWhy() {
        putAside();

        Browser.Page page = browser(worker("Tom Petit", Role.ADMINISTRATOR)).get(PATH);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html())
                .contains("Camille Moreau", "téléphone retiré du service", ">3</td>", "10 mars 2026 à 13:00");
    }

    @Test
    void whereNothingWasPutAsideItSaysSo() {
        assertThat(browser(worker("Tom Petit", Role.ADMINISTRATOR)).get(PATH).html())
                .contains("Rien n’est mis de côté");
    }

    @Test
    void nobodyElseMayLook() {
        putAside();

        assertThat(browser(head).get(PATH).status()).isEqualTo(403);
        assertThat(browser(backOffice).get(PATH).status()).isEqualTo(403);
        assertThat(browser().get(PATH).status()).isEqualTo(303);
    }
}
