package org.tournee.mobile.dossier;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.WhoseWord;
import org.tournee.dossier.Entry;
import org.tournee.sync.Audience;

/**
 * The over-the-shoulder view: whether the person may look at the screen. One for all screens of the app, so that going
 * from the dossier to its bilan does not uncover anything. Rule: R-BIL.
 */
public final class Discretion {

    private final BooleanProperty on = new SimpleBooleanProperty();

    /** Whether third parties, appreciations and restricted records are hidden. */
    public BooleanProperty onProperty() {
        return on;
    }

    public boolean on() {
        return on.get();
    }

    /** Whether a record may be seen now. */
    public boolean shows(Entry<?> entry) {
        return !on() || entry.audience() == Audience.SERVICE;
    }

    /** Whether an item of the bilan may be seen now. */
    public boolean showsItem(Entry<BilanItem> entry) {
        return shows(entry) && showsItem(entry.value());
    }

    /** Whether a record of any kind may be seen now. */
    public boolean showsRecord(Entry<?> entry) {
        return shows(entry) && (!(entry.value() instanceof BilanItem item) || showsItem(item));
    }

    private boolean showsItem(BilanItem item) {
        return !on()
                || (!item.statement().concernsThirdParty()
                        && item.statement().whoseWord() != WhoseWord.WORKER_APPRECIATION);
    }
}
