package org.tournee.mobile.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.segment.PaceRules;

/** A contact through the real window tree and a real store. Rules: R-CON, R-OFF, R-SEG-3. */
class ContactFlowTest {

    private OpenDossierPhone phone;

    @BeforeEach
    void open() {
        phone = OpenDossierPhone.usual();
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private Contact latest() {
        List<Entry<Contact>> contacts = phone.contents(0).contacts();
        return contacts.get(contacts.size() - 1).value();
    }

    @Test
    void aHomeVisitIsRecordedInAtMostEightTapsAndShowsAtOnceWhatItDoesToThePace() {
        phone.open(new Destination.DossierPage(phone.dossier(0)));
        phone.tap("Consigner");
        phone.tap("30");
        phone.tap("Budget");
        phone.type("#contact-narrative", "Point sur les factures, échéancier demandé.");
        phone.tap("Suivi");
        phone.picture("contact-filled");
        phone.tap("#contact-save");

        assertThat(phone.shows("Enregistré sur ce téléphone")).isTrue();
        assertThat(phone.taps()).isLessThanOrEqualTo(8);
        assertThat(latest().meeting().durationMinutes()).isEqualTo(30);
        assertThat(latest().meeting().channel()).isEqualTo(Channel.IN_PERSON);
        assertThat(latest().attendance().persons()).hasSize(1);
        assertThat(latest().content().topics()).containsExactly(Topic.FINANCE);
        assertThat(latest().content().result()).isEqualTo(Result.FOLLOW_UP);
        assertThat(phone.shows("Ce contact compte.")).isTrue();
        var pace = PaceRules.of(
                        phone.contents(0),
                        phone.phone.today(),
                        phone.fixture.store().profile())
                .orElseThrow();
        assertThat(pace.contacts().provisional()).isEqualTo(1);
        phone.picture("contact-saved");
    }

    @Test
    void anOutlineOfTheOrganisationIsWrittenUnderWhatIsThereAlready() {
        phone.open(new Destination.ContactForm(phone.dossier(0), null));
        phone.type("#contact-narrative", "Elle a reçu une relance.");
        phone.tap("#outline-Visite");
        phone.picture("contact-outline");
        phone.tap("30");
        phone.tap("#contact-save");

        assertThat(latest().content().narrative())
                .isEqualTo("Elle a reçu une relance.\nConstats : \nCe que dit la personne : \nConvenu :");
    }

    @Test
    void whatWasTypedIsThereAgainAfterLeaving() {
        phone.open(new Destination.ContactForm(phone.dossier(0), null));
        phone.type("#contact-narrative", "Elle a reçu une relance");
        phone.tap("45");
        assertThat(phone.shows("Brouillon enregistré")).isTrue();
        phone.back();

        phone.open(new Destination.ContactForm(phone.dossier(0), null));

        assertThat(phone.shows("Elle a reçu une relance")).isTrue();
        assertThat(phone.shows("45 min")).isTrue();
        assertThat(phone.shows("Votre brouillon est revenu comme vous l’aviez laissé."))
                .isTrue();
        phone.picture("contact-restored");
    }

    @Test
    void wrongInputShowsItsMessageAndKeepsEverything() {
        int before = phone.contents(0).contacts().size();
        phone.open(new Destination.ContactForm(phone.dossier(0), null));
        phone.type("#contact-narrative", "Rendez-vous à la permanence");
        phone.tap("Sophie");
        phone.tap("#contact-save");

        assertThat(phone.shows("Choisissez qui était là.")).isTrue();
        assertThat(phone.shows("Rendez-vous à la permanence")).isTrue();
        assertThat(phone.contents(0).contacts()).hasSize(before);
        phone.picture("contact-wrong");

        phone.tap("Julien");
        assertThat(phone.shows("Choisissez qui était là.")).isFalse();
        phone.tap("#contact-save");
        assertThat(phone.contents(0).contacts()).hasSize(before + 1);
    }

    @Test
    void withoutADurationItIsKeptAndShownAsIncomplete() {
        phone.open(new Destination.ContactForm(phone.dossier(0), null));
        phone.tap("#contact-save");

        assertThat(latest().isIncomplete()).isTrue();
        assertThat(phone.shows(
                        "Sans durée, ce contact est gardé mais ne compte pas encore. Vous pourrez la compléter."))
                .isTrue();
    }

    @Test
    void aCorrectionAmendsAndTheEarlierVersionIsKept() {
        Entry<Contact> first = phone.contents(0).contacts().get(0);
        phone.open(new Destination.ContactForm(phone.dossier(0), first.id()));
        phone.tap("60");
        phone.tap("#contact-save");
        assertThat(phone.shows("Dites en quelques mots pourquoi.")).isTrue();
        phone.type("#contact-reason", "Durée mal notée");
        phone.tap("#contact-save");

        assertThat(latest().amendment()).isNotNull();
        assertThat(latest().amendment().corrects()).isEqualTo(first.id());
        assertThat(phone.contents(0).contacts()).contains(first);
        assertThat(phone.contents(0).standingContacts()).doesNotContain(first);
    }
}
