package org.tournee.server.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** Names of invented people, as one meets them in a French department. */
final class Names {

    private static final WordLists LISTS = WordLists.load("names.txt");
    private static final List<String> FAMILY = LISTS.of("family");
    private static final List<String> WOMEN = LISTS.of("women");
    private static final List<String> MEN = LISTS.of("men");
    private static final List<String> STREETS = LISTS.of("streets");

    private Names() {}

    static String family(Dice dice) {
        return dice.oneOf(FAMILY);
    }

    static String given(Dice dice, boolean woman) {
        return dice.oneOf(woman ? WOMEN : MEN);
    }

    static String street(Dice dice) {
        return dice.between(1, 98) + " " + dice.oneOf(STREETS);
    }

    /** A number of the range that is kept free for fiction: it can belong to nobody. */
    static String mobilePhone(Dice dice) {
        return "06 39 98 %02d %02d".formatted(dice.between(0, 99), dice.between(0, 99));
    }

    /** {@code claire.moreau}: without accents, spaces and capitals. */
    static String login(String given, String family) {
        String plain = Normalizer.normalize(given + "." + family, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[ ']", "-");
        return plain.toLowerCase(Locale.ROOT);
    }
}
