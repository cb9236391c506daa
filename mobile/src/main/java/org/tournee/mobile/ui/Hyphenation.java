package org.tournee.mobile.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where words of a language may be divided, by patterns: a digit between letters says how strongly it speaks for a place, if
 * it is odd, or against it; the strongest decides. Source: F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983.
 */
final class Hyphenation {

    private static final Set<String> WITH_PATTERNS = Set.of("de", "en", "fr", "nl");
    private static final Hyphenation NONE = new Hyphenation();
    /** Read when the first word does not fit. */
    private static final Map<String, Hyphenation> KNOWN = new ConcurrentHashMap<>();

    /** A syllable of two letters at an end of a word is allowed, and hard to read. */
    private static final int FEWEST_LETTERS = 3;

    private static final int TWO_LETTERS = 2;

    private static final char END = '.';

    private final Map<String, byte[]> patterns = new HashMap<>();
    private int longest;

    private Hyphenation() {}

    /**
     * That of a language; one that divides nothing where the app has no patterns for it.
     *
     * @param language two letters, such as {@code de}
     */
    static Hyphenation of(String language) {
        return WITH_PATTERNS.contains(language) ? KNOWN.computeIfAbsent(language, Hyphenation::read) : NONE;
    }

    private static Hyphenation read(String language) {
        Hyphenation read = new Hyphenation();
        String file = "/org/tournee/mobile/hyphens/" + language + ".txt";
        try (InputStream in = Objects.requireNonNull(Hyphenation.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(read::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Whether it divides any word at all. */
    boolean knowsWords() {
        return !patterns.isEmpty();
    }

    private void add(String line) {
        StringBuilder letters = new StringBuilder();
        byte[] strengths = new byte[line.length() + 1];
        for (int at = 0; at < line.length(); at++) {
            char each = line.charAt(at);
            if (Character.isDigit(each)) {
                strengths[letters.length()] = (byte) (each - '0');
            } else {
                letters.append(each);
            }
        }
        patterns.put(letters.toString(), strengths);
        longest = Math.max(longest, letters.length());
    }

    /** The places in a word before which a hyphen may stand, in their order; none where it is of one piece. */
    List<Integer> places(String word) {
        return places(word, FEWEST_LETTERS);
    }

    /** The same with those that leave two letters at an end: where no other fits. */
    List<Integer> allPlaces(String word) {
        return places(word, TWO_LETTERS);
    }

    private List<Integer> places(String word, int fewest) {
        String framed = END + word.toLowerCase(Locale.ROOT) + END;
        byte[] strengths = new byte[framed.length() + 1];
        for (int from = 0; from < framed.length(); from++) {
            for (int to = from + 1; to <= Math.min(framed.length(), from + longest); to++) {
                weigh(patterns.get(framed.substring(from, to)), from, to, strengths);
            }
        }
        List<Integer> places = new ArrayList<>();
        for (int place = fewest; place <= word.length() - fewest; place++) {
            if (strengths[place + 1] % 2 == 1) {
                places.add(place);
            }
        }
        return places;
    }

    private static void weigh(byte @Nullable [] pattern, int from, int to, byte[] strengths) {
        if (pattern != null) {
            for (int at = from; at <= to; at++) {
                strengths[at] = (byte) Math.max(strengths[at], pattern[at - from]);
            }
        }
    }
}
