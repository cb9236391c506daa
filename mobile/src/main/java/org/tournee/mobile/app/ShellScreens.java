package org.tournee.mobile.app;

import java.util.Optional;
import org.tournee.mobile.dossier.DossierListView;
import org.tournee.mobile.draft.DraftsView;
import org.tournee.mobile.reminder.RemindersView;
import org.tournee.mobile.segment.ReviewsView;

/**
 * The screens that belong to no single dossier.
 *
 * @param lock seals the store and asks for the PIN again
 */
public record ShellScreens(Settings settings, Runnable lock) implements ScreenFactory {

    @Override
    public Optional<Screen> screen(Destination destination, Phone phone) {
        if (destination instanceof Destination.Today) {
            return Optional.of(new TodayView(phone));
        }
        if (destination instanceof Destination.Dossiers) {
            return Optional.of(DossierListView.toOpen(phone));
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
        return destination instanceof Destination.More
                ? Optional.of(new MoreView(phone, settings, lock))
                : Optional.empty();
    }
}
