package org.tournee.mobile.permanence;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.conflict.GroupText;
import org.tournee.mobile.dossier.GroupNames;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.Conflict;
import org.tournee.sync.Settlement;

/** What two wrote at a desk without knowing of each other: both values, and one tap for the one that stands. Rule: R-REC. */
final class DeskConflict {

    private DeskConflict() {}

    /**
     * One that is open.
     *
     * @param about whom, which desk or which sheet it is of
     */
    static Card of(Phone phone, String about, Entry<Conflict> conflict, Consumer<Edit.Settle> settle) {
        Messages messages = phone.messages();
        Card card = new Card(new Notice(
                Tone.CONFLICT,
                messages.get(
                        "reception.conflict",
                        GroupNames.of(messages, conflict.value().subject()),
                        about)));
        for (Conflict.Variant variant : conflict.value().variants().all()) {
            card.getChildren()
                    .addAll(
                            Texts.body(said(phone, variant)),
                            Buttons.secondary(
                                    messages.get("reception.keep", Names.of(phone, variant.author())),
                                    Material2AL.CHECK,
                                    () -> settle.accept(settled(conflict, variant))));
        }
        return card;
    }

    /** That value stands, whatever else was seen. */
    private static Edit.Settle settled(Entry<Conflict> conflict, Conflict.Variant chosen) {
        List<String> seen = conflict.value().variants().all().stream()
                .map(Conflict.Variant::id)
                .toList();
        return new Edit.Settle(conflict.id(), new Settlement(seen, chosen.value()));
    }

    private static String said(Phone phone, Conflict.Variant variant) {
        String lines = new GroupText(phone)
                .lines(variant.value()).stream()
                        .filter(line -> !line.inner() && !line.value().isEmpty())
                        .map(line -> phone.messages().get("reception.line", line.name(), line.value()))
                        .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? phone.messages().get("reception.takenAway") : lines;
    }
}
