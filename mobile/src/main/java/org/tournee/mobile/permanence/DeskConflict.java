package org.tournee.mobile.permanence;

import java.util.stream.Collectors;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.conflict.GroupText;
import org.tournee.mobile.dossier.GroupNames;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.Conflict;

/** What two wrote at a desk without knowing of each other: both values, and one tap for the one that stands. Rule: R-REC. */
final class DeskConflict {

    private DeskConflict() {}

    static Card of(Phone phone, PermanenceViewModel model, Entry<Conflict> conflict) {
        Messages messages = phone.messages();
        Card card = new Card(new Notice(
                Tone.CONFLICT,
                messages.get(
                        "reception.conflict",
                        GroupNames.of(messages, conflict.value().subject()))));
        for (Conflict.Variant variant : conflict.value().variants().all()) {
            card.getChildren()
                    .addAll(
                            Texts.body(said(phone, variant)),
                            Buttons.secondary(
                                    messages.get("reception.keep", Names.of(phone, variant.author())),
                                    Material2AL.CHECK,
                                    () -> model.settle(conflict, variant)));
        }
        return card;
    }

    private static String said(Phone phone, Conflict.Variant variant) {
        String lines = new GroupText(phone)
                .lines(variant.value()).stream()
                        .filter(line -> !line.inner() && !line.value().isEmpty())
                        .map(line -> line.name() + " : " + line.value())
                        .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? phone.messages().get("reception.takenAway") : lines;
    }
}
