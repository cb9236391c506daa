package org.tournee.mobile.draft;

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
        if (kept().isPresent()) {
            state.set(State.KEPT);
        }
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** What was kept when the form was left, or typed since; or empty. */
    public Optional<String> kept() {
        String typed = newest;
        return typed == null ? phone.store().draft(form) : Optional.of(typed);
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
        replace(null);
    }

    /**
     * Throws the draft away.
     *
     * @return brings it back; empty where there was nothing
     */
    public Optional<Runnable> discard() {
        Optional<String> was = kept();
        forget();
        return was.map(json -> () -> replace(json));
    }

    private void replace(@Nullable String json) {
        State reached;
        synchronized (writing) {
            newest = json;
            reached = written(json);
        }
        screen.execute(() -> state.set(reached));
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

    private State written(@Nullable String json) {
        try {
            phone.store().keepDraft(form, json);
            return json == null ? State.NONE : State.KEPT;
        } catch (StoreException e) {
            return State.REFUSED; // said beside the form; what was typed is still on the screen
        }
    }
}
