package org.tournee.mobile.draft;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The place in a page where a form opens: leaving the page leaves its draft, closing the form throws it away, and that
 * can be undone. Rule: R-OFF.
 */
public final class Writing<F extends DraftedForm> {

    private final ReadOnlyObjectWrapper<Optional<F>> form = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Opens a form; the draft of the one that was open stays. */
    public void begin(F opened) {
        form.set(Optional.of(opened));
    }

    /** Forgets the draft of a form whose contents are saved for good, and closes it where it is still open. */
    public void done(F saved) {
        saved.draft().forget();
        if (form.get().filter(open -> open.equals(saved)).isPresent()) {
            form.set(Optional.empty());
        }
    }

    /**
     * Closes the form and throws its draft away, with a moment to bring it back.
     *
     * @param again makes the form that is given to it once more, from its draft
     */
    public void giveUp(UnaryOperator<F> again) {
        Optional<F> closed = form.get();
        form.set(Optional.empty());
        closed.ifPresent(open -> open.draft().discard(() -> begin(again.apply(open))));
    }

    /** The form that is open; empty while none is. */
    public ReadOnlyObjectProperty<Optional<F>> form() {
        return form.getReadOnlyProperty();
    }
}
