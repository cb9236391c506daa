package org.tournee.mobile.round;

import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.app.ScreenFactory;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierListView;
import org.tournee.outreach.RoundRules;

/** The screens of going to people. Rule: R-OUT. */
public final class RoundScreens implements ScreenFactory {

    private final Discretion discretion;

    /** @param discretion one an app: what is discreet stays so from screen to screen */
    public RoundScreens(Discretion discretion) {
        this.discretion = discretion;
    }

    @Override
    public Optional<Screen> screen(Destination destination, Phone phone) {
        if (destination instanceof Destination.RoundPage) {
            return Optional.of(new RoundScreen(phone, discretion));
        }
        if (destination instanceof Destination.RoundPick pick) {
            return Optional.of(DossierListView.toChoose(phone, "round.pick", dossier -> picked(phone, pick, dossier)));
        }
        return Optional.empty();
    }

    /** Whoever does not want to be approached is not put into a round by a tap either. */
    private static void picked(Phone phone, Destination.RoundPick pick, DossierId dossier) {
        if (phone.store().dossier(dossier).filter(RoundRules::isOpposed).isPresent()) {
            phone.navigator().say(phone.messages().get("round.opposed"));
            return;
        }
        if (RoundPlan.goesTo(dossier, pick.day(), phone)) {
            phone.navigator().say(phone.messages().get("round.already"));
            return;
        }
        new RoundPlan(phone, Platform::runLater).add(dossier, pick.day(), List.of());
        phone.navigator().back();
    }
}
