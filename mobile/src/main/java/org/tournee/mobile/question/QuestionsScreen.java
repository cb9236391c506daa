package org.tournee.mobile.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.tournee.dossier.Entry;
import org.tournee.mobile.dossier.Choices;
import org.tournee.mobile.dossier.DeskScreen;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.Names;
import org.tournee.mobile.draft.FormCard;
import org.tournee.mobile.ui.Buttons;
import org.tournee.mobile.ui.Card;
import org.tournee.mobile.ui.EmptyState;
import org.tournee.mobile.ui.Field;
import org.tournee.mobile.ui.Mark;
import org.tournee.mobile.ui.Section;
import org.tournee.mobile.ui.Texts;
import org.tournee.mobile.ui.Tone;
import org.tournee.question.Question;
import org.tournee.sync.RecordId;

/** What colleagues ask each other on a dossier, and what was answered. Rule: R-ASK. */
public final class QuestionsScreen extends DeskScreen {

    private final QuestionsViewModel model;
    private final RecordTitle titles;

    /** @param about what one begins to ask about; null for nothing in particular */
    public QuestionsScreen(DossierDesk desk, @Nullable RecordId about) {
        this(desk, new QuestionsViewModel(desk, about));
    }

    private QuestionsScreen(DossierDesk desk, QuestionsViewModel model) {
        super(desk, desk.phone().messages().get("question.title"));
        this.model = model;
        this.titles = new RecordTitle(phone, desk.discretion());
        begin();
    }

    @Override
    protected List<Node> contents() {
        List<Node> nodes = new ArrayList<>();
        nodes.add(model.openQuestion().map(this::asking).orElseGet(this::ask));
        if (model.open().isEmpty()
                && model.openQuestion().isEmpty()
                && model.answered().isEmpty()) {
            nodes.add(new EmptyState(
                    Material2AL.HELP_OUTLINE, messages.get("question.none"), messages.get("question.noneWhy")));
        }
        model.open().forEach(entry -> nodes.add(card(entry)));
        if (!model.answered().isEmpty()) {
            Section answered = new Section(messages.get("question.answered"));
            answered.contents(model.answered().stream().map(this::card).toList());
            nodes.add(answered);
        }
        return nodes;
    }

    private Node ask() {
        Button ask = Buttons.secondary(messages.get("question.ask"), Material2AL.ADD, model::ask);
        ask.setId("question-ask");
        return ask;
    }

    private Node asking(QuestionForm form) {
        return new FormCard(messages)
                .add(
                        Texts.strong(messages.get("question.about")),
                        Choices.of(model.subjects(), form.about(), id -> titles.of(desk.contents(), id)),
                        FormCard.bind(
                                Field.area(messages.get("question.text"), 3), "question-text", form.text(), messages))
                .end(form, messages.get("question.keep"), model::keepQuestion, model::giveUpAsking);
    }

    private Node card(Entry<Question> entry) {
        Question question = entry.value();
        Card card = new Card(
                Texts.small(titles.of(desk.contents(), question.subject().record())),
                Texts.strong(question.asked().text()),
                Texts.small(asked(entry)));
        if (entry.pending()) {
            card.getChildren().add(new Mark(Tone.ACCENT, Material2MZ.SCHEDULE, messages.get("entry.pending")));
        }
        Optional<AnswerForm> open =
                model.openAnswer().filter(form -> form.question().id().equals(entry.id()));
        card.getChildren().addAll(standing(entry)); // beside the form too: a colleague may have answered meanwhile
        card.getChildren().add(open.map(this::answering).orElseGet(() -> answer(entry)));
        return card;
    }

    private String asked(Entry<Question> entry) {
        Question question = entry.value();
        String by = Names.of(phone, entry.author() == null ? phone.store().worker() : entry.author());
        String on = dates.relativeDay(question.asked().askedOn());
        return question.subject().to() == null
                ? messages.get("question.asked", by, on)
                : messages.get(
                        "question.asked.to",
                        by,
                        Names.of(phone, question.subject().to()),
                        on);
    }

    private List<Node> standing(Entry<Question> entry) {
        Question.Answer answer = entry.value().answer();
        return answer == null
                ? List.of(new Mark(Tone.DUE, messages.get("question.waits")))
                : List.of(
                        Texts.body(answer.text()),
                        new Mark(
                                Tone.DONE,
                                messages.get("question.answeredOn", dates.relativeDay(answer.answeredOn()))));
    }

    private Node answer(Entry<Question> entry) {
        boolean first = entry.value().answer() == null;
        Button answering = Buttons.quiet(
                messages.get(first ? "question.answer" : "question.answer.change"),
                first ? Material2MZ.REPLY : Material2AL.EDIT,
                () -> model.answer(entry));
        answering.setId("answer-" + entry.id());
        return answering;
    }

    private Node answering(AnswerForm form) {
        return new FormCard(messages)
                .inside()
                .add(FormCard.bind(
                        Field.area(messages.get("question.answer.text"), 3), "answer-text", form.text(), messages))
                .end(form, messages.get("question.answer.keep"), model::keepAnswer, model::giveUpAnswer);
    }
}
