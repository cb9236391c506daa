package org.tournee.mobile.app;

import java.util.Optional;
import org.tournee.mobile.dossier.DossierListView;
import org.tournee.mobile.draft.DraftsView;
import org.tournee.mobile.opening.NewDossierScreen;
import org.tournee.mobile.reminder.RemindersView;
import org.tournee.mobile.returned.ReturnedChangesView;
import org.tournee.mobile.search.SearchView;
import org.tournee.mobile.segment.ReviewsView;

/**
 * The screens that belong to no single dossier.
 *
 * @param door of the open phone
 */
public record ShellScreens(Settings settings, PhoneDoor door) implements ScreenFactory {

    @Override
    public Optional<Screen> screen(Destination destination, Phone phone) {
        if (destination instanceof Destination.Today) {
            return Optional.of(new TodayView(phone));
        }
        if (destination instanceof Destination.Dossiers) {
            return Optional.of(DossierListView.toOpen(phone));
        }
        if (destination instanceof Destination.NewDossier) {
            return Optional.of(new NewDossierScreen(phone));
        }
        if (destination instanceof Destination.Search) {
            return Optional.of(new SearchView(phone));
        }
        if (destination instanceof Destination.RecordFor) {
            return Optional.of(DossierListView.toRecordFor(phone));
        }
        if (destination instanceof Destination.Reminders) {
            return Optional.of(new RemindersView(phone));
        }
        if (destination instanceof Destination.Reviews) {
            return Optional.of(new ReviewsView(phone));
        }
        if (destination instanceof Destination.SyncPage) {
            return Optional.of(new SyncPageView(phone));
        }
        if (destination instanceof Destination.Drafts) {
            return Optional.of(new DraftsView(phone));
        }
        if (destination instanceof Destination.ReturnedChanges) {
            return Optional.of(new ReturnedChangesView(phone));
        }
        if (destination instanceof Destination.SignIn) {
            return Optional.of(new SignInView(phone, door));
        }
        if (destination instanceof Destination.LogOut) {
            return Optional.of(new LogOutView(phone, door));
        }
        if (destination instanceof Destination.ChangePin) {
            return Optional.of(new ChangePinView(phone, door));
        }
        if (destination instanceof Destination.Storage) {
            return Optional.of(new StorageView(phone));
        }
        return destination instanceof Destination.More
                ? Optional.of(new MoreView(phone, settings, door))
                : Optional.empty();
    }
}
