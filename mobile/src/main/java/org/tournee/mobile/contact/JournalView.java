package org.tournee.mobile.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.DateTexts;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Messages;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.Flow;
import org.tournee.mobile.ui.Icons;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.question.Question;
import org.tournee.segment.Standing;
import org.tournee.sync.Audience;

/** The journal of a dossier: each contact with what was said, whether it counts, and what it said before. R-CON */
public final class JournalView extends VBox {

    private final Phone phone;
    private final Messages messages;
    private final DateTexts dates;
    private final DossierContents contents;

    public JournalView(Phone phone, DossierContents contents, List<Journal.Line> lines) {
        this.phone = phone;
        this.messages = phone.messages();
        this.dates = DateTexts.of(phone);
        this.contents = contents;
        getStyleClass().add("section-body");
        lines.forEach(line -> getChildren().add(card(line)));
    }

    private Card card(Journal.Line line) {
        Contact contact = line.contact();
        VBox words = new VBox(Texts.strong(headline(phone, line)), Texts.small(facts(line)));
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(Icons.large(ContactIcons.of(contact.meeting().channel())), words);
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("item-line");
        Card card = new Card(head);
        if (!contact.content().narrative().isBlank()) {
            card.getChildren().add(Texts.body(contact.content().narrative()));
        }
        marks(line).forEach(card.getChildren()::add);
        questions(line).forEach(card.getChildren()::add);
        if (line.standing() != Standing.MOVED) {
            card.getChildren().add(new Flow(correct(line), ask(line)));
        }
        if (line.standing() != Standing.MOVED && AudienceChoice.isOffered(phone, contents, line)) {
            card.getChildren().add(new AudienceChoice(phone, contents, line));
        }
        if (line.movableBy(phone.store().worker())) {
            card.getChildren().add(wrongDossier(line));
        }
        return card;
    }

    private Button correct(Journal.Line line) {
        return Buttons.quiet(
                messages.get(line.standing() == Standing.INCOMPLETE ? "journal.complete" : "journal.correct"),
                Material2AL.EDIT,
                () -> phone.navigator()
                        .open(new Destination.ContactForm(
                                contents.id(), line.entry().id())));
    }

    /** What colleagues asked about it, and what was answered, stays with it. Rule: R-ASK. */
    private List<Node> questions(Journal.Line line) {
        List<Node> nodes = new ArrayList<>();
        for (Entry<Question> entry : contents.questions()) {
            Question question = entry.value();
            if (line.concerns(question.subject().record())) {
                nodes.add(new Mark(
                        question.answer() == null ? Tone.DUE : Tone.NEUTRAL,
                        Material2AL.HELP_OUTLINE,
                        question.asked().text()));
                nodes.add(
                        question.answer() == null
                                ? Texts.small(messages.get("question.waits"))
                                : Texts.body(question.answer().text()));
            }
        }
        return nodes;
    }

    private Button ask(Journal.Line line) {
        return Buttons.quiet(
                messages.get("question.ask"),
                Material2AL.HELP_OUTLINE,
                () -> phone.navigator()
                        .open(new Destination.Questions(
                                contents.id(), line.entry().id())));
    }

    private Node wrongDossier(Journal.Line line) {
        return Buttons.quiet(
                messages.get("journal.wrongDossier"),
                Material2AL.FOLDER_SHARED,
                () -> phone.navigator()
                        .open(new Destination.MoveContact(
                                contents.id(), line.entry().id())));
    }

    /** "En personne, le 25 février". */
    public static String headline(Phone phone, Journal.Line line) {
        return phone.messages()
                .get(
                        "journal.headline",
                        phone.messages().of(line.contact().meeting().channel()),
                        DateTexts.of(phone).relativeDay(line.day()));
    }

    private String facts(Journal.Line line) {
        Contact.Meeting meeting = line.contact().meeting();
        List<String> facts = new ArrayList<>();
        facts.add(dates.time(meeting.startedAt()));
        facts.add(messages.of(meeting.place()));
        meeting.duration()
                .ifPresent(duration -> facts.add(messages.get("contact.minutes.short", duration.toMinutes())));
        String present = present(line.contact());
        if (!present.isEmpty()) {
            facts.add(present);
        }
        if (!phone.store().worker().equals(line.entry().author())) {
            facts.add(messages.get("journal.by", Names.of(phone, line.entry().author())));
        }
        return String.join(" · ", facts);
    }

    private String present(Contact contact) {
        return contact.attendance().persons().stream()
                .map(person -> Names.given(contents, person, messages))
                .collect(Collectors.joining(", "));
    }

    private List<Node> marks(Journal.Line line) {
        List<Node> marks = new ArrayList<>();
        if (line.standing() != Standing.COUNTS) {
            Tone tone = line.standing() == Standing.INCOMPLETE ? Tone.DUE : Tone.NEUTRAL;
            marks.add(new Mark(tone, messages.of(line.standing())));
        }
        if (line.entry().audience() == Audience.RESTRICTED) {
            marks.add(new Mark(Tone.NEUTRAL, Material2AL.LOCK, messages.of(Audience.RESTRICTED)));
        }
        if (line.entry().pending()) {
            marks.add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("entry.pending")));
        }
        if (!line.earlier().isEmpty()) {
            marks.add(new EarlierVersions(phone, line));
        }
        return marks;
    }
}
