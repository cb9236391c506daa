package org.tournee.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tournee.organisation.Role;
import org.tournee.profile.ShippedProfile;
import org.tournee.rights.ShippedCatalogue;
import org.tournee.server.ServiceFixture;
import org.tournee.server.store.ReferenceData;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** The profile and the catalogue in force are read in the browser, with version, days and sources. Rules: R-BO, R-CAT. */
class ReferencePagesTest extends WebTest {

    private void publish(RecordKind kind, Object value) {
        service.bean(ReferenceData.class)
                .publish(service.service(), kind, Map.of(new RecordId(UUID.randomUUID()), value), ServiceFixture.NOON);
    }

    @Test
    void everyFigureHasItsUnitItsDayAndItsSource() {
        publish(RecordKind.PROFILE, ShippedProfile.VIENNE.profile());

        String html = browser(referent).get("/reference/profil").html();

        assertThat(html)
                .contains("Version 1", "14 juillet 2016", "Segment A", "4 à 6 en 6 mois", "001 §6", "36 mois")
                .contains("contrat d’engagements réciproques", "Mesure : Information préoccupante", "10 personnes")
                .containsPattern("Un dossier clos reste sur le téléphone de son référent(?s:.{1,80})90 jours");
    }

    @Test
    void aProfileWithoutSegmentsShowsItsMandates() {
        publish(RecordKind.PROFILE, ShippedProfile.BRUXELLES.profile());

        assertThat(browser(backOffice).get("/reference/profil").html())
                .contains("Bruxelles", "PIIS", "Décider une demande, en", "30 jours", "1 à 2 en 2 mois")
                .doesNotContain("Segment A");
    }

    @Test
    void theCatalogueNamesTheOfficialPageOfEachRight() {
        assertThat(browser(worker("Tom Petit", Role.ADMINISTRATOR))
                        .get("/reference/droits")
                        .html())
                .contains("Catalogue des droits");
        publish(RecordKind.CATALOGUE, ShippedCatalogue.FR.catalogue());

        String html = browser(referent).get("/reference/droits").html();

        assertThat(html).contains("version " + ShippedCatalogue.FR.catalogue().version(), "Page officielle");
        assertThat(html.split("data-test=\"right\"", -1))
                .hasSize(ShippedCatalogue.FR.catalogue().rights().size() + 1);
    }

    @Test
    void whoeverSeesAggregatesAloneSeesNone() {
        assertThat(browser(direction).get("/reference/profil").status()).isEqualTo(403);
    }
}
