package org.tournee.mobile.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;
import org.tournee.rights.RightCheck;
import org.tournee.rights.RightState;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Searching in everything that the phone holds, over a real store. Rule: R-OFF. */
class SearchViewModelTest {

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(12);
    private final SearchViewModel model = model(Runnable::run);

    @AfterEach
    void close() {
        fixture.close();
    }

    private SearchViewModel model(Executor screen) {
        return new SearchViewModel(TestPhone.over(fixture), screen);
    }

    private List<Find> found(String query) {
        model.queryProperty().set(query);
        List<Find> all = new ArrayList<>();
        model.answerProperty().get().groups().values().forEach(group -> all.addAll(group.first()));
        return all;
    }

    @Test
    void nothingIsFoundBeforeAnythingIsTyped() {
        assertThat(found(" ")).isEmpty();
        assertThat(model.answerProperty().get().asked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "lefevre, PERSON, Lefèvre",
        "Lefè, DOSSIER, Lefèvre",
        "yasm ben, PERSON, Yasmine",
        "CIVRAY, DOSSIER, Civray",
        "caf complete, CONTACT, CAF complété",
    })
    void accentsCapitalsAndHalfWordsAreForgiven(String query, FoundKind kind, String text) {
        assertThat(found(query)).anySatisfy(find -> {
            assertThat(find.kind()).isEqualTo(kind);
            assertThat(find.text()).contains(text);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "lefebvre, Lefèvre",
        "lefvere, Lefèvre",
        "chauvte, Chauvet",
        "rouselle, Rousselle",
        "montmorilon, Montmorillon",
        "monmorilon, Montmorillon",
    })
    void anErrorOfTypingIsForgivenInAWordThatIsLongEnough(String query, String meant) {
        assertThat(found(query))
                .isNotEmpty()
                .allSatisfy(find -> assertThat(find.text() + find.household()).contains(meant));
    }

    @ParameterizedTest
    @CsvSource({"leq", "xyzzy", "moreau xyzzy", "chauxxt"})
    void whatIsTooFarFromEveryWordFindsNothing(String query) {
        assertThat(found(query)).isEmpty();
        assertThat(model.answerProperty().get().asked()).isTrue();
    }

    @Test
    void anErrorIsForgivenOnlyWhereNothingBeginsAsTyped() {
        assertThat(found("Nadia"))
                .isNotEmpty()
                .allSatisfy(find -> assertThat(Plain.text(find.text())).contains("nadia"));
    }

    @Test
    void theNameOfTheHouseholdAnswersAWordOfASearchInItsRecords() {
        List<Find> contacts = found("chauvet caf").stream()
                .filter(find -> find.kind() == FoundKind.CONTACT)
                .toList();

        assertThat(contacts)
                .isNotEmpty()
                .allSatisfy(find -> assertThat(find.household()).isEqualTo("Ménage Chauvet"));
    }

    @Test
    void theNameOfTheHouseholdAloneDoesNotFindAllItsContacts() {
        assertThat(found("Chauvet")).isNotEmpty().noneMatch(find -> find.kind() == FoundKind.CONTACT);
    }

    @Test
    void ofAKindTheFirstAreShownAndAllAreCounted() {
        found("tilleuls");

        SearchViewModel.Group dossiers = model.answerProperty().get().groups().get(FoundKind.DOSSIER);
        assertThat(dossiers.first()).hasSize(SearchViewModel.SHOWN);
        assertThat(dossiers.count()).isEqualTo(12);
    }

    @Test
    void whatWasSavedMeanwhileIsFoundOnceTheScreenIsTold() {
        assertThat(found("Zacharie")).isEmpty();
        fixture.store()
                .save(Edit.of(
                        PhoneStoreFixture.dossier(0),
                        new Edit.Create(
                                RecordKind.PERSON,
                                new RecordId(UUID.randomUUID()),
                                Audience.SERVICE,
                                new Person(
                                        new Person.Identity("Moreau", "Zacharie", null),
                                        new Person.Membership(HouseholdRole.CHILD),
                                        null))));
        model.refresh();

        assertThat(found("zachari")).hasSize(1);
    }

    @Test
    void aContactOpensItsDossier() {
        Find contact = found("caf complete").get(0);

        assertThat(contact.leadsTo()).isEqualTo(new Destination.DossierPage(contact.dossier()));
        assertThat(contact.record()).isNotEqualTo(HouseholdRows.record(0, 0));
    }

    /** A right that somebody follows is in the list of follow-ups; the others are only where they were looked at. */
    @Test
    void aRightLeadsToItsFollowUpOrElseToTheCheckUpInWhichItWasLookedAt() {
        RecordId checkup = new RecordId(UUID.randomUUID());
        RightCheck.Subject subject = new RightCheck.Subject(checkup, "droit-au-logement-opposable");
        RightCheck.Finding held = new RightCheck.Finding(RightState.HELD, null);
        save(new RightCheck(subject, held, null, null, null));
        assertThat(found("logement-opposable"))
                .singleElement()
                .extracting(Find::leadsTo)
                .isEqualTo(new Destination.RightsSweep(PhoneStoreFixture.dossier(0), checkup));

        RightCheck.FollowUp followUp = new RightCheck.FollowUp(
                HouseholdRows.TODAY.plusDays(15), fixture.store().worker());
        save(new RightCheck(new RightCheck.Subject(checkup, "aide-au-transport"), held, followUp, null, null));
        assertThat(found("aide-au-transport"))
                .singleElement()
                .extracting(Find::leadsTo)
                .isEqualTo(new Destination.FollowUps(PhoneStoreFixture.dossier(0)));
    }

    private void save(RightCheck check) {
        fixture.store()
                .save(Edit.of(
                        PhoneStoreFixture.dossier(0),
                        new Edit.Create(RecordKind.RIGHT_CHECK, NewRecord.id(), Audience.SERVICE, check)));
        model.refresh();
    }

    @Test
    void whatIsTypedBeforeTheIndexIsReadyIsAnsweredOnceItIs() {
        List<Runnable> later = new ArrayList<>();
        SearchViewModel waiting = model(later::add);
        waiting.queryProperty().set("lefevre");
        assertThat(waiting.answerProperty().get().groups()).isEmpty();

        later.forEach(Runnable::run);

        assertThat(waiting.answerProperty().get().groups()).containsKey(FoundKind.PERSON);
    }
}
