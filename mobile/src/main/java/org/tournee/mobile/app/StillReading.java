package org.tournee.mobile.app;

import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Tone;

/** Said in place of what is known only once all dossiers are typed. Rule: R-SYN. Decision: 0067. */
public final class StillReading {

    private StillReading() {}

    public static Notice notice(Messages messages) {
        return new Notice(Tone.NEUTRAL, text(messages));
    }

    static String text(Messages messages) {
        return messages.get("app.reading");
    }
}
