package org.tournee.mobile.device;

import java.util.function.Consumer;

/**
 * Where documents come from: on a desk a file chooser, on a phone its camera and its gallery. Called on the screen's
 * thread, and answers there; where the worker changes their mind, it does not answer.
 */
public interface DocumentSource {

    /** Whether {@link #takePicture} leads to a camera; else there is only what {@link #choose} offers. */
    boolean hasCamera();

    /** Opens the camera. Nothing where there is none. */
    void takePicture(Consumer<ChosenFile> taken);

    /** Lets the worker choose among the files, or on a phone the pictures, that are there. */
    void choose(Consumer<ChosenFile> chosen);
}
