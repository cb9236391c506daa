package org.tournee.sync;

/**
 * Looks at a JSON text in UTF-8 before it is read: well-formed to the last byte, and not nested deeper than {@link #DEPTH}.
 *
 * <p>The reader of the library skips raw values without looking and descends by recursion: what a phone sends could
 * otherwise be stored broken and stop every other phone that pulls it, or overflow the stack. One pass, nothing
 * allocated but the depth's bits.
 */
final class JsonShape {

    /** Deeper than anything that is written here. */
    static final int DEPTH = 60;

    private static final int LAST_ASCII = 0x7F;

    private final byte[] text;
    private int at;
    private int depth;
    /** One bit a level: set where that level is an object. */
    private long objects;

    private JsonShape(byte[] text) {
        this.text = text;
    }

    /**
     * Checks a text.
     *
     * @throws MalformedException when it is not one JSON value
     */
    static void check(byte[] utf8) {
        new JsonShape(utf8).value();
    }

    private void value() {
        boolean wantsValue = true;
        while (wantsValue || depth > 0) {
            blanks();
            wantsValue = wantsValue ? !begin() : afterValue();
        }
        blanks();
        require(at == text.length);
    }

    /** Reads a value, or the start of one; true where a value is complete. */
    private boolean begin() {
        int first = next();
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
        int next = next();
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
        for (int next = next(); next != '"'; next = next()) {
            require(next >= ' ');
            if (next == '\\') {
                escape(next());
            } else if (next > LAST_ASCII) {
                character(next);
            }
        }
    }

    /** The rest of a character that has more than one byte: no longer than it must be, no half of a pair, none that is not. */
    private void character(int lead) {
        require(lead >= 0xC2 && lead <= 0xF4);
        int second = next();
        require(second >= (lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80));
        require(second <= (lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF));
        int more = lead < 0xE0 ? 0 : lead < 0xF0 ? 1 : 2;
        for (int i = 0; i < more; i++) {
            require((next() & 0xC0) == 0x80);
        }
    }

    private void escape(int escaped) {
        if (escaped == 'u') {
            for (int i = 0; i < 4; i++) {
                require(Character.digit(next(), 16) >= 0);
            }
        } else {
            require("\"\\/bfnrt".indexOf(escaped) >= 0);
        }
    }

    private void number(int first) {
        int digit = first == '-' ? next() : first;
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
            int sign = next();
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
        for (int i = 0; i < rest.length(); i++) {
            require(next() == rest.charAt(i));
        }
    }

    private void blanks() {
        while (at < text.length && " \t\n\r".indexOf(text[at]) >= 0) {
            at++;
        }
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    /** The next byte, or one that fits nowhere at the end. */
    private int peek() {
        return at < text.length ? text[at] & 0xFF : 0;
    }

    private int next() {
        require(at < text.length);
        return text[at++] & 0xFF;
    }

    private void require(boolean right) {
        if (!right) {
            throw new MalformedException("Not JSON at byte " + at);
        }
    }
}
