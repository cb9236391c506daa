package org.tournee.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.store.PhoneFile;
import org.tournee.mobile.store.SyncStore;
import org.tournee.mobile.store.Unlocking;

/**
 * A process that uses the app for a while as a worker does, says {@code USED}, and waits until it is ended. Arguments: the
 * store's folder, its PIN.
 */
public final class FieldWork {

    static final String USED = "USED";

    private static final int VISITS = 20;

    private FieldWork() {}

    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[0]);
        if (!(PhoneFile.unlock(folder, args[1], Clock.systemUTC()) instanceof Unlocking.Unlocked unlocked)) {
            throw new AssertionError("The store does not open");
        }
        use(unlocked.store(), folder);
        System.out.println(USED);
        System.out.flush();
        Thread.currentThread().join();
    }

    private static void use(SyncStore store, Path folder) {
        OpenApp app = OpenApp.over(store, folder);
        List<DossierId> dossiers =
                store.dossiers().stream().map(DossierContents::id).toList();
        app.show(new Destination.Dossiers());
        for (int visit = 0; visit < VISITS && !dossiers.isEmpty(); visit++) {
            DossierId dossier = dossiers.get(visit % dossiers.size());
            List.of(
                            new Destination.DossierPage(dossier),
                            new Destination.Bilan(dossier),
                            new Destination.RightsSweep(dossier, null),
                            new Destination.ContactForm(dossier, null),
                            new Destination.Today())
                    .forEach(app::show);
        }
        app.show(new Destination.Search());
        app.show(new Destination.Reminders());
    }
}
