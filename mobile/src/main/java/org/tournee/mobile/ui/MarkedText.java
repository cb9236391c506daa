package org.tournee.mobile.ui;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A text in which what differs from another is marked: bold, underlined and on a tone, three signs of which one is a
 * colour.
 */
public final class MarkedText extends TextFlow {

    /** @param name what a screen reader says before it */
    public MarkedText(String name, List<TextDifference.Stretch> stretches) {
        getStyleClass().add("marked-text");
        for (TextDifference.Stretch stretch : stretches) {
            Text text = new Text(stretch.text());
            text.getStyleClass().add(stretch.differs() ? "differs" : "agrees");
            getChildren().add(text);
        }
        setAccessibleText(name + " : "
                + stretches.stream().map(TextDifference.Stretch::text).collect(Collectors.joining()));
    }
}
