package org.tournee.mobile.app;

import com.gluonhq.attach.util.Platform;
import java.net.URI;
import javafx.application.HostServices;
import org.tournee.mobile.device.OtherApps;

/**
 * The other apps of a desk; a phone has no way to them yet.
 *
 * @param desk as JavaFX knows it
 */
record DeskApps(HostServices desk) implements OtherApps {

    @Override
    public boolean open(URI address) {
        if (Platform.isDesktop()) {
            desk.showDocument(address.toString());
        }
        return Platform.isDesktop();
    }
}
