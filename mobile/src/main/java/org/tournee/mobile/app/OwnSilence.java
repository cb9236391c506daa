package org.tournee.mobile.app;

import java.util.Optional;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Tone;
import org.tournee.reminder.PhoneSilence;

/**
 * That this phone was not synced for long, told by itself: by the rule and the figure by which the service tells it. Rules:
 * R-REM, R-SYN.
 */
public final class OwnSilence {

    private OwnSilence() {}

    /** The reminder, which leads to the synchronisation; empty while it is not long. */
    public static Optional<ListRow> row(Phone phone) {
        return phone.store()
                .agreedAt()
                .filter(at -> PhoneSilence.of(
                                phone.store().worker(),
                                at,
                                phone.today(),
                                phone.store().profile())
                        .isPresent())
                .map(at -> new ListRow(
                        Icons.of(Material2AL.CLOUD_OFF, Tone.DUE),
                        phone.messages()
                                .get("silence.since", DateTexts.of(phone).moment(at)),
                        phone.messages().get("silence.why"),
                        () -> phone.navigator().open(new Destination.SyncPage())));
    }
}
