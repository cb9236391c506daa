package org.tournee.mobile.app;

import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.ui.Icons;

/**
 * Loads the texts and the icons of the first page while the toolkit starts, which leaves a processor free: whoever wants them
 * finds them, or waits for the rest. Decision: 0080.
 */
public final class Preloading {

    private Preloading() {}

    /** Begins it, before the toolkit starts. */
    public static void begin() {
        Thread loading = new Thread(Preloading::load, "preloading");
        loading.setDaemon(true);
        loading.start();
    }

    private static void load() {
        Icons.of(Material2AL.LOCK_OPEN);
        new Messages(Language.FRENCH); // which other languages fall back on
    }
}
