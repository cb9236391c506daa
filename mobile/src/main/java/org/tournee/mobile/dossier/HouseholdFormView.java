package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;

/** The form of the household: one field a line, messages beside the fields. */
final class HouseholdFormView extends VBox {

    private final HouseholdFormViewModel model;
    private final Messages messages;

    HouseholdFormView(HouseholdFormViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        Page page = new Page();
        page.contents(contents());
        Button save = Buttons.primary(messages.get("household.save"), Material2AL.CHECK, model::save);
        save.setId("household-save");
        page.footer(
                new RefusalNotice(model.writer().refused(), messages), new DraftMark(model.keeper(), messages), save);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
    }

    private List<Node> contents() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(field("name", null, model.name()));
        nodes.add(new Section(
                messages.get("household.address"),
                field("street", null, model.street()),
                field("postcode", null, model.postcode()),
                Texts.muted(messages.get("household.commune", model.communeName()))));
        nodes.add(new Section(
                messages.get("household.reach"),
                field("phone", null, model.telephone()),
                field("note", null, model.note())));
        List<Node> persons = new ArrayList<>();
        for (PersonFields person : model.persons()) {
            String id = person.id().toString();
            persons.add(new Card(
                    field("givenName", "names", id, person.givenName()),
                    field("familyName", id, person.familyName()),
                    field("birthDate", id, person.birthDate()),
                    field("phone", id, person.phone()),
                    field("email", id, person.email())));
        }
        Section people = new Section(messages.get("household.persons"));
        people.contents(persons);
        nodes.add(people);
        return nodes;
    }

    private Field field(String name, @Nullable String person, StringProperty text) {
        return field(name, name, person, text);
    }

    private Field field(String name, String wrong, @Nullable String person, StringProperty text) {
        Field field = Field.text(messages.get("household." + name));
        field.input().setId("household-" + name + (person == null ? "" : "-" + person));
        field.textProperty().bindBidirectional(text);
        HouseholdFormViewModel.Place place = new HouseholdFormViewModel.Place(wrong, person);
        model.wrong().addListener((on, was, is) -> {
            String key = is.get(place);
            field.error(key == null ? null : messages.get(key));
        });
        return field;
    }
}
