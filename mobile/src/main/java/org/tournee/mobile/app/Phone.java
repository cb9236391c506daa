package org.tournee.mobile.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import org.tournee.mobile.store.DocumentFiles;
import org.tournee.mobile.store.PhoneStore;
import org.tournee.mobile.sync.SyncControl;

/**
 * What every screen and view model works with.
 *
 * @param documents the bytes of documents that are on this phone
 * @param messages the texts; {@link #messages()} gives them with the words of the organisation. Rule: R-SEG-0
 * @param clock the phone's; may be wrong by days. Rule: R-CLK
 * @param background runs what may take longer than a frame; inline in tests
 */
public record Phone(
        PhoneStore store,
        DocumentFiles documents,
        SyncControl sync,
        Navigator navigator,
        Messages messages,
        Clock clock,
        Executor background) {

    /** The texts with the words of the organisation as its profile is now. Rule: R-SEG-0. */
    @Override
    public Messages messages() {
        return messages.under(store.profile());
    }

    /** Today in the zone of the organisation. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), store.profile().zone());
    }
}
