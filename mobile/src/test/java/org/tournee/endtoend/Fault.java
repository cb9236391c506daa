package org.tournee.endtoend;

import java.time.Duration;

/** What befalls a connection of the {@link Network}. */
public sealed interface Fault {

    /** Nothing. */
    Fault NONE = new Slow(Duration.ZERO);

    /** Which way bytes go. */
    enum Way {
        TO_SERVER,
        TO_PHONE
    }

    /** Ends after so many bytes that way. */
    record Cut(Way way, long after) implements Fault {}

    /** Ends when the server answers a request to that path: it did what it was asked, and nobody hears of it. */
    record AnswerLost(String path) implements Fault {}

    /** After so many bytes that way nothing passes any more, either way, and neither end is told. */
    record HalfOpen(Way way, long after) implements Fault {}

    /** Each piece of at most 16 KiB is held up, either way. */
    record Slow(Duration each) implements Fault {}
}
