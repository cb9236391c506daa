package org.tournee.mobile.walk;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;

/** Finds words that go on in the next line without a hyphen, and signs that begin a line, as they are drawn. */
final class BrokenWords {

    /** Shorter ones fit everywhere; a part of an address is no word. */
    private static final Pattern LONG_WORD = Pattern.compile("(?<![\\p{L}@.])\\p{L}{7,}(?![\\p{L}@])");

    /** In French, with the letter before it. */
    private static final Pattern SIGN = Pattern.compile("\\S[ \u00A0][:;?!»]|«[ \u00A0]\\S");

    private BrokenWords() {}

    static List<String> in(Parent root) {
        return Screens.seen(root).stream()
                .filter(Screens::isText)
                .map(Text.class::cast)
                .flatMap(text -> Stream.concat(
                        broken(LONG_WORD, "broken without a hyphen", text), broken(SIGN, "a sign alone", text)))
                .toList();
    }

    private static Stream<String> broken(Pattern whole, String wrong, Text text) {
        return whole.matcher(text.getText())
                .results()
                .filter(word -> line(text, word.start()) != line(text, word.end() - 1))
                .map(word -> wrong + ": " + word.group() + " in " + text.getText());
    }

    /** Where the line of a character begins, from the top. */
    private static double line(Text text, int at) {
        return text.rangeShape(at, at + 1)[0] instanceof MoveTo begin ? begin.getY() : 0;
    }
}
