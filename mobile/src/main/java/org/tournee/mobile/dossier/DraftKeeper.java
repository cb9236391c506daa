package org.tournee.mobile.dossier;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.store.StoreException;

/**
 * Keeps what a form holds while one types, and says truthfully whether it is kept. Rule: R-OFF.
 *
 * <p>Writes never overtake one another: each writes what is newest when it begins, so that a slow disk skips steps
 * instead of queueing them.
 */
public final class DraftKeeper {

    /** What the form may say of its draft. */
    public enum State {
        /** Nothing typed yet. */
        NONE,
        /** Typed, on its way to the disk. */
        KEEPING,
        /** On the disk. */
        KEPT,
        /** The disk refused. */
        REFUSED
    }

    private final Phone phone;
    private final String form;
    private final Executor screen;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
    private final Object writing = new Object();
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile @Nullable String newest;

    /**
     * A keeper of one form; what was kept before is in {@link #kept()}.
     *
     * @param form the name under which the store keeps it, one a form and record
     * @param screen runs what touches properties: the screen's thread, or inline in tests
     */
    public DraftKeeper(Phone phone, String form, Executor screen) {
        this.phone = phone;
        this.form = form;
        this.screen = screen;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What was kept when the form was left, or empty. */
    public Optional<String> kept() {
        return phone.store().draft(form);
    }

    /** Keeps the form's present contents, in the background. */
    public void keep(String json) {
        newest = json;
        state.set(State.KEEPING);
        if (!queued.getAndSet(true)) {
            phone.background().execute(this::write);
        }
    }

    /** Forgets the draft; what was being written does not come back. Durable when it returns. */
    public void forget() {
        synchronized (writing) {
            newest = null;
            phone.store().keepDraft(form, null);
        }
        screen.execute(() -> state.set(State.NONE));
    }

    private void write() {
        State reached;
        synchronized (writing) {
            queued.set(false);
            String json = newest;
            if (json == null) {
                return; // forgotten meanwhile
            }
            reached = written(json);
        }
        screen.execute(() -> {
            if (state.get() == State.KEEPING && !queued.get()) {
                state.set(reached);
            }
        });
    }

    private State written(String json) {
        try {
            phone.store().keepDraft(form, json);
            return State.KEPT;
        } catch (StoreException e) {
            return State.REFUSED; // said beside the form; what was typed is still on the screen
        }
    }
}
