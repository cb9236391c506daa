package org.tournee.mobile.walk;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Parent;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;

/** Finds words that go on in the next line without a hyphen, as they are drawn. */
final class BrokenWords {

    /** Shorter ones fit everywhere; a part of an address is no word. */
    private static final Pattern LONG_WORD = Pattern.compile("(?<![\\p{L}@.])\\p{L}{7,}(?![\\p{L}@])");

    private BrokenWords() {}

    static List<String> in(Parent root) {
        return Screens.seen(root).stream()
                .filter(Screens::isText)
                .map(Text.class::cast)
                .flatMap(text -> LONG_WORD
                        .matcher(text.getText())
                        .results()
                        .filter(word -> line(text, word.start()) != line(text, word.end() - 1))
                        .map(word -> "broken without a hyphen: " + word.group() + " in " + text.getText()))
                .toList();
    }

    /** Where the line of a character begins, from the top. */
    private static double line(Text text, int at) {
        return text.rangeShape(at, at + 1)[0] instanceof MoveTo begin ? begin.getY() : 0;
    }
}
