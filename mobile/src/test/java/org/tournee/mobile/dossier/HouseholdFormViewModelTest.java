package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.duplicate.Evidence;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.contact.ContactFormViewModel;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.organisation.Commune;
import org.tournee.person.HouseholdRole;
import org.tournee.person.Person;

/** The household's form without a window, over a real store. Rules: R-OFF, R-REC. */
class HouseholdFormViewModelTest {

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    private HouseholdFormViewModel form() {
        return new HouseholdFormViewModel(phone, PhoneStoreFixture.dossier(0), Runnable::run);
    }

    @Test
    void onlyWhatDiffersIsWritten() {
        HouseholdFormViewModel form = form();
        form.save();
        assertThat(fixture.store().waiting().operations()).isZero();

        form.telephone().set("06 00 00 00 01");
        form.save();

        assertThat(form.saved().get()).isTrue();
        assertThat(fixture.store().waiting().operations()).isEqualTo(1);
        assertThat(new String(fixture.store().unsent().get(0).line(), StandardCharsets.UTF_8))
                .contains("reachability")
                .doesNotContain("rue des Tilleuls");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndTheDraftIsKept() {
        HouseholdFormViewModel form = form();
        form.postcode().set("86");
        form.save();

        assertThat(form.wrong().get()).containsKey(new HouseholdFormViewModel.Place("postcode", null));
        assertThat(fixture.store().waiting().operations()).isZero();
        assertThat(form().postcode().get()).isEqualTo("86");
    }

    @Test
    void theCommuneIsFoundAsOneTypesAndItsCodeAndPostcodeFollow() {
        HouseholdFormViewModel form = form();
        form.commune().query().set("chatel");
        assertThat(form.commune().found().get()).extracting(Commune::name).contains("Châtellerault");
        form.commune().query().set("86500");
        assertThat(form.commune().found().get()).extracting(Commune::name).contains("Montmorillon");

        form.commune().query().set("montmor");
        form.commune().choose(form.commune().found().get().get(0));
        form.save();

        Dossier.Address address = contents().dossier().value().address();
        assertThat(address.communeCode()).isEqualTo("86165");
        assertThat(address.communeName()).isEqualTo("Montmorillon");
        assertThat(address.postcode()).isEqualTo("86500");
    }

    @Test
    void aPersonIsAddedAndAnotherOneEndsAndBothAreThereAgainWhileTheyAreTyped() {
        HouseholdFormViewModel form = form();
        form.addPerson();
        PersonFields added = form.persons().get(3);
        added.givenName().set("Rose");
        added.role().set(HouseholdRole.CHILD);
        added.birthDate().set("2/3/2026");
        form.end(form.persons().get(1));

        HouseholdFormViewModel again = form();
        assertThat(again.persons()).hasSize(4);
        assertThat(again.persons().get(3).givenName().get()).isEqualTo("Rose");
        again.save();

        assertThat(contents().persons())
                .extracting(
                        entry -> entry.value().identity().givenName(),
                        entry -> entry.value().membership())
                .contains(
                        tuple("Rose", new Person.Membership(HouseholdRole.CHILD)),
                        tuple("Julien", new Person.Membership(HouseholdRole.ADULT, phone.today())));
        assertThat(new ContactFormViewModel(phone, PhoneStoreFixture.dossier(0), null, Runnable::run).household())
                .extracting(entry -> entry.value().identity().givenName())
                .contains("Rose")
                .doesNotContain("Julien");
    }

    @Test
    void beginningAgainShowsTheDossierAndUndoBringsBackWhatWasTyped() {
        HouseholdFormViewModel form = form();
        form.street().set("4 place du Marché");
        form.startAgain();
        assertThat(form.street().get()).isNotEqualTo("4 place du Marché");
        assertThat(form.resumed()).isFalse();

        TestPhone.tapAction(phone);

        assertThat(form().street().get()).isEqualTo("4 place du Marché");
    }

    @Test
    void whoeverIsKnownAlreadyIsShownBeforeTheyAreRecordedTwice() {
        HouseholdFormViewModel form = form();
        Person known = contents().household().get(0).value();
        form.addPerson();
        PersonFields added = form.persons().get(form.persons().size() - 1);
        assertThat(form.alike(added)).isEmpty();

        added.givenName().set(known.identity().familyName().toUpperCase(Locale.ROOT));
        added.familyName().set(known.identity().givenName());

        assertThat(form.alike(added)).singleElement().satisfies(alike -> {
            assertThat(alike.person()).isEqualTo(known);
            assertThat(alike.evidence()).contains(Evidence.SWAPPED_NAMES);
        });
        assertThat(form.alike(form.persons().get(0))).isEmpty();
    }

    private DossierContents contents() {
        return phone.store().dossier(PhoneStoreFixture.dossier(0)).orElseThrow();
    }
}
