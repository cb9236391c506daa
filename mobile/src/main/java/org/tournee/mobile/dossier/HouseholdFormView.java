package org.tournee.mobile.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.person.HouseholdRole;

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
        if (model.resumed()) {
            nodes.add(restored());
        }
        nodes.add(field("name", null, model.name()));
        nodes.add(new Section(
                messages.get("household.address"),
                field("street", null, model.street()),
                field("postcode", null, model.postcode()),
                new CommuneField(model.commune(), messages)));
        nodes.add(new Section(
                messages.get("household.reach"),
                field("phone", null, model.telephone()),
                field("note", null, model.note())));
        Section people = new Section(messages.get("household.persons"));
        model.persons().addListener((ListChangeListener<PersonFields>) change -> people.contents(persons()));
        people.contents(persons());
        nodes.add(people);
        return nodes;
    }

    private Node restored() {
        Notice notice = new Notice(Tone.ACCENT, messages.get("contact.restored"));
        return notice.below(Buttons.quiet(messages.get("household.startAgain"), Material2AL.CLEAR, () -> {
            model.startAgain();
            notice.setVisible(false);
            notice.setManaged(false);
        }));
    }

    private List<Node> persons() {
        List<Node> cards = new ArrayList<>();
        model.persons().forEach(person -> cards.add(person(person)));
        Button add = Buttons.secondary(messages.get("household.addPerson"), Material2MZ.PERSON_ADD, model::addPerson);
        add.setId("household-add-person");
        cards.add(add);
        return cards;
    }

    private Node person(PersonFields person) {
        String id = person.id().toString();
        return new Card(
                field("givenName", "names", id, person.givenName()),
                field("familyName", id, person.familyName()),
                Choices.one(List.of(HouseholdRole.values()), person.role(), messages),
                field("birthDate", id, person.birthDate()),
                field("phone", id, person.phone()),
                field("email", id, person.email()),
                alike(person),
                ending(person));
    }

    /** Whoever is known already under such a name is shown before they are recorded twice. Rule: R-DUP. */
    private Node alike(PersonFields person) {
        VBox alike = new VBox();
        alike.setId("household-alike-" + person.id());
        Runnable show = () -> {
            List<String> lines = model.alike(person).stream().map(this::line).toList();
            boolean any = !lines.isEmpty();
            alike.getChildren().clear();
            if (any) {
                Notice notice = new Notice(Tone.DUE, messages.get("household.alike"));
                lines.forEach(line -> notice.below(Texts.body(line)));
                alike.getChildren().add(notice);
            }
            alike.setVisible(any);
            alike.setManaged(any);
        };
        List.of(person.givenName(), person.familyName(), person.birthDate(), person.phone())
                .forEach(typed -> typed.addListener((on, was, is) -> show.run()));
        show.run();
        return alike;
    }

    private String line(KnownPersons.Known known) {
        String evidence = known.evidence().stream().sorted().map(messages::of).collect(Collectors.joining(", "));
        return messages.get("household.alike.line", known.person().identity().fullName(), known.household(), evidence);
    }

    /** Somebody new is taken away again; somebody known has left on a day, and stays in the journal. */
    private Node ending(PersonFields person) {
        if (person.isNew()) {
            return Buttons.quiet(messages.get("household.removeNew"), Material2AL.CLOSE, () -> model.removeNew(person));
        }
        String id = person.id().toString();
        VBox ending = new VBox();
        Runnable show = () -> {
            boolean stays = person.leftOn().get().isEmpty();
            if (stays) {
                Button end = Buttons.quiet(
                        messages.get("household.end"), Material2MZ.PERSON_REMOVE, () -> model.end(person));
                end.setId("household-end-" + id);
                ending.getChildren().setAll(end);
            } else if (ending.getChildren().isEmpty() || !(ending.getChildren().get(0) instanceof Field)) {
                ending.getChildren()
                        .setAll(field("leftOn", id, person.leftOn()).hint(messages.get("household.leftOn.hint")));
            }
        };
        person.leftOn().addListener((on, was, is) -> show.run());
        show.run();
        return ending;
    }

    private Field field(String name, @Nullable String person, StringProperty text) {
        return field(name, name, person, text);
    }

    private Field field(String name, String wrong, @Nullable String person, StringProperty text) {
        Field field = Field.text(messages.get("household." + name));
        field.input().setId("household-" + name + (person == null ? "" : "-" + person));
        field.keepIn(text);
        HouseholdFormViewModel.Place place = new HouseholdFormViewModel.Place(wrong, person);
        Runnable show = () -> {
            String key = model.wrong().get().get(place);
            field.error(key == null ? null : messages.get(key));
        };
        model.wrong().addListener((on, was, is) -> show.run());
        show.run();
        return field;
    }
}
