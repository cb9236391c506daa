package org.tournee.mobile.app;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import org.tournee.mobile.sync.SyncState;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Tone;

/** Says how far a first sync is; the app works meanwhile. Rule: R-SYN. */
final class FirstSync {

    private FirstSync() {}

    /** Empty when nothing is being fetched, or little. */
    static Optional<Node> notice(Phone phone) {
        SyncState state = phone.sync().state();
        if (state.phase() != SyncState.Phase.RECEIVING || state.lastSuccess() != null || state.toDownload() == 0) {
            return Optional.empty();
        }
        Messages messages = phone.messages();
        String words = messages.get("today.firstSync", state.downloaded(), state.toDownload());
        ProgressBar bar = new ProgressBar((double) state.downloaded() / state.toDownload());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(words);
        return Optional.of(new Notice(Tone.ACCENT, words).below(bar));
    }
}
