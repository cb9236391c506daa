package org.tournee.mobile.attach;

import com.gluonhq.attach.browser.BrowserService;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.tournee.mobile.device.OtherApps;

/** The other apps of a phone: its browser service gives each kind of address to the app that is for it. */
record AttachedApps(BrowserService service) implements OtherApps {

    @Override
    public boolean open(URI address) {
        try {
            service.launchExternalBrowser(address.toString());
            return true;
        } catch (IOException | URISyntaxException e) {
            return false;
        }
    }
}
