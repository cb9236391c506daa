package org.tournee.mobile.device;

/**
 * The screen.
 *
 * @param phone whether the app has a phone's whole screen; else it shows itself in a window of {@link #WIDTH} ×
 *     {@link #HEIGHT}
 */
public record Display(boolean phone) {

    /** Of the design, in device-independent pixels. */
    public static final int WIDTH = 412;

    /** Of the design, in device-independent pixels. */
    public static final int HEIGHT = 915;
}
