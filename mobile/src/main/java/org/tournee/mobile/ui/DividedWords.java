package org.tournee.mobile.ui;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The text of one label as it was given, and as it stands: where a word is wider than the label, each of its lines ends with a
 * hyphen and a blank, which is not seen at the end of a line.
 */
final class DividedWords {

    /** JavaFX breaks after blanks alone, not even after a hyphen. */
    private static final Pattern WORD = Pattern.compile("\\S+");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    /** A number or an address says something else with a hyphen in it. */
    private static final Pattern NO_WORD = Pattern.compile("[\\d@/]");

    private static final char HYPHEN = '-';

    /** Of the size of the type: no letter is wider, so that most words need no measuring. */
    private static final double WIDEST = 1;

    /** Of the screen's thread alone. */
    private static final Text RULER = new Text();

    private final Labeled labeled;
    private String given;
    private @Nullable Text drawn;
    private boolean dividing;
    private boolean named;

    DividedWords(Labeled labeled) {
        this.labeled = labeled;
        this.given = labeled.getText() == null ? "" : labeled.getText();
    }

    void follow() {
        labeled.textProperty().addListener((on, was, is) -> {
            if (!dividing) {
                given = is == null ? "" : is;
                name(false); // what was read aloud for other words
                look();
            }
        });
        labeled.fontProperty().addListener(on -> look());
        labeled.getChildrenUnmodifiable().addListener((Observable on) -> findDrawn());
    }

    /** What draws the words: it alone knows how much room is left beside an icon, a box to tick, a frame. */
    private void findDrawn() {
        labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
                .map(Text.class::cast)
                .filter(text -> !text.equals(drawn))
                .findFirst()
                .ifPresent(text -> {
                    drawn = text;
                    text.wrappingWidthProperty().addListener(on -> look());
                });
    }

    /** Not while everything is being laid out: another text asks for another height. */
    private void look() {
        if (room() > 0 && !labeled.textProperty().isBound() && !fitting().equals(labeled.getText())) {
            Platform.runLater(this::divide);
        }
    }

    /** 0 while nothing is drawn, or in one line that ends where the words do. */
    private double room() {
        return drawn == null ? 0 : drawn.getWrappingWidth();
    }

    private void divide() {
        if (room() == 0) {
            return; // not shown any more
        }
        String fitting = fitting();
        dividing = true;
        labeled.setText(fitting);
        dividing = false;
        name(!fitting.equals(given));
    }

    /** What is read aloud has no hyphens that the screen alone needs. */
    private void name(boolean divided) {
        if (divided && labeled.getAccessibleText() == null) {
            named = true;
        }
        if (named) {
            labeled.setAccessibleText(divided ? given : null);
            named = divided;
        }
    }

    private String fitting() {
        double room = room();
        StringBuilder fitting = new StringBuilder();
        Matcher words = WORD.matcher(given);
        while (words.find()) {
            words.appendReplacement(fitting, Matcher.quoteReplacement(fitting(words.group(), room)));
        }
        return words.appendTail(fitting).toString();
    }

    private String fitting(String word, double room) {
        boolean fits = word.length() * labeled.getFont().getSize() * WIDEST <= room || width(word) <= room;
        return fits || NO_WORD.matcher(word).find() ? word : divided(word, room);
    }

    private String divided(String word, double room) {
        Hyphenation hyphenation = Hyphens.of(labeled);
        if (!hyphenation.knowsWords()) {
            return word;
        }
        List<Integer> places = places(word, hyphenation::places);
        List<Integer> all = places(word, hyphenation::allPlaces);
        StringBuilder divided = new StringBuilder();
        String rest = word;
        while (width(rest) > room) {
            int end = end(rest, word.length() - rest.length(), List.of(places, all), room);
            if (end == 0) {
                break;
            }
            divided.append(line(rest, end)).append(' ');
            rest = rest.substring(end);
        }
        return divided.append(rest).toString();
    }

    /** Behind its own hyphens, and where its language divides it. */
    private static List<Integer> places(String word, Function<String, List<Integer>> language) {
        IntStream own = IntStream.range(1, word.length()).filter(at -> word.charAt(at - 1) == HYPHEN);
        IntStream others = LETTERS.matcher(word)
                .results()
                .flatMapToInt(part -> language.apply(part.group()).stream().mapToInt(place -> part.start() + place));
        return IntStream.concat(own, others).sorted().boxed().toList();
    }

    /**
     * Where its line ends: at the last place that fits; in a word without one, such as a name, behind the last letter.
     *
     * @param begun how many letters of the word stand on lines before
     * @param places in the word, the better ones first
     */
    private int end(String rest, int begun, List<List<Integer>> places, double room) {
        for (List<Integer> some : places) {
            for (int at = some.size() - 1; at >= 0 && some.get(at) > begun; at--) {
                if (fits(rest, some.get(at) - begun, room)) {
                    return some.get(at) - begun;
                }
            }
        }
        for (int at = rest.length() - 1; at > 0; at--) {
            if (isWithinLetters(rest, at) && fits(rest, at, room)) {
                return at;
            }
        }
        return 0;
    }

    private boolean fits(String rest, int end, double room) {
        return width(line(rest, end)) <= room;
    }

    private static String line(String rest, int end) {
        return rest.charAt(end - 1) == HYPHEN ? rest.substring(0, end) : rest.substring(0, end) + HYPHEN;
    }

    private static boolean isWithinLetters(String word, int at) {
        return Character.isLetter(word.charAt(at - 1)) && Character.isLetter(word.charAt(at));
    }

    private double width(String words) {
        RULER.setFont(labeled.getFont());
        RULER.setText(words);
        return RULER.getLayoutBounds().getWidth();
    }
}
