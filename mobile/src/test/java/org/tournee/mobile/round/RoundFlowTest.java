package org.tournee.mobile.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.contact.Contact;
import org.tournee.contact.Place;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Appearance;
import org.tournee.mobile.app.Destination;
import org.tournee.mobile.app.Language;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.app.ScreenCamera;
import org.tournee.mobile.contact.ContactFormViewModel;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.OpenDossierPhone;
import org.tournee.mobile.store.Edit;
import org.tournee.organisation.WorkerId;
import org.tournee.outreach.Opposition;
import org.tournee.outreach.SafetyNote;
import org.tournee.outreach.Visit;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordKind;

/** A round from its plan to its last door, without a network. Rules: R-OUT, R-OFF. */
class RoundFlowTest {

    private OpenDossierPhone phone;

    @BeforeEach
    void open() {
        phone = OpenDossierPhone.usual();
        phone.open(new Destination.RoundPage());
    }

    @AfterEach
    void close() {
        phone.close();
    }

    private List<Stop> stops() {
        return Stop.of(phone.phone, phone.phone.today());
    }

    private RoundViewModel model() {
        return new RoundViewModel(phone.phone, Runnable::run);
    }

    /** Adds the first so many proposals. */
    private void plan(int households) {
        for (int n = 0; n < households; n++) {
            RoundViewModel model = model();
            model.add(model.round().get().proposals().get(0));
        }
        phone.open(new Destination.Today());
        phone.open(new Destination.RoundPage());
    }

    @Test
    void aTapOnAProposalPutsItAtTheEndOfTheRoundWithItsReasons() {
        RoundViewModel.Proposal first = model().round().get().proposals().get(0);
        RoundViewModel.Proposal second = model().round().get().proposals().get(1);
        phone.tap(first.contents().dossier().value().household().name());
        phone.tap(second.contents().dossier().value().household().name());

        assertThat(stops())
                .extracting(stop -> stop.contents().id())
                .containsExactly(first.contents().id(), second.contents().id());
        assertThat(stops().get(0).visit().value().plan().grounds())
                .isEqualTo(first.go().grounds());
        phone.longPicture("round-planned", 1500);
        assertThat(phone.camera.cutTexts()).isEmpty();
    }

    @Test
    void aHouseholdIsInTheRoundOfADayOnce() {
        RoundViewModel model = model();
        RoundViewModel.Proposal first = model.round().get().proposals().get(0);
        model.add(first);
        model.add(first);
        assertThat(stops()).hasSize(1);

        phone.open(new Destination.RoundPick(phone.phone.today()));
        String household = first.contents().dossier().value().household().name();
        phone.type("#dossier-search", household.replace("Ménage ", ""));
        phone.tap(household);
        assertThat(phone.here()).contains(new Destination.RoundPick(phone.phone.today()));
        assertThat(phone.shows("Ce ménage est déjà dans votre tournée de ce jour."))
                .isTrue();
        assertThat(stops()).hasSize(1);
    }

    @Test
    void theRulesAreReadInTheBackgroundAndOnlyTheLastAnswerIsShown() {
        List<Runnable> background = new ArrayList<>();
        Phone at = phone.phone;
        Phone slow = new Phone(
                at.store(), at.documents(), at.sync(), at.navigator(), at.messages(), at.clock(), background::add);
        RoundViewModel model = new RoundViewModel(slow, Runnable::run);
        assertThat(model.round().get().looked()).isFalse();
        model.show(at.today().plusDays(1));
        assertThat(background).hasSize(2);

        background.get(1).run();
        background.get(0).run();
        assertThat(model.round().get().day()).isEqualTo(at.today().plusDays(1));
        assertThat(model.round().get().looked()).isTrue();
        assertThat(model.round().get().proposals()).isNotEmpty();
    }

    @Test
    void aStopIsShownAtOnceAndProposedNoMoreWhileTheRulesAreRead() {
        List<Runnable> background = new ArrayList<>();
        Phone at = phone.phone;
        Phone slow = new Phone(
                at.store(), at.documents(), at.sync(), at.navigator(), at.messages(), at.clock(), background::add);
        RoundViewModel model = new RoundViewModel(slow, Runnable::run);
        background.get(0).run();
        RoundViewModel.Proposal first = model.round().get().proposals().get(0);
        int proposed = model.round().get().proposals().size();
        model().add(first);
        model.refresh();

        assertThat(model.round().get().stops())
                .extracting(stop -> stop.contents().id())
                .containsExactly(first.contents().id());
        assertThat(model.round().get().proposals())
                .hasSize(proposed - 1)
                .extracting(proposal -> proposal.contents().id())
                .doesNotContain(first.contents().id());
    }

    @Test
    void aColleaguesRoundDoesNotSayWhereOneIs() {
        ScreenCamera.run(() -> {
            ContactFormViewModel atTheOffice = newContact();
            atTheOffice.fields().place().set(Place.OFFICE);
            atTheOffice.fields().minutes().set(30);
            atTheOffice.save();
        });
        Visit theirs = new Visit(
                new Visit.Plan(phone.phone.today(), new WorkerId(UUID.randomUUID()), List.of()),
                new Visit.Turn(0),
                null);
        phone.fixture
                .store()
                .save(Edit.of(
                        phone.dossier(1), new Edit.Create(RecordKind.VISIT, NewRecord.id(), Audience.SERVICE, theirs)));

        assertThat(newContact().fields().place().get()).isEqualTo(Place.OFFICE);
    }

    private ContactFormViewModel newContact() {
        return new ContactFormViewModel(phone.phone, phone.dossier(1), null, Runnable::run);
    }

    @Test
    void theOrderIsTheWorkersOwnAndIsThereAgain() {
        plan(3);
        List<String> before = stops().stream().map(Stop::household).toList();
        phone.tap("#earlier-3");

        assertThat(stops().stream().map(Stop::household)).containsExactly(before.get(0), before.get(2), before.get(1));
        phone.fixture.reopen();
        assertThat(phone.fixture.store().dossiers().stream()
                        .flatMap(dossier -> dossier.visits().stream())
                        .map(visit -> visit.value().turn().rank()))
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void nobodyThereIsOneTapAndShownAsAnAttempt() {
        plan(1);
        int before = stops().get(0).attempts();
        int taps = phone.taps();
        phone.tap("#absent-1");

        assertThat(phone.taps() - taps).isEqualTo(1);
        assertThat(stops().get(0).state()).contains(Visit.State.ABSENT);
        assertThat(stops().get(0).attempts()).isEqualTo(before + 1);
        phone.picture("round-absent");
        phone.tap("Annuler");
        assertThat(stops().get(0).state()).isEmpty();
        assertThat(stops().get(0).attempts()).isEqualTo(before);
    }

    @Test
    void whoeverIsMetGetsTheirContactFormWithTheHomeChosen() {
        plan(1);
        Stop stop = stops().get(0);
        phone.tap("#met-1");

        assertThat(phone.here())
                .contains(new Destination.ContactForm(stop.contents().id(), null));
        phone.tap("30");
        phone.tap("#contact-save");
        List<Entry<Contact>> contacts = stops().get(0).contents().contacts();
        Contact.Meeting meeting = contacts.get(contacts.size() - 1).value().meeting();
        assertThat(meeting.place()).isEqualTo(Place.HOME);
        assertThat(stops().get(0).state()).contains(Visit.State.MET);
    }

    @Test
    void whoeverDoesNotWantToBeApproachedIsNotProposedAnyMore() {
        plan(1);
        Stop stop = stops().get(0);
        phone.tap("#refused-1");
        phone.tap("Noter : ne veut pas être démarché");

        assertThat(stops().get(0).isOpposed()).isTrue();
        RoundViewModel tomorrow = model();
        tomorrow.show(phone.phone.today().plusDays(1));
        assertThat(tomorrow.round().get().proposals())
                .extracting(proposal -> proposal.contents().id())
                .doesNotContain(stop.contents().id());
        assertThat(tomorrow.round().get().leftInPeace())
                .extracting(left -> left.contents().id())
                .contains(stop.contents().id());
    }

    @Test
    void aSafetyNoteHasItsAuthorAndItsEndAndItsDraftIsKept() {
        phone.open(new Destination.BeforeGoing(phone.dossier(3)));
        phone.tap("#safety-begin");
        phone.type("#safety-fact", "Chien en liberté dans la cour");
        assertThat(phone.shows("Brouillon enregistré")).isTrue();
        phone.back();
        phone.open(new Destination.BeforeGoing(phone.dossier(3)));
        phone.tap("6 mois");
        phone.tap("Ajouter la consigne");

        SafetyNote.Note note = phone.contents(3).safetyNotes().get(0).value().note();
        assertThat(note.fact()).isEqualTo("Chien en liberté dans la cour");
        assertThat(note.author()).isEqualTo(phone.phone.store().worker());
        assertThat(note.expiresOn()).isEqualTo(phone.phone.today().plusMonths(6));
        assertThat(phone.phone.store().drafts()).isEmpty();
        phone.picture("before-going");
        phone.open(new Destination.DossierPage(phone.dossier(3)));
        assertThat(phone.shows("Chien en liberté dans la cour (Moi, jusqu’au 9 septembre)"))
                .isTrue();
        phone.tap("#discreet");
        assertThat(phone.shows("Chien en liberté dans la cour (Moi, jusqu’au 9 septembre)"))
                .isFalse();
    }

    /** One goes with the phone in the hand. Rules: R-OUT, R-BIL. */
    @Test
    void theRoundSaysNothingOfSafetyWhileOneMayLookOverTheShoulder() {
        phone.open(new Destination.BeforeGoing(phone.dossier(3)));
        phone.tap("#safety-begin");
        phone.type("#safety-fact", "Chien en liberté");
        phone.tap("Ajouter la consigne");
        new RoundPlan(phone.phone, Runnable::run).add(phone.dossier(3), phone.phone.today(), List.of());
        phone.open(new Destination.RoundPage());
        assertThat(phone.shows("Chien en liberté (Moi, jusqu’au 9 juin)")).isTrue();
        phone.tap("#discreet");
        assertThat(phone.shows("Chien en liberté (Moi, jusqu’au 9 juin)")).isFalse();
    }

    @Test
    void anOppositionIsNotedAndTakenBackInOneTapEach() {
        phone.open(new Destination.BeforeGoing(phone.dossier(2)));
        phone.tap("Ne veut pas être démarché");
        Optional<Opposition> noted =
                phone.contents(2).oppositions().stream().map(Entry::value).findFirst();
        assertThat(noted).isPresent().get().matches(Opposition::stands);
        phone.tap("Le veut bien de nouveau");
        assertThat(phone.contents(2).oppositions())
                .noneMatch(entry -> entry.value().stands());
    }

    @ParameterizedTest
    @CsvSource({"FRENCH,100,412", "FRENCH,200,360", "GERMAN,200,360", "DUTCH,200,360", "ENGLISH,200,360"})
    void everyTextOfARoundFits(Language language, int percent, int width) {
        phone.close();
        phone = new OpenDossierPhone(new Appearance(Appearance.Mode.LIGHT, percent), language);
        phone.camera.resize(width, 640);
        plan(3);
        ScreenCamera.run(() -> {
            model().absent(stops().get(0));
            model().refused(stops().get(1));
        });
        for (Destination screen : List.of(
                new Destination.Today(), new Destination.RoundPage(), new Destination.BeforeGoing(phone.dossier(1)))) {
            phone.open(screen);
            assertThat(phone.camera.cutTexts()).as("%s", screen).isEmpty();
            assertThat(phone.camera.wantingTargets()).as("%s", screen).isEmpty();
        }
        phone.open(new Destination.RoundPage());
        phone.longPicture("round-" + language.code() + "-" + percent, 2000);
    }
}
