package org.tournee.mobile.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Contact;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.DossierDesk;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.question.Question;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordRules;

/** A question is asked on a record, and its answer stays there, over a real store. Rule: R-ASK. */
class QuestionsViewModelTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(3);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(4);
    private Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    private QuestionsViewModel model(@Nullable RecordId about) {
        return new QuestionsViewModel(new DossierDesk(phone, DOSSIER, new Discretion(), Runnable::run), about);
    }

    private Entry<Contact> contact(Audience audience) {
        return phone.store().dossier(DOSSIER).orElseThrow().contacts().stream()
                .filter(entry -> entry.audience() == audience)
                .findFirst()
                .orElseThrow();
    }

    private QuestionsViewModel asked(RecordId about) {
        QuestionsViewModel model = model(about);
        model.openQuestion().orElseThrow().text().property().set("Qui a appelé ?");
        model.keepQuestion();
        return model;
    }

    @Test
    void aQuestionOnARecordWaitsForItsAnswer() {
        RecordId about = contact(Audience.SERVICE).id();
        QuestionsViewModel model = asked(about);

        assertThat(model.openQuestion()).isEmpty();
        assertThat(model.open())
                .extracting(entry -> entry.value().subject().record())
                .containsExactly(about);

        model.answer(model.open().get(0));
        model.openAnswer().orElseThrow().text().property().set("La mère");
        model.keepAnswer();

        assertThat(model.open()).isEmpty();
        assertThat(model.answered().get(0).value().answer()).isEqualTo(new Question.Answer("La mère", phone.today()));
    }

    @Test
    void nobodyInParticularIsAskedOnTheWholeDossierOrOnOnesOwn() {
        RecordId whole = phone.store().dossier(DOSSIER).orElseThrow().dossier().id();
        assertThat(asked(whole).open().get(0).value().subject().to()).isNull();
    }

    @Test
    void anEmptyQuestionIsNotAsked() {
        QuestionsViewModel model = model(contact(Audience.SERVICE).id());
        model.keepQuestion();

        assertThat(model.openQuestion().orElseThrow().text().wrong().get()).isEqualTo("question.wrong.text");
        assertThat(model.open()).isEmpty();
    }

    @Test
    void aQuestionThatIsTooLongIsSaidToBeSoAndNotToBeMissing() {
        QuestionsViewModel model = model(contact(Audience.SERVICE).id());
        QuestionForm form = model.openQuestion().orElseThrow();
        form.text().property().set("?".repeat(RecordRules.LONGEST_NOTE + 1));
        model.keepQuestion();

        assertThat(form.text().wrong().get()).isEqualTo("question.wrong.long");
        assertThat(model.open()).isEmpty();
    }

    @Test
    void undoAsksNothing() {
        QuestionsViewModel model = asked(contact(Audience.SERVICE).id());
        TestPhone.tapAction(phone);

        assertThat(model.open()).isEmpty();
    }

    @Test
    void aQuestionThatIsBegunAboutOneRecordStaysWithIt() {
        RecordId contact = contact(Audience.SERVICE).id();
        RecordId whole = phone.store().dossier(DOSSIER).orElseThrow().dossier().id();
        model(contact).openQuestion().orElseThrow().text().property().set("Qui a appelé ?");

        QuestionForm other = model(whole).openQuestion().orElseThrow();
        assertThat(other.about().get()).isEqualTo(whole);
        assertThat(other.text().isBlank()).isTrue();
        assertThat(model(contact).openQuestion().orElseThrow().text().stripped())
                .isEqualTo("Qui a appelé ?");
    }

    @Test
    void anAnswerThatIsBeingChangedIsGoneOnWithAndReplacesTheFirst() {
        QuestionsViewModel model = asked(contact(Audience.SERVICE).id());
        model.answer(model.open().get(0));
        model.openAnswer().orElseThrow().text().property().set("La mère");
        model.keepAnswer();
        model.answer(model.answered().get(0));
        model.openAnswer().orElseThrow().text().property().set("Le père");

        QuestionsViewModel later = model(null);
        assertThat(later.openAnswer().orElseThrow().text().stripped()).isEqualTo("Le père");
        later.keepAnswer();
        assertThat(later.answered())
                .extracting(entry -> entry.value().answer())
                .containsExactly(new Question.Answer("Le père", phone.today()));
        assertThat(model(null).openAnswer()).isEmpty();
    }

    @Test
    void questionAndAnswerAreThereAgainAfterAKill() {
        QuestionsViewModel model = asked(contact(Audience.SERVICE).id());
        model.answer(model.open().get(0));
        model.openAnswer().orElseThrow().text().property().set("La mèr");
        model.ask();
        model.openQuestion().orElseThrow().text().property().set("Et le pèr");
        fixture.reopen();
        phone = TestPhone.over(fixture);

        QuestionsViewModel later = model(null);
        assertThat(later.openAnswer().orElseThrow().text().property().get()).isEqualTo("La mèr");
        assertThat(later.openQuestion().orElseThrow().text().property().get()).isEqualTo("Et le pèr");
    }
}
