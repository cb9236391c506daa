package org.tournee.mobile.app;

import java.util.List;
import org.tournee.mobile.document.DocumentScreens;
import org.tournee.mobile.dossier.DossierScreens;
import org.tournee.mobile.round.RoundScreens;

/** The screens of all parts of the app: each part adds its factory here. */
public final class AllScreens {

    private AllScreens() {}

    /** Those of a phone. */
    public static List<ScreenFactory> of(Settings settings, PhoneDoor door) {
        return List.of(
                new ShellScreens(settings, door),
                new DossierScreens(),
                new RoundScreens(),
                DocumentScreens.ofDevice(new Messages(settings.language())));
    }
}
