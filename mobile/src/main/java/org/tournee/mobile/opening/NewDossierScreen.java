package org.tournee.mobile.opening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.contact.Topic;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.Screen;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.CommuneField;
import org.tournee.mobile.dossier.DossierStyle;
import org.tournee.mobile.dossier.KnownPersons;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.draft.TypedText;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.ListRow;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.request.Request;

/** A household met for the first time: who, what for, where; the names alone must be known. Rules: R-REQ, R-DUP. */
public final class NewDossierScreen implements Screen {

    private final Phone phone;
    private final Messages messages;
    private final StackPane root;
    private final Page page = new Page();
    private final VBox alike = new VBox();

    public NewDossierScreen(Phone phone) {
        this.phone = phone;
        this.messages = phone.messages();
        NewDossierViewModel.refusal(phone)
                .ifPresentOrElse(
                        why -> page.contents(List.of(new EmptyState(
                                Material2AL.FOLDER_SHARED,
                                messages.get("opening.no"),
                                messages.get("opening.no." + why.name())))),
                        () -> show(new NewDossierViewModel(phone, Platform::runLater), true));
        this.root = DossierStyle.on(new StackPane(page));
    }

    @Override
    public String title() {
        return messages.get("opening.title");
    }

    @Override
    public Node node() {
        return root;
    }

    /** @param first whether the form is shown for the first time: then it says that it goes on with what was left */
    private void show(NewDossierViewModel model, boolean first) {
        NewDossierForm form = model.form();
        List<Node> nodes = new ArrayList<>();
        if (first && model.isResumed()) {
            nodes.add(restored(model));
        }
        alike.getStyleClass().add("section-body");
        List.of(form.givenName(), form.familyName(), form.birthDate(), form.phone())
                .forEach(typed -> typed.property().addListener((on, was, is) -> showAlike(model)));
        showAlike(model);
        nodes.add(new Card(
                text("household.givenName", "given-name", form.givenName()),
                text("household.familyName", "family-name", form.familyName()),
                text("household.birthDate", "birth-date", form.birthDate()),
                alike));
        nodes.add(new Section(messages.get("opening.request"), request(form)));
        nodes.add(new Section(messages.get("household.reach"), reach(form)));
        page.contents(nodes);
        Button save = Buttons.primary(messages.get("opening.do"), Material2AL.CHECK, model::save);
        save.setId("opening-save");
        page.footer(
                new RefusalNotice(model.writer().refused(), messages),
                new DraftMark(form.draft().keeper(), messages),
                save);
    }

    private Node request(NewDossierForm form) {
        return new Card(
                Choices.optional(ChipGroup.one(Arrays.asList(Topic.values()), messages::of), form.subject()),
                FormCard.bind(Field.area(messages.get("demand.text"), 2), "opening-text", form.text(), messages),
                Texts.strong(messages.get("demand.urgency")),
                Choices.one(Arrays.asList(Request.Urgency.values()), form.urgency(), messages));
    }

    private Node reach(NewDossierForm form) {
        return new Card(
                text("household.phone", "phone", form.phone()),
                text("household.note", "note", form.note()),
                new CommuneField(form.commune(), messages));
    }

    private Field text(String key, String id, TypedText typed) {
        return FormCard.bind(Field.text(messages.get(key)), "opening-" + id, typed, messages);
    }

    private Node restored(NewDossierViewModel model) {
        return new Notice(Tone.ACCENT, messages.get("contact.restored"))
                .below(Buttons.quiet(
                        messages.get("opening.startAgain"),
                        Material2AL.CLEAR,
                        () -> model.startAgain(() -> show(model, false))));
    }

    /** Whoever is known already is shown before they are recorded twice; a tap opens their dossier. Rule: R-DUP. */
    private void showAlike(NewDossierViewModel model) {
        List<Node> rows = new ArrayList<>();
        for (KnownPersons.Known known : model.alike()) {
            ListRow row = new ListRow(
                    Material2MZ.PERSON,
                    known.person().identity().fullName(),
                    messages.get("opening.alike.line", known.household(), evidence(known)),
                    () -> phone.navigator().open(new Destination.DossierPage(known.dossier())));
            row.setId("opening-alike-" + known.dossier());
            rows.add(row);
        }
        alike.getChildren().clear();
        if (!rows.isEmpty()) {
            alike.getChildren().add(new Notice(Tone.DUE, messages.get("opening.alike")));
            alike.getChildren().addAll(rows);
        }
        alike.setVisible(!rows.isEmpty());
        alike.setManaged(!rows.isEmpty());
    }

    private String evidence(KnownPersons.Known known) {
        return known.evidence().stream().sorted().map(messages::of).collect(Collectors.joining(", "));
    }
}
