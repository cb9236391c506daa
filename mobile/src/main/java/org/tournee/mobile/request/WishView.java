package org.tournee.mobile.request;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Texts;
import org.tournee.person.PersonId;

/** Whom the person would like as a referent, and the form for it. Rule: R-REF. */
final class WishView {

    private final DossierDesk desk;
    private final WishViewModel model;
    private final Messages messages;

    WishView(DossierDesk desk, WishViewModel model) {
        this.desk = desk;
        this.model = model;
        this.messages = desk.phone().messages();
    }

    List<Node> contents() {
        if (model.open().isPresent()) {
            return List.of(form(model.open().get()));
        }
        List<Node> nodes = new ArrayList<>();
        if (model.mayWrite()) {
            boolean said = model.said().isPresent();
            Button write = Buttons.secondary(
                    messages.get(said ? "wish.change" : "wish.add"),
                    said ? Material2AL.EDIT : Material2AL.ADD,
                    model::begin);
            write.setId("wish-write");
            nodes.add(write);
        }
        model.said()
                .ifPresent(wish -> nodes.add(new Card(Texts.body(WishText.of(wish, desk.contents(), desk.phone())))));
        return nodes;
    }

    private Node form(WishForm form) {
        VBox like = new VBox();
        like.getStyleClass().add("section-body");
        form.who().property().addListener((on, was, is) -> show(like, form));
        form.worker().addListener((on, was, is) -> show(like, form));
        show(like, form);
        ChipGroup<PersonId> persons =
                ChipGroup.one(model.persons(), person -> Names.given(desk.contents(), person, messages));
        return new FormCard(messages)
                .add(
                        Texts.muted(messages.get("wish.how")),
                        bound(Field.text(messages.get("wish.who")), "wish-who", form.who()),
                        like,
                        bound(
                                Field.area(messages.get("wish.inWords"), 3).hint(messages.get("wish.inWords.hint")),
                                "wish-words",
                                form.words()),
                        Texts.strong(messages.get("wish.saidBy")),
                        Choices.optional(persons, form.saidBy()),
                        bound(
                                Field.text(messages.get("wish.saidOn")).hint(messages.get("contact.day.hint")),
                                "wish-said-on",
                                form.saidOn()))
                .end(form, messages.get("wish.keep"), model::keep, model::giveUp);
    }

    private Field bound(Field field, String id, TypedText typed) {
        return FormCard.bind(field, id, typed, messages);
    }

    private void show(VBox like, WishForm form) {
        List<ListRow> rows = model.like(form).stream()
                .map(one -> new ListRow(
                        Material2MZ.PERSON, one.name(), one.site(), () -> form.choose(one.name(), one.id())))
                .toList();
        like.getChildren().setAll(rows);
        like.setManaged(!rows.isEmpty());
    }
}
