package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tournee.dossier.DossierContents;

class SqlitePhoneStoreTest {

    @Test
    void whatWasReceivedIsThereAfterClosingAndOpening() {
        try (PhoneStoreFixture phone = PhoneStoreFixture.withHouseholds(12)) {
            assertThat(phone.store().dossiers()).hasSize(12);

            PhoneStore reopened = phone.reopen();

            assertThat(reopened.dossiers()).hasSize(12);
            DossierContents first =
                    reopened.dossier(PhoneStoreFixture.dossier(0)).orElseThrow();
            assertThat(first.persons()).hasSize(3);
            assertThat(first.openConflicts()).hasSize(1);
            assertThat(first.contacts()).hasSize(4);
            assertThat(first.unreadable()).isZero();
            assertThat(reopened.returnedChanges()).hasSize(1);
            assertThat(reopened.worker(HouseholdRows.KARIM)).isPresent();
        }
    }
}
