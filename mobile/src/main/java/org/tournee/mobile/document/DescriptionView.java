package org.tournee.mobile.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Texts;

/** On the page of a document: the form that corrects how it is described, or the button that opens it. Rule: R-DOC. */
final class DescriptionView {

    private final DossierDesk desk;
    private final DescriptionViewModel model;
    private final Messages messages;

    DescriptionView(DossierDesk desk, DescriptionViewModel model) {
        this.desk = desk;
        this.model = model;
        this.messages = desk.phone().messages();
    }

    /** The button; empty while the form is open, and for whoever only reads. */
    Optional<Button> button() {
        if (model.form().isPresent() || !model.mayCorrect()) {
            return Optional.empty();
        }
        Button button = Buttons.quiet(messages.get("document.correct"), Material2AL.EDIT, model::begin);
        button.setId("document-correct");
        return Optional.of(button);
    }

    /** The form, with why the disk refused it; nothing while it is closed. */
    List<Node> form() {
        List<Node> nodes = new ArrayList<>();
        model.form().ifPresent(form -> {
            nodes.add(new RefusalNotice(desk.writer().refused(), messages));
            nodes.add(card(form));
        });
        return nodes;
    }

    private Node card(DescriptionForm form) {
        Field title = Field.text(messages.get("document.title")).hint(messages.get("document.title.hint"));
        Field expiry = Field.text(messages.get("document.expiry")).hint(messages.get("document.expiry.hint"));
        return new FormCard(messages)
                .add(
                        FormCard.bind(
                                Field.text(messages.get("document.kind")), "description-kind", form.kind(), messages),
                        PaperChips.kinds(Papers.usual(desk.phone()), form.kind().property()),
                        FormCard.bind(title, "description-title", form.title(), messages),
                        Texts.strong(messages.get("document.persons")),
                        PaperChips.persons(desk.contents().persons(), form.persons()),
                        FormCard.bind(expiry, "description-expiry", form.expiresOn(), messages))
                .end(form, messages.get("document.correct.keep"), model::keep, model::giveUp);
    }
}
