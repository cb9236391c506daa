package org.tournee.mobile.app;

import java.util.List;
import org.tournee.mobile.appointment.WeekScreens;
import org.tournee.mobile.device.DocumentSource;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.directory.DirectoryScreens;
import org.tournee.mobile.document.DocumentScreens;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierScreens;
import org.tournee.mobile.permanence.PermanenceScreens;
import org.tournee.mobile.round.RoundScreens;

/** The screens of all parts of the app: each part adds its factory here. */
public final class AllScreens {

    private AllScreens() {}

    /** Those of a device with these other apps. */
    public static FrontDoor.Screens with(OtherApps apps) {
        return (settings, door) -> of(settings, door, apps);
    }

    private static List<ScreenFactory> of(Settings settings, PhoneDoor door, OtherApps apps) {
        Discretion discretion = new Discretion();
        DocumentSource files = DocumentScreens.sourceOfDevice(new Messages(settings.language()));
        return List.of(
                new ShellScreens(settings, door),
                new DossierScreens(discretion),
                new PermanenceScreens(discretion),
                new RoundScreens(discretion),
                new DirectoryScreens(apps),
                new WeekScreens(files),
                new DocumentScreens(files));
    }
}
