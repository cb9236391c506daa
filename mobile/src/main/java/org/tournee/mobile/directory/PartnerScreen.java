package org.tournee.mobile.directory;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.directory.Listed;
import org.tournee.directory.Partner;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.PageScreen;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.device.OtherApps;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.RecordId;

/** A partner: what it does for whom, where and when, and one tap to call or write. Rule: R-DIR. */
final class PartnerScreen extends PageScreen {

    private final RecordId partner;
    private final OtherApps apps;

    PartnerScreen(Phone phone, RecordId partner, OtherApps apps) {
        super(phone, "directory.partner");
        this.partner = partner;
        this.apps = apps;
    }

    @Override
    protected List<Node> contents() {
        Optional<Listed> listed = phone.store().partners().stream()
                .filter(one -> one.id().equals(partner))
                .findFirst();
        return listed.map(one -> of(one.partner()))
                .orElseGet(() -> List.of(new EmptyState(
                        Material2AL.CONTACTS, messages.get("directory.gone"), messages.get("directory.goneWhy"))));
    }

    private List<Node> of(Partner shown) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Texts.title(shown.identity().name()));
        nodes.add(Texts.muted(PartnerText.topics(shown, messages)));
        if (!shown.standing().open()) {
            nodes.add(new Mark(Tone.DUE, messages.get("directory.closed")));
        }
        nodes.add(offer(shown.offer()));
        nodes.add(place(shown));
        nodes.addAll(ways(shown.reach()));
        nodes.add(Texts.small(messages.get(
                "directory.checkedOn", DateTexts.of(phone).day(shown.standing().checkedOn()))));
        nodes.add(Buttons.quiet(
                messages.get("directory.correct"),
                Material2AL.EDIT,
                () -> phone.navigator().open(new Destination.DirectoryNoteFor(partner))));
        return nodes;
    }

    private Card offer(Partner.Offer offer) {
        Card card = new Card(Texts.body(offer.what()));
        said(card, "directory.audience", offer.audience());
        said(card, "directory.criteria", offer.criteria());
        return card;
    }

    private Card place(Partner shown) {
        Card card = new Card(Texts.body(PartnerText.address(shown)));
        said(card, "directory.hours", shown.place().hours());
        String person = shown.reach().person();
        said(card, "directory.person", person == null ? "" : person);
        return card;
    }

    private void said(Card card, String name, String text) {
        if (!text.isBlank()) {
            card.getChildren().addAll(Texts.small(messages.get(name)), Texts.body(text));
        }
    }

    private List<Node> ways(Partner.Reach reach) {
        List<Node> ways = new ArrayList<>();
        String number = reach.phone();
        if (number != null) {
            ways.add(Buttons.primary(
                    messages.get("directory.call", number),
                    Material2MZ.PHONE,
                    () -> go(PartnerLinks.call(number), number)));
        }
        String mail = reach.email();
        if (mail != null) {
            ways.add(Buttons.secondary(
                    messages.get("directory.mail", mail), Material2AL.EMAIL, () -> go(PartnerLinks.write(mail), mail)));
        }
        return ways;
    }

    /** Where no other app takes it, or nothing can be dialled, one can still paste it there. */
    private void go(Optional<URI> address, String shown) {
        if (!address.map(apps::open).orElse(false)) {
            ClipboardContent copied = new ClipboardContent();
            copied.putString(shown);
            Clipboard.getSystemClipboard().setContent(copied);
            phone.navigator().say(messages.get("directory.copied", shown));
        }
    }
}
