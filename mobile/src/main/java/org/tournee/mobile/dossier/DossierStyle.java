package org.tournee.mobile.dossier;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Parent;

/** The looks that only the screens of a dossier have, over the theme's tokens. */
public final class DossierStyle {

    private DossierStyle() {}

    /** The same node, with the style sheet of these screens. */
    public static <P extends Parent> P on(P node) {
        URL sheet = Objects.requireNonNull(
                DossierStyle.class.getResource("/org/tournee/mobile/theme/dossier.css"), "dossier.css");
        node.getStylesheets().add(sheet.toExternalForm());
        return node;
    }
}
