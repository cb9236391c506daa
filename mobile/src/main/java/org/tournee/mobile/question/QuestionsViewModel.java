package org.tournee.mobile.question;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.mobile.contact.Journal;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.MyPart;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.Writing;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.WorkerId;
import org.tournee.question.Question;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/**
 * The questions on a dossier: each asked on a record, whose author is reminded; the answer stays with the record. Rule:
 * R-ASK.
 */
public final class QuestionsViewModel {

    /** So many of a kind are offered to ask about; every other record has its own way to ask. */
    private static final int MOST_OFFERED = 3;

    private static final Comparator<Entry<Question>> BY_DAY =
            Comparator.comparing(entry -> entry.value().asked().askedOn());

    private final DossierDesk desk;
    private final Writing<QuestionForm> asking;
    private final Writing<AnswerForm> answering;

    /**
     * Begins a question about a record, and goes on with what was left half written.
     *
     * @param about null for none in particular: then nothing is begun
     */
    public QuestionsViewModel(DossierDesk desk, @Nullable RecordId about) {
        this.desk = desk;
        this.asking = desk.writing();
        this.answering = desk.writing();
        Optional.ofNullable(about).or(this::begun).ifPresent(this::ask);
        Stream.concat(open().stream(), answered().stream())
                .filter(entry -> answerDraft(entry).kept().isPresent())
                .findFirst()
                .ifPresent(this::answer);
    }

    /** What a question was begun about and not asked. */
    private Optional<RecordId> begun() {
        return desk.phone().store().drafts().stream()
                .flatMap(text -> DraftName.parse(text).stream())
                .filter(name ->
                        name.form() == DraftName.Form.QUESTION && name.dossier().equals(desk.dossier()))
                .flatMap(name -> name.record().stream())
                .filter(record -> draft(record).kept().filter(this::isNew).isPresent())
                .findFirst();
    }

    private boolean isNew(QuestionDraft kept) {
        return DossierDesk.current(desk.contents().questions(), kept.id()).isEmpty();
    }

    /** One a record: a question that is begun about one does not stand in the way of another. */
    private FormDraft<QuestionDraft> draft(RecordId about) {
        return desk.draft(DraftName.Form.QUESTION, QuestionDraft.class, about);
    }

    private FormDraft<AnswerDraft> answerDraft(Entry<Question> entry) {
        return desk.draft(DraftName.Form.ANSWER, AnswerDraft.class, entry.id());
    }

    /** Those that wait for an answer, the longest waiting first. */
    public List<Entry<Question>> open() {
        return questions(false).sorted(BY_DAY).toList();
    }

    /** Those that were answered, the latest first. */
    public List<Entry<Question>> answered() {
        return questions(true).sorted(BY_DAY.reversed()).toList();
    }

    private Stream<Entry<Question>> questions(boolean answered) {
        return desk.shown(desk.contents().questions()).stream()
                .filter(entry -> (entry.value().answer() != null) == answered);
    }

    /** What one may ask about: the dossier, what was noted last, what runs; and what the open form is about. */
    public List<RecordId> subjects() {
        DossierContents contents = desk.contents();
        Set<RecordId> all = new LinkedHashSet<>();
        all.add(contents.dossier().id());
        asking.form().get().ifPresent(form -> all.add(form.about().get()));
        Journal.of(contents, desk.phone().store().profile().zone()).stream()
                .map(Journal.Line::entry)
                .filter(desk.discretion()::shows)
                .limit(MOST_OFFERED)
                .forEach(entry -> all.add(entry.id()));
        desk.shown(contents.actionItems()).stream().limit(MOST_OFFERED).forEach(entry -> all.add(entry.id()));
        desk.shown(contents.goals()).stream().limit(MOST_OFFERED).forEach(entry -> all.add(entry.id()));
        return List.copyOf(all);
    }

    /** Opens the form about the dossier as a whole, with its draft. */
    public void ask() {
        ask(desk.contents().dossier().id());
    }

    private void ask(RecordId about) {
        asking.begin(form(about));
    }

    private QuestionForm form(RecordId about) {
        FormDraft<QuestionDraft> draft = draft(about);
        return new QuestionForm(draft, about, draft.kept().filter(this::isNew));
    }

    /** Closes the form and throws its draft away; can be undone for a moment. */
    public void giveUpAsking() {
        asking.giveUp(open -> form(open.begunAbout()));
    }

    /** Asks what was written; what is wrong stands beside its field. */
    public void keepQuestion() {
        asking.form().get().ifPresent(form -> form.asked().ifPresent(text -> save(form, text)));
    }

    private void save(QuestionForm form, String text) {
        RecordId about = form.about().get();
        Optional<Entry<?>> record = record(about);
        Question question = new Question(
                new Question.Subject(about, whom(record)),
                new Question.Asked(text, desk.phone().today()),
                null);
        Audience audience = record.<Audience>map(Entry::audience).orElse(Audience.SERVICE);
        desk.save(
                desk.phone().messages().get("question.kept"),
                () -> asking.done(form),
                new Edit.Create(RecordKind.QUESTION, form.id(), audience, question));
    }

    private Optional<Entry<?>> record(RecordId id) {
        return MyPart.records(desk.contents())
                .filter(entry -> entry.id().equals(id))
                .findFirst();
    }

    /** The author of the record; nobody in particular for the whole dossier, and for one's own. */
    private @Nullable WorkerId whom(Optional<Entry<?>> record) {
        boolean whole = record.filter(
                        entry -> entry.id().equals(desk.contents().dossier().id()))
                .isPresent();
        WorkerId author = record.map(Entry::author).orElse(null);
        return whole || desk.phone().store().worker().equals(author) ? null : author;
    }

    /** Opens the form of an answer, with its draft. */
    public void answer(Entry<Question> entry) {
        answering.begin(new AnswerForm(answerDraft(entry), entry));
    }

    /** Closes that form and throws its draft away; can be undone for a moment. */
    public void giveUpAnswer() {
        answering.giveUp(open -> new AnswerForm(answerDraft(open.question()), open.question()));
    }

    /** Answers as written; what is wrong stands beside its field. */
    public void keepAnswer() {
        answering.form().get().ifPresent(form -> form.answered().ifPresent(text -> save(form, text)));
    }

    private void save(AnswerForm form, String text) {
        Entry<Question> entry = DossierDesk.current(
                        desk.contents().questions(), form.question().id())
                .orElse(form.question());
        LocalDate today = desk.phone().today();
        Question answered =
                new Question(entry.value().subject(), entry.value().asked(), new Question.Answer(text, today));
        desk.save(
                desk.phone().messages().get("question.answer.kept"),
                () -> answering.done(form),
                new Edit.Update(RecordKind.QUESTION, entry, answered));
    }

    /** The question that is being written; empty while none is. */
    public Optional<QuestionForm> openQuestion() {
        return asking.form().get();
    }

    /** The answer that is being written; empty while none is. */
    public Optional<AnswerForm> openAnswer() {
        return answering.form().get();
    }
}
