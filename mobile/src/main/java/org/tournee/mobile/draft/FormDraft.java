package org.tournee.mobile.draft;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.TypedDay;
import org.tournee.sync.MalformedException;
import org.tournee.sync.Wire;

/**
 * The draft of one form, typed: saved as one types, there again when one comes back. Rule: R-OFF.
 *
 * @param <D> what the form holds, valid or not; a record with a JSON adapter
 */
public final class FormDraft<D> {

    private final Phone phone;
    private final DraftKeeper keeper;
    private final Class<D> type;
    private @Nullable DraftBase base;

    /** @param screen runs what touches properties: the screen's thread, or inline in tests */
    public FormDraft(Phone phone, DraftName name, Class<D> type, Executor screen) {
        this.phone = phone;
        this.keeper = new DraftKeeper(phone, name.text(), screen);
        this.type = type;
    }

    /** What was kept when the form was left; empty for nothing, and for what another version of the app wrote. */
    public Optional<D> kept() {
        return keeper.kept().flatMap(this::read);
    }

    private Optional<D> read(String json) {
        try {
            return Optional.of(Wire.read(type, json));
        } catch (MalformedException e) {
            return Optional.empty(); // the form begins anew
        }
    }

    /**
     * The record that the form changes as it was when its draft was begun, or as it stands now where it begins. It is kept
     * with the draft: what others wrote meanwhile is merged or shown as two versions. Rule: R-REC.
     */
    public <T> Entry<T> begunFrom(Entry<T> now) {
        Entry<T> begun =
                keeper.kept().flatMap(json -> DraftBase.from(json, now)).orElse(now);
        base = DraftBase.of(begun);
        return begun;
    }

    /** Keeps what {@code now} says whenever one of the fields changes; nothing where it says nothing. */
    public void follow(Supplier<Optional<D>> now, Observable... fields) {
        for (Observable field : fields) {
            field.addListener(changed -> now.get().ifPresentOrElse(this::keep, keeper::forget));
        }
    }

    /** A day as the form begins with it, in the way of the language that people chose. */
    public String typed(LocalDate day) {
        return TypedDay.text(day, phone.messages());
    }

    /** Keeps it in the background. */
    public void keep(D draft) {
        String json = Wire.json(draft);
        keeper.keep(base == null ? json : base.in(json));
    }

    /** Forgets it, once it is saved for good. */
    public void forget() {
        keeper.forget();
    }

    /**
     * Throws it away, says so, and offers for a moment to bring it back; nothing where nothing was typed.
     *
     * @param again shows what came back
     */
    public void discard(Runnable again) {
        keeper.discard()
                .ifPresent(back -> phone.navigator()
                        .say(
                                phone.messages().get("draft.discarded"),
                                phone.messages().get("undo"),
                                () -> {
                                    back.run();
                                    again.run();
                                }));
    }

    public DraftKeeper keeper() {
        return keeper;
    }
}
