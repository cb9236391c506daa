package org.tournee.mobile.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.CheckBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.ScreenCamera;

/** A tick that is seen is taken, whatever was collected meanwhile. */
class BoundTest {

    private final List<Boolean> taken = new ArrayList<>();

    @BeforeAll
    static void toolkit() {
        ScreenCamera.startToolkit();
    }

    @Test
    void whatNobodyElseHoldsIsHeld() {
        CheckBox box = ScreenCamera.onScreen(CheckBox::new);
        ScreenCamera.run(() -> bind(box));

        System.gc();
        ScreenCamera.run(box::fire);

        assertThat(taken).containsExactly(true);
    }

    /** Its property is nobody's once this has returned. */
    private void bind(CheckBox box) {
        BooleanProperty chosen = new SimpleBooleanProperty();
        chosen.addListener((on, was, is) -> taken.add(is));
        Bound.both(box, box.selectedProperty(), chosen);
    }
}
