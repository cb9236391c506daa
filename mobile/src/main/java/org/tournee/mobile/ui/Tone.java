package org.tournee.mobile.ui;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What a mark means, by colour and by icon together. A norm is never {@link #DESTRUCTIVE}. */
public enum Tone {
    NEUTRAL,
    ACCENT,
    /** Due soon. */
    DUE,
    /** Past its date; still no reproach. */
    LATE,
    /** Two edits that cannot both stand. */
    CONFLICT,
    DONE,
    /** Takes something away for good. */
    DESTRUCTIVE;

    public Ikon icon() {
        return switch (this) {
            case NEUTRAL, ACCENT -> Material2AL.INFO;
            case DUE -> Material2MZ.SCHEDULE;
            case LATE -> Material2AL.HISTORY;
            case CONFLICT -> Material2MZ.REPORT_PROBLEM;
            case DONE -> Material2AL.CHECK_CIRCLE;
            case DESTRUCTIVE -> Material2AL.DELETE_FOREVER;
        };
    }

    /** The class by which the style sheet colours it. */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
