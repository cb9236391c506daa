package org.tournee.mobile.device;

/** How the system wants apps to look. */
@FunctionalInterface
public interface SystemLooks {

    /** Whether it wants them dark; false where it does not say. May take a second. */
    boolean dark();
}
