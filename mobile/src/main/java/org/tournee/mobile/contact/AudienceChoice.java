package org.tournee.mobile.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.access.AccessRules;
import org.tournee.access.Act;
import org.tournee.access.Link;
import org.tournee.access.Subject;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.DossierWriter;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Texts;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/**
 * Who may read a contact from now on: asked for here after one more tap, decided by the service. Its earlier versions go
 * with it. Rule: R-SHARE.
 */
final class AudienceChoice extends VBox {

    private final Phone phone;
    private final Messages messages;
    private final DossierContents contents;
    private final Journal.Line line;

    AudienceChoice(Phone phone, DossierContents contents, Journal.Line line) {
        this.phone = phone;
        this.messages = phone.messages();
        this.contents = contents;
        this.line = line;
        getStyleClass().add("section-body");
        offer();
    }

    /** Whether this worker may say it, and nothing of it waits for the service. */
    static boolean isOffered(Phone phone, DossierContents contents, Journal.Line line) {
        return versions(line).stream().allMatch(version -> !version.pending() && mayBySaid(phone, contents, version));
    }

    private static boolean mayBySaid(Phone phone, DossierContents contents, Entry<Contact> version) {
        Set<Link> links = MyPart.linksTo(contents, version, phone);
        Subject subject = Subject.record(RecordKind.CONTACT, version.audience());
        return AccessRules.decide(MyPart.roles(phone), links, Act.SET_AUDIENCE, subject, false)
                .isAllowed();
    }

    private static List<Entry<Contact>> versions(Journal.Line line) {
        List<Entry<Contact>> versions = new ArrayList<>(line.earlier());
        versions.add(line.entry());
        return versions;
    }

    private boolean restricted() {
        return line.entry().audience() == Audience.RESTRICTED;
    }

    private void offer() {
        getChildren()
                .setAll(Buttons.quiet(
                        messages.get(restricted() ? "journal.audience.open" : "journal.audience.restrict"),
                        restricted() ? Material2AL.LOCK_OPEN : Material2AL.LOCK,
                        this::confirm));
    }

    private void confirm() {
        getChildren()
                .setAll(
                        Texts.muted(messages.get(
                                restricted() ? "journal.audience.openWhat" : "journal.audience.restrictWhat")),
                        Buttons.secondary(messages.get("journal.audience.ask"), Material2MZ.SEND, this::ask),
                        Buttons.quiet(messages.get("journal.audience.leave"), Material2AL.CLOSE, this::offer));
    }

    /** One command a version: each stands alone. */
    private void ask() {
        DossierWriter writer = DossierWriter.telling(phone, contents.id(), Platform::runLater);
        for (Entry<Contact> version : versions(line)) {
            if (version.audience() == line.entry().audience()) {
                writer.save(
                        List.of(new Edit.SetAudience(RecordKind.CONTACT, version)),
                        () -> phone.navigator().say(messages.get("journal.audience.asked")));
            }
        }
    }
}
