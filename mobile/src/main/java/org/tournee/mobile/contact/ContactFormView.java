package org.tournee.mobile.contact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.material2.Material2AL;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.RefusalNotice;
import org.tournee.mobile.draft.DraftMark;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.ChipGroup;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Notice;
import org.tournee.mobile.ui.Page;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.person.PersonId;
import org.tournee.profile.OrganisationProfile;

/** One page that records a contact, what is done every day within the thumb's reach. Rule: R-CON. */
final class ContactFormView extends VBox {

    private static final double NARRATIVE_LEAST = 5.5;

    /** From so many characters left on, they are counted beside the field. */
    private static final int ROOM_TOLD = 2_000;

    private final Phone phone;
    private final ContactFormViewModel model;
    private final ContactFields fields;
    private final Messages messages;
    private final FieldErrors errors;

    ContactFormView(Phone phone, ContactFormViewModel model) {
        this.phone = phone;
        this.model = model;
        this.fields = model.fields();
        this.messages = phone.messages();
        this.errors = new FieldErrors(model.wrong(), messages);
        getStyleClass().add("contact-form");
        Page page = new Page();
        page.contents(contents());
        page.footer(footer(DateTexts.of(phone)));
        VBox.setVgrow(page, javafx.scene.layout.Priority.ALWAYS);
        getChildren().add(page);
    }

    private List<Node> contents() {
        List<Node> nodes = new java.util.ArrayList<>();
        nodes.add(Texts.heading(model.householdName()));
        if (model.restored()) {
            nodes.add(restoredNotice());
        }
        if (model.correcting()) {
            nodes.add(reason());
            model.corrected().ifPresent(line -> nodes.add(new EarlierVersions(phone, line)));
        }
        nodes.add(new Section(messages.get("contact.how"), channels()));
        nodes.add(new Section(messages.get("contact.who"), household(), errors.line(ContactCheck.Field.PRESENT)));
        nodes.add(minutes());
        nodes.add(new Section(messages.get("contact.about"), topics()));
        nodes.add(narrative());
        nodes.add(new Section(
                messages.get("contact.next"), Choices.one(Arrays.asList(Result.values()), fields.result(), messages)));
        nodes.add(new Section(messages.get("contact.details"), new ContactDetails(fields, messages, errors)));
        nodes.add(new Section(
                messages.get("contact.extras"),
                new VisitExtras(fields, messages, model.visitItem(), model.visitAction()),
                errors.line(ContactCheck.Field.NOTED),
                errors.line(ContactCheck.Field.TASK)));
        return nodes;
    }

    private Node restoredNotice() {
        Notice notice = new Notice(Tone.ACCENT, messages.get("contact.restored"));
        Button again = Buttons.quiet(messages.get("contact.startAgain"), Material2AL.CLEAR, () -> {
            model.startAgain();
            notice.setVisible(false);
            notice.setManaged(false);
        });
        return notice.below(again);
    }

    private Node reason() {
        Field reason = Field.text(messages.get("contact.reason")).hint(messages.get("contact.reason.hint"));
        reason.input().setId("contact-reason");
        reason.keepIn(fields.reason());
        errors.under(reason, ContactCheck.Field.REASON);
        return reason;
    }

    private Node channels() {
        return new IconTiles<>(Arrays.asList(Channel.values()), messages::of, ContactIcons::of, fields.channel());
    }

    private Node household() {
        Map<PersonId, String> names = new HashMap<>();
        List<PersonId> ids = model.household().stream()
                .map(entry -> {
                    PersonId id = new PersonId(entry.id().value());
                    names.put(id, name(entry));
                    return id;
                })
                .toList();
        return Choices.several(ChipGroup.several(ids, id -> names.getOrDefault(id, "")), fields.present());
    }

    private String name(Entry<Person> entry) {
        Person person = entry.value();
        return person.membership().role() == HouseholdRole.CHILD
                ? messages.get("contact.child", person.identity().givenName())
                : person.identity().givenName();
    }

    private Node minutes() {
        Section section = new Section(
                messages.get("contact.minutes"),
                new MinutesPicker(fields, messages),
                errors.line(ContactCheck.Field.MINUTES));
        Runnable show = () -> {
            boolean asked = fields.needsMinutes() || fields.minutes().get() != null || mayHaveMinutes();
            section.setVisible(asked);
            section.setManaged(asked);
        };
        fields.channel().addListener((on, was, is) -> show.run());
        fields.happening().addListener((on, was, is) -> show.run());
        show.run();
        return section;
    }

    private boolean mayHaveMinutes() {
        return fields.happening().get() == org.tournee.contact.Happening.HELD
                && fields.channel().get() != Channel.WRITTEN;
    }

    private Node topics() {
        return Choices.several(ChipGroup.several(Arrays.asList(Topic.values()), messages::of), fields.topics());
    }

    private Node narrative() {
        Field narrative = Field.area(messages.get("contact.narrative"), 4);
        narrative.input().setId("contact-narrative");
        narrative.keepIn(fields.narrative());
        errors.under(narrative, ContactCheck.Field.NARRATIVE);
        narrative.textProperty().addListener((on, was, is) -> tellRoom(narrative, is.length()));
        if (narrative.input() instanceof TextArea area) {
            grow(area);
        }
        List<OrganisationProfile.Outline> outlines = phone.store().profile().narratives();
        if (!outlines.isEmpty() && !model.correcting()) {
            narrative.getChildren().add(new NarrativeOutlines(outlines, narrative.input(), messages));
        }
        return narrative;
    }

    /** How much still fits, once little does: before it is too long, not when it is. */
    private void tellRoom(Field narrative, int length) {
        int left = Contact.Content.LONGEST_NARRATIVE - length;
        if (left <= ROOM_TOLD) {
            narrative.hint(messages.get("contact.narrative.left", Math.max(0, left)));
        } else {
            narrative.withoutHint();
        }
    }

    /** The field is as tall as what is written in it: one never scrolls inside a page that scrolls. */
    private static void grow(TextArea area) {
        Text measure = new Text();
        measure.textProperty().bind(area.textProperty());
        measure.fontProperty().bind(area.fontProperty());
        Runnable fit = () -> {
            double em = area.getFont().getSize();
            measure.setWrappingWidth(Math.max(1, area.getWidth() - 3 * em));
            double height = measure.getLayoutBounds().getHeight() + 2.5 * em;
            area.setPrefHeight(Math.max(NARRATIVE_LEAST * em, height));
            area.setMinHeight(area.getPrefHeight());
        };
        area.textProperty().addListener((on, was, is) -> fit.run());
        area.widthProperty().addListener((on, was, is) -> fit.run());
        area.fontProperty().addListener((on, was, is) -> fit.run());
    }

    private Node[] footer(DateTexts dates) {
        PaceEffectView effect = new PaceEffectView(messages, dates);
        effect.preview(model.effect().get());
        model.effect().addListener((on, was, is) -> effect.preview(is));
        Button save = Buttons.primary(messages.get("contact.save"), Material2AL.CHECK, model::save);
        save.setId("contact-save");
        save.disableProperty().bind(model.saving());
        VBox wrong = new VBox();
        model.wrong()
                .addListener((on, was, is) -> wrong.getChildren()
                        .setAll(
                                is.isEmpty()
                                        ? List.of()
                                        : List.of(Texts.small(messages.get("contact.wrong.some", is.size())))));
        return new Node[] {
            new RefusalNotice(model.refused(), messages), new DraftMark(model.keeper(), messages), effect, wrong, save
        };
    }
}
