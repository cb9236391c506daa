package org.tournee.mobile.document;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.document.Document;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Page;

/** The documents of a dossier: what each is, until when it serves, where its bytes are. Rule: R-DOC. */
final class DocumentsView extends VBox {

    private final Phone phone;
    private final DossierId dossier;
    private final Messages messages;
    private final DocumentMarks marks;
    private final Page page = new Page();

    DocumentsView(Phone phone, DossierId dossier) {
        this.phone = phone;
        this.dossier = dossier;
        this.messages = phone.messages();
        this.marks = new DocumentMarks(phone);
        Button add = Buttons.primary(
                messages.get("document.add"),
                Material2AL.ADD_A_PHOTO,
                () -> phone.navigator().open(new Destination.DocumentForm(dossier, null, null)));
        add.setId("document-add");
        page.footer(add);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        show();
    }

    void show() {
        List<Node> nodes = new ArrayList<>();
        phone.store()
                .dossier(dossier)
                .ifPresent(contents -> DocumentLine.of(contents, phone.documents(), phone.today())
                        .forEach(line -> nodes.add(row(line))));
        if (nodes.isEmpty()) {
            nodes.add(new EmptyState(
                    Material2AL.DESCRIPTION, messages.get("document.none"), messages.get("document.none.advice")));
        }
        page.contents(nodes);
    }

    private Node row(DocumentLine line) {
        Document.Description description = line.document().description();
        ListRow row = new ListRow(
                marks.thumb(line),
                description.kind(),
                description.title(),
                () -> phone.navigator()
                        .open(new Destination.DocumentPage(dossier, line.entry().id())));
        if (description.expiresOn() != null) {
            row.below(marks.expiry(description.expiresOn()));
        }
        row.below(marks.standing(line));
        row.setId("document-" + line.entry().id());
        return row;
    }
}
