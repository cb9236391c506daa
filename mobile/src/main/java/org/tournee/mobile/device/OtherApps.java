package org.tournee.mobile.device;

import java.net.URI;

/** The other apps of the device: the one that calls, the one that writes mails, the browser. */
@FunctionalInterface
public interface OtherApps {

    /** Gives an address such as {@code tel:} or {@code https:} to the app that is for it; says whether there is one. */
    boolean open(URI address);
}
