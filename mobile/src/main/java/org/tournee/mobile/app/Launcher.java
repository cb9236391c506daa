package org.tournee.mobile.app;

import org.tournee.mobile.store.PhoneFile;

/**
 * Starts {@link TourneeApp} from a class path, and beside it what opening a store will take.
 *
 * <p>The JDK's launcher asks for JavaFX as named modules when the main class extends {@code Application}; from a class
 * that does not, it starts from {@code lib/*.jar}.
 */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        Thread preparing = new Thread(PhoneFile::prepare, "prepare");
        preparing.setDaemon(true);
        preparing.start();
        TourneeApp.main(args);
    }
}
