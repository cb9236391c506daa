package org.tournee.mobile.app;

import java.util.Optional;

/** Makes the screens of some destinations. Several stand side by side, one a part of the app. */
@FunctionalInterface
public interface ScreenFactory {

    /** A new screen for a visit, or empty where another factory has it. */
    Optional<Screen> screen(Destination destination, Phone phone);
}
