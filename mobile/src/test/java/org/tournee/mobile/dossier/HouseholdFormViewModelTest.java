package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.store.PhoneStoreFixture;

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
        assertThat(fixture.store().unsent().get(0).json())
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
}
