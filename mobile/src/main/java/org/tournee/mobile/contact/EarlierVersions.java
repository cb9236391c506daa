package org.tournee.mobile.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.contact.Contact;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.conflict.GroupText;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.MarkedText;
import org.tournee.mobile.ui.TextDifference;
import org.tournee.mobile.ui.Texts;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;

/**
 * What a contact said before it was corrected: who corrected it, when and why, and what differs, marked. Shown when asked
 * for. Rule: R-CON.
 */
final class EarlierVersions extends VBox {

    private static final String AMENDMENT = "amendment";

    private final Phone phone;
    private final Messages messages;
    private final GroupText text;
    private final Journal.Line line;
    private final VBox versions = new VBox();

    EarlierVersions(Phone phone, Journal.Line line) {
        this.phone = phone;
        this.messages = phone.messages();
        this.text = new GroupText(phone);
        this.line = line;
        versions.getStyleClass().add("section-body");
        Button toggle = Buttons.quiet(
                messages.get("journal.earlier", line.earlier().size()), Material2AL.EXPAND_MORE, () -> {});
        toggle.setOnAction(event -> {
            boolean open = versions.getChildren().isEmpty();
            versions.getChildren().setAll(open ? cards() : List.of());
            toggle.setGraphic(Icons.of(open ? Material2AL.EXPAND_LESS : Material2AL.EXPAND_MORE));
        });
        getChildren().addAll(toggle, versions);
    }

    private List<Node> cards() {
        List<Node> cards = new ArrayList<>();
        Entry<Contact> newer = line.entry();
        for (Entry<Contact> earlier : line.earlier()) {
            cards.add(card(earlier, newer));
            newer = earlier;
        }
        return cards;
    }

    private Card card(Entry<Contact> earlier, Entry<Contact> newer) {
        Card card = new Card(Texts.small(corrected(newer)));
        Map<String, GroupChange> changes = Groups.of(earlier.value()).changesSince(Groups.of(newer.value()));
        changes.forEach((group, change) -> {
            if (!group.equals(AMENDMENT)) {
                differing(change).forEach(card.getChildren()::add);
            }
        });
        return card;
    }

    /** "Corrigé hier 16:40 par Karim Lahlou : durée oubliée". */
    private String corrected(Entry<Contact> newer) {
        Contact.Amendment amendment = newer.value().amendment();
        return messages.get(
                "journal.corrected",
                newer.occurredAt() == null ? "" : DateTexts.of(phone).moment(newer.occurredAt()),
                Names.of(phone, newer.author()),
                amendment == null ? "" : amendment.reason());
    }

    /** The fields of a group that said something else, with what they said. */
    private List<Node> differing(GroupChange change) {
        List<Node> nodes = new ArrayList<>();
        List<GroupText.Line> after = text.lines(change.base());
        for (GroupText.Line before : text.lines(change.value())) {
            String now = after.stream()
                    .filter(candidate -> candidate.field().equals(before.field()))
                    .map(GroupText.Line::value)
                    .findFirst()
                    .orElse("");
            if (!before.value().equals(now)) {
                Node said = before.value().isBlank()
                        ? Texts.muted(messages.get("conflict.nothing"))
                        : new MarkedText(before.name(), TextDifference.mark(before.value(), now));
                nodes.add(new VBox(2, Texts.small(before.name()), said));
            }
        }
        after.stream()
                .filter(added -> text.lines(change.value()).stream()
                        .noneMatch(before -> before.field().equals(added.field())))
                .forEach(added -> nodes.add(
                        new VBox(2, Texts.small(added.name()), Texts.muted(messages.get("conflict.nothing")))));
        return nodes;
    }
}
