package org.tournee.mobile.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.segment.PaceText;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.SearchLine;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.person.PersonId;
import org.tournee.sync.RecordId;

/** Finds the dossier in which a contact belongs, says who was there, and moves it. Rule: R-CON. */
final class MoveContactView implements Screen {

    private final Phone phone;
    private final Messages messages;
    private final MoveContactViewModel model;
    private final StackPane root = DossierStyle.on(new StackPane());
    private final BorderPane finding;

    MoveContactView(Phone phone, DossierId dossier, RecordId contact) {
        this.phone = phone;
        this.messages = phone.messages();
        this.model = new MoveContactViewModel(phone, dossier, contact, Platform::runLater);
        this.finding = finding();
        model.chosen().addListener((on, was, is) -> show());
        show();
        model.moved().addListener((on, was, is) -> is.ifPresent(this::leaveFor));
    }

    private void show() {
        root.getChildren().setAll(model.chosen().get().<Node>map(this::chosen).orElse(finding));
    }

    @Override
    public String title() {
        return messages.get("move.title");
    }

    @Override
    public Node node() {
        return root;
    }

    private BorderPane finding() {
        ListView<DossierLine> list = new ListView<>(model.others());
        list.getStyleClass().add("dossier-list");
        list.setAccessibleText(messages.get("move.where"));
        list.setPlaceholder(Texts.muted(messages.get("dossiers.notFound")));
        PaceText paceText = new PaceText(messages, DateTexts.of(phone));
        list.setCellFactory(view -> new DossierCell(messages, paceText, line -> model.choose(line.id())));
        VBox top = new VBox(Texts.heading(messages.get("move.where")), Texts.muted(what()));
        top.getStyleClass().add("dossier-count");
        VBox bottom = new VBox(new SearchLine("move-search", messages.get("dossiers.search"), model.query()));
        bottom.getStyleClass().add("page-footer");
        BorderPane page = new BorderPane(list);
        page.getStyleClass().add("dossier-list-page");
        page.setTop(top);
        page.setBottom(bottom);
        return page;
    }

    private Page chosen(DossierContents right) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Texts.title(right.dossier().value().household().name()));
        nodes.add(Texts.muted(right.dossier().value().address().communeName()));
        nodes.add(new Card(Texts.strong(what())));
        if (model.asksWhoWasThere()) {
            nodes.add(new Section(messages.get("contact.who"), household(right)));
        }
        Page page = new Page();
        page.contents(nodes);
        Button move = Buttons.primary(messages.get("move.move"), Material2AL.ARROW_FORWARD, model::move);
        move.setId("move-contact");
        Runnable show = () -> move.setDisable(!model.mayMove() || model.moving().get());
        model.present().addListener((SetChangeListener<PersonId>) change -> show.run());
        model.moving().addListener((on, was, is) -> show.run());
        show.run();
        Button again = Buttons.quiet(messages.get("move.again"), Material2MZ.SEARCH, model::chooseAgain);
        Runnable offer = () -> again.setVisible(model.mayChooseAgain());
        model.refused().addListener((on, was, is) -> offer.run());
        offer.run();
        page.footer(new RefusalNotice(model.refused(), messages), new DraftMark(model.keeper(), messages), again, move);
        return page;
    }

    private Node household(DossierContents right) {
        Map<PersonId, String> names = new HashMap<>();
        List<PersonId> ids =
                right.persons().stream().map(MoveContactViewModel::id).toList();
        right.persons()
                .forEach(entry -> names.put(
                        MoveContactViewModel.id(entry), entry.value().identity().givenName()));
        return Choices.several(ChipGroup.several(ids, id -> names.getOrDefault(id, "")), model.present());
    }

    /** "En personne, le 25 février": which contact one moves. */
    private String what() {
        Contact.Meeting meeting = model.noted().value().meeting();
        LocalDate day =
                LocalDate.ofInstant(meeting.startedAt(), phone.store().profile().zone());
        return messages.get(
                "journal.headline",
                messages.of(meeting.channel()),
                DateTexts.of(phone).relativeDay(day));
    }

    /** Back first: the way back from the right dossier must not lead here again. */
    private void leaveFor(DossierContents right) {
        phone.navigator().back();
        phone.navigator().open(new Destination.DossierPage(right.id()));
        phone.navigator()
                .say(messages.get(
                        "move.moved", right.dossier().value().household().name()));
    }
}
