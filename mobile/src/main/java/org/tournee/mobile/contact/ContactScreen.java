package org.tournee.mobile.contact;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.dossier.DossierStyle;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.RecordId;

/** Records a contact or corrects one, then shows what that did to the pace. Rules: R-CON, R-SEG-4. */
public final class ContactScreen implements Screen {

    private final Phone phone;
    private final ContactFormViewModel model;
    private final StackPane root = DossierStyle.on(new StackPane());

    /**
     * Opens the form with its draft, or with the likely values.
     *
     * @param corrects the contact that is corrected; null to record a new one
     */
    public ContactScreen(Phone phone, DossierId dossier, @Nullable RecordId corrects) {
        this.phone = phone;
        this.model = new ContactFormViewModel(phone, dossier, corrects, Platform::runLater);
        root.getChildren().add(new ContactFormView(phone, model));
        model.saved().addListener((on, was, is) -> is.ifPresent(this::showSaved));
    }

    @Override
    public String title() {
        return phone.messages().get(model.correcting() ? "contact.title.correct" : "contact.title");
    }

    @Override
    public Node node() {
        return root;
    }

    private void showSaved(SavedContact saved) {
        PaceEffectView effect = new PaceEffectView(phone.messages(), DateTexts.of(phone));
        effect.whole(saved.effect());
        Card said = new Card(
                        new Mark(Tone.DONE, phone.messages().get("contact.saved")),
                        Texts.muted(phone.messages().get("contact.saved.waits")),
                        effect)
                .toned(Tone.DONE);
        Page page = new Page(Texts.title(model.householdName()), said);
        page.footer(
                Buttons.primary(
                        phone.messages().get("contact.saved.back"), Material2AL.ARROW_BACK, phone.navigator()::back),
                Buttons.secondary(
                        phone.messages().get("contact.saved.correct"),
                        Material2AL.EDIT,
                        () -> phone.navigator()
                                .open(new Destination.ContactForm(
                                        model.dossier(), saved.draft().contactId()))));
        root.getChildren().setAll(page);
    }
}
