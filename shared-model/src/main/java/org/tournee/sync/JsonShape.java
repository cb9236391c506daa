package org.tournee.sync;

/**
 * Looks at a JSON text before it is read: well-formed to the last character, and not nested deeper than {@link #DEPTH}.
 *
 * <p>The reader of the library skips raw values without looking and descends by recursion: what a phone sends could
 * otherwise be stored broken and stop every other phone that pulls it, or overflow the stack. One pass, nothing
 * allocated but the depth's bits.
 */
final class JsonShape {

    /** Deeper than anything that is written here. */
    static final int DEPTH = 60;

    private final String text;
    private int at;
    private int depth;
    /** One bit a level: set where that level is an object. */
    private long objects;

    private JsonShape(String text) {
        this.text = text;
    }

    /**
     * Checks a text.
     *
     * @throws MalformedException when it is not one JSON value
     */
    static void check(String text) {
        new JsonShape(text).value();
    }

    private void value() {
        boolean wantsValue = true;
        while (wantsValue || depth > 0) {
            blanks();
            wantsValue = wantsValue ? !begin() : afterValue();
        }
        blanks();
        require(at == text.length());
    }

    /** Reads a value, or the start of one; true where a value is complete. */
    private boolean begin() {
        char first = next();
        switch (first) {
            case '{' -> {
                open(true);
                return emptyOr('}');
            }
            case '[' -> {
                open(false);
                return emptyOr(']');
            }
            case '"' -> string();
            case 't' -> word("rue");
            case 'f' -> word("alse");
            case 'n' -> word("ull");
            default -> number(first);
        }
        return true;
    }

    private void open(boolean object) {
        require(depth < DEPTH);
        objects = object ? objects | (1L << depth) : objects & ~(1L << depth);
        depth++;
    }

    private boolean emptyOr(char close) {
        blanks();
        if (peek() == close) {
            at++;
            depth--;
            return true;
        }
        if (close == '}') {
            name();
        }
        return false;
    }

    /** Reads what follows a complete value; true where another must come. */
    private boolean afterValue() {
        boolean inObject = (objects & (1L << (depth - 1))) != 0;
        char next = next();
        if (next == ',') {
            if (inObject) {
                blanks();
                name();
            }
            return true;
        }
        require(next == (inObject ? '}' : ']'));
        depth--;
        return false;
    }

    private void name() {
        require(next() == '"');
        string();
        blanks();
        require(next() == ':');
    }

    private void string() {
        for (char next = next(); next != '"'; next = next()) {
            require(next >= ' ');
            if (next == '\\') {
                escape(next());
            }
        }
    }

    private void escape(char escaped) {
        if (escaped == 'u') {
            for (int i = 0; i < 4; i++) {
                require(Character.digit(next(), 16) >= 0);
            }
        } else {
            require("\"\\/bfnrt".indexOf(escaped) >= 0);
        }
    }

    private void number(char first) {
        char digit = first == '-' ? next() : first;
        require(isDigit(digit));
        if (digit != '0') {
            digits();
        }
        if (peek() == '.') {
            at++;
            require(isDigit(next()));
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            at++;
            char sign = next();
            require(isDigit(sign == '+' || sign == '-' ? next() : sign));
            digits();
        }
    }

    private void digits() {
        while (isDigit(peek())) {
            at++;
        }
    }

    private void word(String rest) {
        require(text.startsWith(rest, at));
        at += rest.length();
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** The next character, or one that fits nowhere at the end. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        require(at < text.length());
        return text.charAt(at++);
    }

    private void require(boolean right) {
        if (!right) {
            throw new MalformedException("Not JSON at character " + at);
        }
    }
}
