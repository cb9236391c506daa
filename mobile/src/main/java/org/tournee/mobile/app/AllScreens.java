package org.tournee.mobile.app;

import java.util.List;
import java.util.function.UnaryOperator;
import org.tournee.mobile.appointment.WeekScreens;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.device.Ways;
import org.tournee.mobile.directory.DirectoryScreens;
import org.tournee.mobile.document.DeskSource;
import org.tournee.mobile.document.DocumentScreens;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierScreens;
import org.tournee.mobile.permanence.PermanenceScreens;
import org.tournee.mobile.round.RoundScreens;

/** The screens of all parts of the app: each part adds its factory here. */
public final class AllScreens {

    private AllScreens() {}

    /** Those of a desk with these other apps. */
    public static FrontDoor.Screens onDesk(OtherApps apps) {
        return on(apps, desk -> desk);
    }

    /** @param device gives the ways of this device, given those of a desk */
    static FrontDoor.Screens on(OtherApps apps, UnaryOperator<Ways> device) {
        return (settings, door) -> {
            DeskSource files = new DeskSource(new Messages(settings.language()));
            return of(settings, door, device.apply(new Ways(files, new DeskHandover(), apps)));
        };
    }

    private static List<ScreenFactory> of(Settings settings, PhoneDoor door, Ways ways) {
        Discretion discretion = new Discretion();
        return List.of(
                new ShellScreens(settings, door),
                new DossierScreens(discretion, ways.apps()),
                new PermanenceScreens(discretion),
                new RoundScreens(discretion),
                new DirectoryScreens(ways.apps()),
                new WeekScreens(ways.handover()),
                new DocumentScreens(ways));
    }
}
