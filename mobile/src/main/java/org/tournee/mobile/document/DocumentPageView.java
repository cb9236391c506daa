package org.tournee.mobile.document;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.document.Document;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.device.Handover;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.store.KeptDocument;
import org.tournee.mobile.store.StoreException;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.sync.RecordId;

/** One document: its picture, what is known of it, and what can be done. Rule: R-DOC. */
final class DocumentPageView extends VBox {

    private static final double WIDTH = 380;

    private final Phone phone;
    private final DossierId dossier;
    private final RecordId document;
    private final Handover handover;
    private final Messages messages;
    private final DocumentMarks marks;
    private final DossierDesk desk;
    private final DescriptionView correcting;
    private final Page page = new Page();

    DocumentPageView(Phone phone, DossierId dossier, RecordId document, Handover handover) {
        this.phone = phone;
        this.dossier = dossier;
        this.document = document;
        this.handover = handover;
        this.messages = phone.messages();
        this.marks = new DocumentMarks(phone);
        this.desk = new DossierDesk(phone, dossier, new Discretion(), Platform::runLater);
        this.correcting = new DescriptionView(desk, new DescriptionViewModel(desk, document));
        desk.onChange(this::show);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        show();
    }

    /** Reads again what the phone has. */
    void refresh() {
        desk.refresh();
    }

    private void show() {
        phone.store()
                .dossier(dossier)
                .ifPresent(contents -> DocumentLine.of(contents, phone.documents(), phone.today()).stream()
                        .filter(line -> line.entry().id().equals(document))
                        .findFirst()
                        .ifPresent(line -> show(contents, line)));
    }

    private void show(DossierContents contents, DocumentLine line) {
        List<Node> nodes = new ArrayList<>();
        refusal(line, nodes);
        if (line.isHere() && line.document().content().isPicture()) {
            marks.picture(line, WIDTH * 2).ifPresent(image -> {
                ImageView view = new ImageView(image);
                view.setPreserveRatio(true);
                view.setFitWidth(WIDTH);
                nodes.add(view);
            });
        }
        Card said = description(contents, line);
        correcting.button().ifPresent(said.getChildren()::add);
        nodes.add(said);
        nodes.addAll(correcting.form());
        page.contents(nodes);
        page.footer(actions(line));
    }

    private void refusal(DocumentLine line, List<Node> nodes) {
        line.kept()
                .map(KeptDocument::refusal)
                .filter(Objects::nonNull)
                .ifPresent(why -> nodes.add(new Notice(Tone.CONFLICT, messages.get("document.refused." + why))));
    }

    private Card description(DossierContents contents, DocumentLine line) {
        Document value = line.document();
        Document.Description description = value.description();
        Card card = new Card(Texts.strong(description.kind()));
        if (description.title() != null) {
            card.getChildren().add(Texts.body(description.title()));
        }
        List<String> names = contents.persons().stream()
                .filter(person -> description.persons().stream()
                        .anyMatch(id -> id.value().equals(person.id().value())))
                .map(Entry::value)
                .map(person -> person.identity().fullName())
                .toList();
        if (!names.isEmpty()) {
            card.getChildren().add(Texts.body(String.join(", ", names)));
        }
        if (description.expiresOn() != null) {
            card.getChildren().add(marks.expiry(description.expiresOn()));
        }
        card.getChildren().add(marks.standing(line));
        if (value.ground().agreedOn() != null) {
            card.getChildren()
                    .add(Texts.small(messages.get(
                            "document.agreedOn",
                            DateTexts.of(phone).day(value.ground().agreedOn()))));
        }
        return card;
    }

    private Node[] actions(DocumentLine line) {
        List<Node> actions = new ArrayList<>();
        if (line.standing() == DocumentLine.Standing.REFUSED) {
            actions.add(action("document-again", "document.again", Material2MZ.REFRESH, () -> {
                phone.documents().again(document);
                phone.sync().syncNow();
            }));
        }
        if (!line.isHere() && line.document().isHeld()) {
            actions.add(action("document-fetch", "document.fetch", Material2AL.ARROW_DOWNWARD, () -> fetch(line)));
        }
        if (line.isHere()) {
            boolean shared = handover.isToOtherApp();
            actions.add(action(
                    "document-copy",
                    shared ? "document.share" : "document.copy",
                    shared ? Material2MZ.SHARE : Material2MZ.SAVE_ALT,
                    () -> copy(line)));
        }
        return actions.toArray(Node[]::new);
    }

    private Button action(String id, String key, org.kordamp.ikonli.Ikon icon, Runnable action) {
        Button button = Buttons.secondary(messages.get(key), icon, action);
        button.setId(id);
        return button;
    }

    private void fetch(DocumentLine line) {
        Document.Content content = line.document().content();
        phone.documents().want(document, dossier, content.sizeBytes(), content.sha256());
        phone.sync().syncNow();
        show();
    }

    private void copy(DocumentLine line) {
        String type = line.document().content().contentType();
        String ending = type.substring(type.indexOf('/') + 1);
        line.kept().ifPresent(kept -> {
            try {
                byte[] bytes = phone.documents().all(kept);
                if (handover.give("document." + ending, type, bytes) == Handover.Outcome.SAVED) {
                    phone.navigator().say(messages.get("document.copied"));
                }
            } catch (StoreException | IOException e) {
                phone.navigator().say(messages.get("document.copy.failed"));
            }
        });
    }
}
