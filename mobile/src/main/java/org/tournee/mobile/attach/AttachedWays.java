package org.tournee.mobile.attach;

import com.gluonhq.attach.browser.BrowserService;
import com.gluonhq.attach.pictures.PicturesService;
import com.gluonhq.attach.share.ShareService;
import com.gluonhq.attach.util.Platform;
import java.nio.file.Path;
import java.util.Optional;
import org.tournee.mobile.device.DocumentSource;
import org.tournee.mobile.device.Handover;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.device.Ways;

/** The ways in and out of a phone. A service that a phone lacks is absent, and no button leads to it in vain. */
public final class AttachedWays {

    private static final String HANDOVER = "handover";

    private AttachedWays() {}

    /**
     * Those of this phone; empty on a desk, which has ways of its own.
     *
     * @param desk stands in for what this phone lacks
     */
    public static Ways orOf(Ways desk) {
        if (Platform.isDesktop()) {
            return desk;
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"), HANDOVER);
        return of(PicturesService.create(), ShareService.create(), BrowserService.create(), folder, desk);
    }

    /** @param folder for what is handed over, where the apps that take it may read */
    static Ways of(
            Optional<PicturesService> pictures,
            Optional<ShareService> share,
            Optional<BrowserService> browser,
            Path folder,
            Ways desk) {
        return new Ways(
                pictures.<DocumentSource>map(AttachedSource::new).orElseGet(desk::source),
                share.<Handover>map(service -> new AttachedHandover(service, folder))
                        .orElseGet(desk::handover),
                browser.<OtherApps>map(AttachedApps::new).orElseGet(() -> address -> false));
    }
}
