package org.tournee.mobile.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.store.PhoneStore.Waiting;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.sync.SyncState.Phase;
import org.tournee.mobile.sync.SyncState.Problem;
import org.tournee.mobile.ui.Tone;

/** The one line that says how synchronisation stands. It never says more than is true. Rule: R-SYN. */
record Truth(Tone tone, Ikon icon, String text) {

    /**
     * What the line is made of.
     *
     * @param waiting what the store holds that the server does not: counted there, so that a save shows at once
     * @param documents whose bytes the server does not hold
     * @param conflicts that nobody has settled yet
     * @param returned changes that came back
     * @param succeeded whether the phone lately went on under a new stream, having been copied or restored
     */
    record Facts(Waiting waiting, int documents, SyncState sync, int conflicts, int returned, boolean succeeded) {

        boolean upToDate() {
            return waiting.operations() == 0 && documents == 0 && sync.upToDate();
        }

        boolean offline() {
            return sync.problem() == Problem.NO_NETWORK;
        }
    }

    /** Before all dossiers are typed it is not known whether there is something to see. */
    static Truth reading(Messages messages) {
        return new Truth(Tone.NEUTRAL, Material2MZ.SYNC, StillReading.text(messages));
    }

    static Truth of(Facts facts, Messages messages, DateTexts dates) {
        List<String> said = new ArrayList<>();
        if (facts.conflicts() > 0) {
            said.add(messages.get("truth.conflicts", facts.conflicts()));
        }
        if (facts.returned() > 0) {
            said.add(messages.get("truth.returned", facts.returned()));
        }
        waiting(facts, messages, dates, said);
        Problem problem = facts.sync().problem();
        if (problem != null) {
            said.add(messages.get("truth.problem." + problem.name()));
        }
        if (facts.sync().clockIsOff()) {
            said.add(messages.get("truth.clock"));
        }
        if (facts.succeeded()) {
            said.add(messages.get("truth.succeeded"));
        }
        if (said.isEmpty()) {
            said.add(standing(facts, messages, dates));
        }
        return new Truth(tone(facts), icon(facts), String.join(" · ", said));
    }

    private static void waiting(Facts facts, Messages messages, DateTexts dates, List<String> said) {
        Instant since = facts.waiting().since();
        if (facts.waiting().operations() > 0 && since != null) {
            said.add(messages.get("truth.waiting", facts.waiting().operations(), dates.moment(since)));
        }
        if (facts.documents() > 0) {
            said.add(messages.get("truth.documents", facts.documents()));
        }
    }

    private static String standing(Facts facts, Messages messages, DateTexts dates) {
        SyncState sync = facts.sync();
        if (sync.phase() == Phase.RECEIVING && sync.toDownload() > sync.downloaded()) {
            return messages.get("truth.receiving", sync.downloaded(), sync.toDownload());
        }
        if (sync.lastSuccess() == null) {
            return messages.get(sync.phase() == Phase.IDLE ? "truth.never" : "truth.working");
        }
        String key = facts.upToDate() ? "truth.upToDate" : "truth.lastSuccess";
        return messages.get(key, dates.moment(sync.lastSuccess()));
    }

    private static Tone tone(Facts facts) {
        boolean toSee = facts.conflicts() > 0 || facts.returned() > 0;
        if (toSee || (facts.sync().problem() != null && !facts.offline())) {
            return Tone.CONFLICT;
        }
        if (facts.waiting().operations() > 0 || facts.documents() > 0) {
            return Tone.ACCENT;
        }
        return facts.upToDate() ? Tone.DONE : Tone.NEUTRAL;
    }

    private static Ikon icon(Facts facts) {
        return switch (tone(facts)) {
            case CONFLICT -> Material2MZ.REPORT_PROBLEM;
            case ACCENT -> facts.sync().phase() == Phase.SENDING ? Material2MZ.SYNC : Material2AL.ARROW_UPWARD;
            case DONE -> Material2AL.CHECK;
            default -> facts.offline() ? Material2AL.CLOUD_OFF : Material2MZ.SYNC;
        };
    }
}
