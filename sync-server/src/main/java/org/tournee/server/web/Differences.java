package org.tournee.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one text says that another does not, word by word: for eyes, never for a merge. */
public final class Differences {

    private static final Pattern TOKEN = Pattern.compile("\\s+|[^\\s]+");
    /** Beyond it the whole text is marked: the table would grow with the square. */
    private static final int MOST_TOKENS = 1_500;

    private Differences() {}

    /** A piece of a text; {@code differs} where the other does not have it. */
    public record Piece(String text, boolean differs) {}

    /** The pieces of {@code text}, in order, that together are it. */
    static List<Piece> of(String text, String other) {
        List<String> mine = tokens(text);
        List<String> theirs = tokens(other);
        if (text.equals(other) || mine.isEmpty()) {
            return List.of(new Piece(text, false));
        }
        if (theirs.isEmpty() || mine.size() > MOST_TOKENS || theirs.size() > MOST_TOKENS) {
            return List.of(new Piece(text, true));
        }
        return join(mine, common(mine, theirs));
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** Which of the first ones belong to a longest common subsequence. */
    private static boolean[] common(List<String> mine, List<String> theirs) {
        int[][] longest = new int[mine.size() + 1][theirs.size() + 1];
        for (int i = mine.size() - 1; i >= 0; i--) {
            for (int j = theirs.size() - 1; j >= 0; j--) {
                longest[i][j] = mine.get(i).equals(theirs.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        boolean[] common = new boolean[mine.size()];
        int i = 0;
        int j = 0;
        while (i < mine.size() && j < theirs.size()) {
            if (mine.get(i).equals(theirs.get(j))) {
                common[i] = true;
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    private static List<Piece> join(List<String> tokens, boolean[] common) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            boolean differs = !common[i];
            piece.append(tokens.get(i));
            if (i + 1 == tokens.size() || common[i + 1] == differs) {
                pieces.add(new Piece(piece.toString(), differs));
                piece.setLength(0);
            }
        }
        return pieces;
    }
}
