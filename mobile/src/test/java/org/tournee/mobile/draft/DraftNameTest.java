package org.tournee.mobile.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.store.PhoneStoreFixture;

/** The names under which drafts are kept. Rule: R-OFF. */
class DraftNameTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);

    @ParameterizedTest
    @EnumSource
    void everyNameReadsBackAndLeadsSomewhere(DraftName.Form form) {
        DraftName name = DraftName.of(form, DOSSIER, NewRecord.id(), "css");

        assertThat(DraftName.parse(name.text())).contains(name);
        assertThatCode(name::destination).doesNotThrowAnyException();
    }

    @Test
    void aContactThatIsCorrectedIsGoneOnWithAsACorrection() {
        var earlier = NewRecord.id();

        assertThat(DraftName.of(DraftName.Form.CONTACT, DOSSIER, earlier).destination())
                .isEqualTo(new Destination.ContactForm(DOSSIER, earlier));
        assertThat(DraftName.of(DraftName.Form.CONTACT, DOSSIER).destination())
                .isEqualTo(new Destination.ContactForm(DOSSIER, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contact", "contact/", "contact/not-an-id", "poem/0190-1000"})
    void whatAnotherVersionKeptIsNotOffered(String text) {
        assertThat(DraftName.parse(text)).isEmpty();
    }
}
