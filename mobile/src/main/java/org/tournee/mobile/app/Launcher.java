package org.tournee.mobile.app;

/**
 * Starts {@link TourneeApp} from a class path.
 *
 * <p>The JDK's launcher asks for JavaFX as named modules when the main class extends {@code Application}; from a class
 * that does not, it starts from {@code lib/*.jar}. The image of a phone begins at {@link TourneeApp} itself: it has nothing to
 * load beside the toolkit.
 */
public final class Launcher {

    private Launcher() {}

    public static void main(String[] args) {
        Preloading.begin();
        TourneeApp.main(args);
    }
}
