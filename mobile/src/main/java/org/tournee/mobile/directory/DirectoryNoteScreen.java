package org.tournee.mobile.directory;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.tournee.contact.Topic;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DossierStyle;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;

/** Writes what the field has to say of the directory. Rule: R-DIR. */
final class DirectoryNoteScreen implements Screen {

    private final DirectoryNoteViewModel model;
    private final Messages messages;
    private final StackPane root;

    DirectoryNoteScreen(DirectoryNoteViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        FormCard card = new FormCard(messages);
        boolean corrects = model.corrects();
        if (corrects) {
            card.add(Texts.heading(model.partnerName()));
        } else {
            card.add(topics(), wrong());
        }
        card.add(FormCard.bind(
                Field.area(messages.get(corrects ? "directory.correction.text" : "directory.need.text"), 4)
                        .hint(messages.get("directory.noName")),
                "directory-text",
                model.form().text(),
                messages));
        card.end(model.form(), messages.get("directory.keep"), model::keep, model::giveUp);
        Page page = new Page(
                Texts.muted(messages.get(corrects ? "directory.correction.why" : "directory.need.why")),
                new RefusalNotice(model.writer().refused(), messages),
                card);
        this.root = DossierStyle.on(new StackPane(page));
    }

    @Override
    public String title() {
        return messages.get(model.corrects() ? "directory.correct" : "directory.need");
    }

    @Override
    public Node node() {
        return root;
    }

    private Node topics() {
        return Choices.optional(
                ChipGroup.one(Arrays.asList(Topic.values()), messages::of),
                model.form().topic());
    }

    private Node wrong() {
        Mark mark = new Mark(Tone.CONFLICT, messages.get("directory.wrong.topic"));
        mark.visibleProperty().bind(model.form().about().wrong().isNotEmpty());
        mark.managedProperty().bind(mark.visibleProperty());
        return mark;
    }
}
