package org.tournee.mobile.app;

import java.net.URI;
import javafx.application.HostServices;
import org.tournee.mobile.device.OtherApps;

/**
 * The other apps of a desk.
 *
 * @param desk as JavaFX knows it
 */
record DeskApps(HostServices desk) implements OtherApps {

    @Override
    public boolean open(URI address) {
        desk.showDocument(address.toString());
        return true;
    }
}
