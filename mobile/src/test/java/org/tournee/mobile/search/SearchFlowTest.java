package org.tournee.mobile.search;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;

/** The search with the thumb. Rule: R-OFF. */
class SearchFlowTest {

    private final OpenDossierPhone phone = OpenDossierPhone.usual();

    @AfterEach
    void close() {
        phone.close();
    }

    @Test
    void fromTheListToWhatOneHalfRemembers() {
        phone.open(new Destination.Dossiers());
        phone.tap("#to-search");
        assertThat(phone.here()).contains(new Destination.Search());
        phone.picture("search-empty");
        phone.type("#search", "lefebvre");
        phone.picture("search-found");
        assertThat(phone.shows("Personnes (3)")).isTrue();
        phone.tap("Ménage Lefèvre, 8 rue des Tilleuls, 86000 Poitiers");

        assertThat(phone.here()).contains(new Destination.DossierPage(phone.dossier(5)));
    }

    /** Whoever says for whom they record must not be led away from it. */
    @Test
    void onlyTheListOneOpensDossiersFromOffersTheSearch() {
        phone.open(new Destination.RecordFor());
        assertThat(phone.camera.scene().getRoot().lookupAll(".top-bar .button-icon"))
                .filteredOn(Node::isVisible)
                .isNotEmpty()
                .noneMatch(button -> "to-search".equals(button.getId()));
    }
}
