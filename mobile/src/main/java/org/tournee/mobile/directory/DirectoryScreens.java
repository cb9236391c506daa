package org.tournee.mobile.directory;

import java.util.Optional;
import javafx.application.Platform;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.app.ScreenFactory;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.dossier.DossierListView;

/** The screens of the directory. Rule: R-DIR. */
public final class DirectoryScreens implements ScreenFactory {

    private final OtherApps apps;

    /** @param apps that call and write */
    public DirectoryScreens(OtherApps apps) {
        this.apps = apps;
    }

    @Override
    public Optional<Screen> screen(Destination destination, Phone phone) {
        if (destination instanceof Destination.Directory) {
            return Optional.of(new DirectoryScreen(phone));
        }
        if (destination instanceof Destination.PartnerPage page) {
            return Optional.of(new PartnerScreen(phone, page.partner(), apps));
        }
        if (destination instanceof Destination.DirectoryNoteFor about) {
            return Optional.of(DossierListView.toChoose(phone, "directory.forWhom", dossier -> {
                phone.navigator().back(); // to where one came from, once the form is done
                phone.navigator().open(new Destination.DirectoryNoteForm(dossier, about.partner()));
            }));
        }
        return destination instanceof Destination.DirectoryNoteForm form
                ? Optional.of(new DirectoryNoteScreen(
                        new DirectoryNoteViewModel(phone, form.dossier(), form.partner(), Platform::runLater),
                        phone.messages()))
                : Optional.empty();
    }
}
