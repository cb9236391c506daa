package org.tournee.mobile.dossier;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.StoreException;

/**
 * Saves changes of one dossier in the background, one after the other, and says when the disk refuses. What a tap
 * changes is shown only once it is on the disk. Rule: R-OFF.
 */
public final class DossierWriter {

    private final Phone phone;
    private final DossierId dossier;
    private final Executor screen;
    private final Object writing = new Object();
    private boolean saving;
    private final ReadOnlyObjectWrapper<Optional<StoreException.Problem>> refused =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public DossierWriter(Phone phone, DossierId dossier, Executor screen) {
        this.phone = phone;
        this.dossier = dossier;
        this.screen = screen;
    }

    /** One that itself says when the disk refuses, each time anew: for where no page shows {@link #refused()}. */
    public static DossierWriter telling(Phone phone, DossierId dossier, Executor screen) {
        DossierWriter writer = new DossierWriter(phone, dossier, screen);
        writer.refused() // an invalidation, not a change: a disk that is still full refuses with the same value
                .addListener(on -> writer.refused()
                        .get()
                        .ifPresent(problem ->
                                phone.navigator().say(phone.messages().get("store.refused." + problem.name()))));
        return writer;
    }

    /** Saves the changes together, then runs {@code then} on the screen's thread. */
    public void save(List<Edit.Change> changes, Runnable then) {
        save(() -> changes, then);
    }

    /**
     * Saves like {@link #save(List, Runnable)}.
     *
     * @param changes made in the background, when what was given before is saved: a second tap sees what the first one
     *     did; none saves nothing
     */
    public void save(Supplier<List<Edit.Change>> changes, Runnable then) {
        save(changes, then, () -> {});
    }

    /**
     * Saves like {@link #save(Supplier, Runnable)}, unless what this was asked before is still being saved: who taps
     * twice on what ends a page means it once. Asked on the screen's thread alone.
     */
    public void saveOnce(Supplier<List<Edit.Change>> changes, Runnable then) {
        if (!saving) {
            saving = true;
            save(changes, then, () -> saving = false);
        }
    }

    /** @param ended told first, on the screen's thread, whatever came of it */
    private void save(Supplier<List<Edit.Change>> changes, Runnable then, Runnable ended) {
        phone.background().execute(() -> {
            try {
                synchronized (writing) {
                    List<Edit.Change> now = changes.get();
                    if (!now.isEmpty()) {
                        phone.store().save(new Edit(dossier, now));
                    }
                }
                screen.execute(() -> {
                    ended.run();
                    refused.set(Optional.empty());
                    then.run();
                });
            } catch (StoreException e) {
                screen.execute(() -> {
                    ended.run();
                    refused.set(Optional.of(e.problem()));
                });
            }
        });
    }

    /**
     * Saves like {@link #save}, says so, and offers for a moment to undo it: by another change, since what was saved
     * never alters.
     *
     * @param said what the bar says
     */
    public void saveUndoably(List<Edit.Change> changes, String said, Runnable then) {
        save(changes, () -> {
            then.run();
            phone.navigator().say(said, phone.messages().get("undo"), () -> undo(changes, then));
        });
    }

    private void undo(List<Edit.Change> changes, Runnable then) {
        phone.store().dossier(dossier).ifPresent(now -> save(Undo.of(changes, now), then));
    }

    /** Why the disk refused the last change; empty while it did not. */
    public ReadOnlyObjectProperty<Optional<StoreException.Problem>> refused() {
        return refused.getReadOnlyProperty();
    }
}
