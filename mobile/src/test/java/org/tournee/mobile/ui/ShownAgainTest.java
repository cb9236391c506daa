package org.tournee.mobile.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.ScreenCamera;

/** What a row of a list shows one dossier after another is as if it were made for each. Rule: R-SEG-4. */
class ShownAgainTest {

    @BeforeAll
    static void toolkit() {
        ScreenCamera.startToolkit();
    }

    @Test
    void aMarkIsAsANewOne() {
        Mark again = new Mark(Tone.LATE, "échu depuis le 3 mars");
        again.show(Tone.NEUTRAL, Material2AL.EVENT, "2 sur 4");
        Mark fresh = new Mark(Tone.NEUTRAL, Material2AL.EVENT, "2 sur 4");
        assertThat(again.getText()).isEqualTo(fresh.getText());
        assertThat(Set.copyOf(again.getStyleClass())).isEqualTo(Set.copyOf(fresh.getStyleClass()));
        assertThat(((Icon) again.getGraphic()).getText()).isEqualTo(((Icon) fresh.getGraphic()).getText());
    }

    @Test
    void dotsAreAsNewOnes() {
        PaceDots again = new PaceDots(3, 1, 4, 6, "4 sur 4");
        for (int[] pace : new int[][] {{0, 0, 2, 2}, {1, 1, 3, 4}, {5, 0, 2, 3}, {0, 0, 0, 0}}) {
            again.show(pace[0], pace[1], pace[2], pace[3], "autre");
            PaceDots fresh = new PaceDots(pace[0], pace[1], pace[2], pace[3], "autre");
            assertThat(kinds(again)).isEqualTo(kinds(fresh));
            assertThat(again.getAccessibleText()).isEqualTo("autre");
        }
    }

    private static List<List<String>> kinds(PaceDots dots) {
        return dots.getChildren().stream()
                .map(Node::getStyleClass)
                .map(List::copyOf)
                .toList();
    }
}
