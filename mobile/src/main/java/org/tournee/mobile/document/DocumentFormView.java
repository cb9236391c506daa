package org.tournee.mobile.document;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Takes a document in, on one page. Rule: R-DOC. */
final class DocumentFormView extends VBox {

    private final DocumentFormViewModel model;
    private final Messages messages;
    private final VBox wrong = new VBox();
    private final VBox chosen = new VBox();

    DocumentFormView(DocumentFormViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        Field title = Field.text(messages.get("document.title")).hint(messages.get("document.title.hint"));
        title.keepIn(model.title());
        Field expiry = Field.text(messages.get("document.expiry")).hint(messages.get("document.expiry.hint"));
        expiry.keepIn(model.expiresOn());
        expiry.input().setId("document-expiry");
        CheckBox agreed = Choices.box(messages.get("document.agreement"), model.agreed());
        agreed.setId("document-agreed");
        Button save = Buttons.primary(messages.get("document.save"), Material2AL.CHECK, model::save);
        save.setId("document-save");
        Page page = new Page(
                sources(),
                chosen,
                kind(),
                PaperChips.kinds(model.kinds(), model.kind()),
                title,
                Texts.strong(messages.get("document.persons")),
                PaperChips.persons(model.household(), model.persons()),
                expiry,
                agreed);
        page.footer(wrong, new DraftMark(model.draft().keeper(), messages), save);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        model.wrong().addListener((on, was, is) -> showWrong(is));
        model.picked().addListener((on, was, is) -> showChosen(is));
        showChosen(model.picked().get());
    }

    /** A desk chooses files; a phone takes pictures, or chooses among those that it has. */
    private VBox sources() {
        VBox sources = new VBox(8);
        if (model.hasCamera()) {
            Button camera =
                    Buttons.secondary(messages.get("document.take"), Material2AL.ADD_A_PHOTO, model::takePicture);
            camera.setId("document-take");
            sources.getChildren().add(camera);
        }
        Button choose = Buttons.secondary(
                messages.get(model.hasCamera() ? "document.gallery" : "document.choose"),
                model.hasCamera() ? Material2MZ.PHOTO_LIBRARY : Material2AL.ADD_A_PHOTO,
                model::choose);
        choose.setId("document-choose");
        sources.getChildren().add(choose);
        return sources;
    }

    private Field kind() {
        Field kind = Field.text(messages.get("document.kind"));
        kind.keepIn(model.kind());
        kind.input().setId("document-kind");
        return kind;
    }

    private void showWrong(Optional<DocumentFormViewModel.Wrong> why) {
        wrong.getChildren().clear();
        why.ifPresent(each ->
                wrong.getChildren().add(new Notice(Tone.CONFLICT, messages.get("document.wrong." + each.name()))));
    }

    private void showChosen(Optional<Picked> file) {
        chosen.getChildren().clear();
        file.ifPresent(each -> chosen.getChildren()
                .add(new Mark(
                        Tone.DONE,
                        messages.get(
                                each.isPicture() ? "document.chosen.picture" : "document.chosen.file",
                                Math.max(1, each.sizeBytes() / 1024)))));
        file.filter(each -> each.isPicture() && !each.stripped())
                .ifPresent(each ->
                        chosen.getChildren().add(new Notice(Tone.CONFLICT, messages.get("document.chosen.notes"))));
    }
}
