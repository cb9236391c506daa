package org.tournee.mobile.permanence;

import java.util.Optional;
import javafx.application.Platform;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.app.ScreenFactory;
import org.tournee.mobile.dossier.Discretion;

/** The screens of the desks and of collective actions. Rules: R-PER, R-COL. */
public final class PermanenceScreens implements ScreenFactory {

    private final Discretion discretion;

    /** @param discretion one an app: what is discreet stays so from screen to screen */
    public PermanenceScreens(Discretion discretion) {
        this.discretion = discretion;
    }

    @Override
    public Optional<Screen> screen(Destination destination, Phone phone) {
        if (destination instanceof Destination.Reception) {
            return Optional.of(new ReceptionScreen(phone, discretion));
        }
        if (destination instanceof Destination.Permanence desk) {
            return orGone(
                    phone,
                    "reception.noneWhy",
                    PermanenceViewModel.of(phone, desk.desk(), Platform::runLater)
                            .map(model -> new PermanenceScreen(phone, model, discretion)));
        }
        if (destination instanceof Destination.ReceptionSheet sheet) {
            return orGone(
                    phone,
                    "walkIn.goneWhy",
                    SheetViewModel.of(phone, sheet.register(), sheet.walkIn(), Platform::runLater)
                            .map(model -> new SheetScreen(phone, model, discretion)));
        }
        if (destination instanceof Destination.Liaison liaison) {
            return orGone(
                    phone,
                    "walkIn.goneWhy",
                    LiaisonViewModel.of(phone, liaison.register(), liaison.walkIn(), Platform::runLater)
                            .map(model -> new LiaisonScreen(phone, model, discretion)));
        }
        return destination instanceof Destination.CollectiveActions
                ? Optional.of(new CollectiveScreen(phone, new CollectiveViewModel(phone, Platform::runLater)))
                : Optional.empty();
    }

    private static Optional<Screen> orGone(Phone phone, String why, Optional<? extends Screen> screen) {
        return screen.<Screen>map(one -> one).or(() -> Optional.of(new GoneScreen(phone, why)));
    }
}
