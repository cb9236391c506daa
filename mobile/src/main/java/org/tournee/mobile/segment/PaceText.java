package org.tournee.mobile.segment;

import java.time.LocalDate;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.PaceDots;
import org.tournee.mobile.ui.Tone;
import org.tournee.segment.Pace;
import org.tournee.segment.PaceStatus;

/** Says a pace in words, dots and tone: help, not blame. Rule: R-SEG-4. */
public final class PaceText {

    private final Messages messages;
    private final DateTexts dates;

    public PaceText(Messages messages, DateTexts dates) {
        this.messages = messages;
        this.dates = dates;
    }

    /** "2 sur 4, prochain avant le 10 avril". */
    public String words(Pace pace) {
        if (pace.minimum() == 0) {
            return messages.get("pace.nothingWanted", pace.counted());
        }
        LocalDate next = pace.nextDueOn();
        if (next == null) {
            String key = pace.counted() > pace.minimum() ? "pace.above" : "pace.MET";
            return messages.get(key, pace.counted(), pace.minimum());
        }
        return messages.get("pace." + pace.status().name(), pace.counted(), pace.minimum(), dates.day(next));
    }

    /** "dont 1 en attente d'envoi"; empty where nothing waits. */
    public String provisionalWords(Pace pace) {
        int provisional = pace.contacts().provisional();
        return provisional == 0 ? "" : messages.get("pace.provisional", provisional);
    }

    public PaceDots dots(Pace pace) {
        return new PaceDots(
                pace.contacts().confirmed(),
                pace.contacts().provisional(),
                pace.minimum(),
                pace.maximum(),
                words(pace));
    }

    /** The words with their icon, in their tone. */
    public Mark mark(Pace pace) {
        return new Mark(tone(pace.status()), icon(pace.status()), words(pace));
    }

    /** Shows another pace on dots and a mark that showed one. */
    public void show(Pace pace, PaceDots dots, Mark mark) {
        String words = words(pace);
        dots.show(pace.contacts().confirmed(), pace.contacts().provisional(), pace.minimum(), pace.maximum(), words);
        mark.show(tone(pace.status()), icon(pace.status()), words);
    }

    private static Ikon icon(PaceStatus status) {
        return status == PaceStatus.ON_TRACK ? Material2AL.EVENT : tone(status).icon();
    }

    public static Tone tone(PaceStatus status) {
        return switch (status) {
            case LATE -> Tone.LATE;
            case DUE -> Tone.DUE;
            case ON_TRACK -> Tone.NEUTRAL;
            case MET -> Tone.DONE;
        };
    }
}
