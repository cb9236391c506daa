package org.tournee.mobile.ui;

import javafx.beans.property.Property;
import javafx.scene.Node;

/**
 * Binds both ways, and holds what it binds for as long as the control is there. A binding of JavaFX holds neither side: a
 * property that nobody else holds is collected, and what is typed or ticked from then on is shown and not kept.
 */
public final class Bound {

    private Bound() {}

    /**
     * Binds two properties.
     *
     * @param shown a property of the control
     * @param kept where its value is kept, and comes from
     */
    public static <T> void both(Node control, Property<T> shown, Property<T> kept) {
        shown.bindBidirectional(kept);
        control.getProperties().put(Bound.class.getName() + '.' + shown.getName(), kept);
    }
}
