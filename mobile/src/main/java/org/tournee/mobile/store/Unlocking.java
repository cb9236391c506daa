package org.tournee.mobile.store;

import java.nio.file.Path;

/** What came of trying a PIN. None of them changes or loses what is stored. */
public sealed interface Unlocking {

    /** Open. Whoever gets it closes it. */
    record Unlocked(SqlitePhoneStore store) implements Unlocking {}

    /**
     * Another PIN, or a try too soon after others.
     *
     * @param waitSeconds how long the next try must wait; 0 for not at all
     */
    record WrongPin(long waitSeconds) implements Unlocking {}

    /** The file was altered or cut: it is left as it is, for somebody who can save what is in it. */
    record Damaged(Path file) implements Unlocking {}

    /** A later version of the app wrote it. */
    record NewerThanApp() implements Unlocking {}

    /** Another process holds it. */
    record Busy() implements Unlocking {}

    /** This phone holds no store yet. */
    record None() implements Unlocking {}
}
