package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.contact.Journal;
import org.tournee.segment.Standing;

/** Moving a contact with the thumb. Rule: R-CON. */
class MoveContactFlowTest {

    private final OpenDossierPhone phone = OpenDossierPhone.usual();

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void itGoesToTheDossierThatOneFindsAndOneIsThere() {
        phone.open(new Destination.DossierPage(phone.dossier(0)));
        phone.tap("#section-journal");
        phone.picture("move-journal");
        phone.tap("Mauvais dossier ?");
        String name = phone.contents(1).dossier().value().household().name();
        phone.type("#move-search", name);
        phone.picture("move-where");
        phone.tap(".dossier-cell");
        phone.tap(phone.contents(1).persons().get(0).value().identity().givenName());
        phone.picture("move-who");
        phone.tap("#move-contact");

        assertThat(phone.here()).contains(new Destination.DossierPage(phone.dossier(1)));
        assertThat(phone.shows("Déplacé dans le dossier " + name)).isTrue();
        phone.back();
        phone.tap("#section-journal");
        phone.picture("move-stub");
        assertThat(Journal.of(phone.contents(0), phone.fixture.store().profile().zone()))
                .anyMatch(line -> line.standing() == Standing.MOVED);
    }
}
