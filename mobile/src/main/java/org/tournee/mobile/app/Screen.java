package org.tournee.mobile.app;

import java.util.List;
import javafx.scene.Node;

/** One screen: a node that is made once a visit. */
public interface Screen {

    /** The title that the top bar shows. */
    String title();

    Node node();

    /** What stands at the right of the top bar, such as a button for the discreet view; empty for most. */
    default List<Node> actions() {
        return List.of();
    }

    /** Called when records changed while it is shown, on the screen's thread. */
    default void refresh() {}

    /** Called when it is left: keeps drafts, stops listening. */
    default void leave() {}
}
