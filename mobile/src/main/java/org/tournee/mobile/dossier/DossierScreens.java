package org.tournee.mobile.dossier;

import java.util.Optional;
import javafx.application.Platform;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.agreement.AgreementsScreen;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.app.ScreenFactory;
import org.tournee.mobile.appointment.AppointmentsScreen;
import org.tournee.mobile.bilan.BilanScreen;
import org.tournee.mobile.conflict.ConflictScreen;
import org.tournee.mobile.contact.ContactScreen;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.professional.ProfessionalScreen;
import org.tournee.mobile.question.QuestionsScreen;
import org.tournee.mobile.referral.ReferralsScreen;
import org.tournee.mobile.request.RequestsScreen;
import org.tournee.mobile.rights.FollowUpsScreen;
import org.tournee.mobile.rights.RightsScreen;
import org.tournee.mobile.round.BeforeGoingScreen;
import org.tournee.mobile.segment.SegmentScreen;

/** The screens of one dossier. */
public final class DossierScreens implements ScreenFactory {

    private final Discretion discretion;
    private final OtherApps apps;

    /**
     * Those of an app.
     *
     * @param discretion one an app: what is discreet stays so from screen to screen
     * @param apps that show the official page of a right
     */
    public DossierScreens(Discretion discretion, OtherApps apps) {
        this.discretion = discretion;
        this.apps = apps;
    }

    @Override
    public Optional<Screen> screen(Destination destination, Phone phone) {
        return destination instanceof Destination.OfDossier of
                        && phone.store().dossier(of.dossier()).isEmpty()
                ? Optional.of(new NotHeldScreen(phone))
                : held(destination, phone);
    }

    private Optional<Screen> held(Destination destination, Phone phone) {
        if (destination instanceof Destination.DossierPage page) {
            return Optional.of(new DossierScreen(phone, page.dossier(), discretion));
        }
        if (destination instanceof Destination.ContactForm form) {
            return Optional.of(new ContactScreen(phone, form.dossier(), form.corrects()));
        }
        if (destination instanceof Destination.MoveContact move) {
            return Optional.of(new MoveContactView(phone, move.dossier(), move.contact()));
        }
        if (destination instanceof Destination.Bilan bilan) {
            return Optional.of(new BilanScreen(phone, bilan.dossier(), discretion));
        }
        if (destination instanceof Destination.RightsSweep sweep) {
            return Optional.of(new RightsScreen(phone, sweep.dossier(), sweep.checkup(), apps));
        }
        if (destination instanceof Destination.FollowUps page) {
            return Optional.of(new FollowUpsScreen(phone, page.dossier(), discretion));
        }
        if (destination instanceof Destination.ConflictPage page) {
            return Optional.of(new ConflictScreen(phone, page.dossier(), page.conflict()));
        }
        if (destination instanceof Destination.HouseholdForm form) {
            return Optional.of(new HouseholdScreen(phone, form.dossier()));
        }
        return withOthers(destination, phone);
    }

    /** What one plans, passes on and asks together with others. */
    private Optional<Screen> withOthers(Destination destination, Phone phone) {
        if (destination instanceof Destination.Appointments page) {
            return Optional.of(new AppointmentsScreen(desk(phone, page.dossier())));
        }
        if (destination instanceof Destination.Referrals page) {
            return Optional.of(new ReferralsScreen(desk(phone, page.dossier())));
        }
        if (destination instanceof Destination.Agreements page) {
            return Optional.of(new AgreementsScreen(desk(phone, page.dossier())));
        }
        if (destination instanceof Destination.Questions page) {
            return Optional.of(new QuestionsScreen(desk(phone, page.dossier()), page.about()));
        }
        return ofWhole(destination, phone);
    }

    /** What is said of the dossier as a whole. */
    private Optional<Screen> ofWhole(Destination destination, Phone phone) {
        if (destination instanceof Destination.Segment page) {
            return Optional.of(new SegmentScreen(desk(phone, page.dossier())));
        }
        if (destination instanceof Destination.Requests page) {
            return Optional.of(new RequestsScreen(desk(phone, page.dossier())));
        }
        if (destination instanceof Destination.Professional page) {
            return Optional.of(new ProfessionalScreen(desk(phone, page.dossier())));
        }
        if (destination instanceof Destination.BeforeGoing page) {
            return Optional.of(new BeforeGoingScreen(desk(phone, page.dossier())));
        }
        if (destination instanceof Destination.Brief page) {
            return Optional.of(new BriefScreen(desk(phone, page.dossier())));
        }
        return Optional.empty();
    }

    private DossierDesk desk(Phone phone, DossierId dossier) {
        return new DossierDesk(phone, dossier, discretion, Platform::runLater);
    }
}
