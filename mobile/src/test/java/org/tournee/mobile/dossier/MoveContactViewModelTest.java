package org.tournee.mobile.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Channel;
import org.tournee.contact.Contact;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.contact.Result;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.contact.Journal;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.draft.FormDraft;
import org.tournee.mobile.draft.OpenDraft;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.person.PersonId;
import org.tournee.segment.Standing;
import org.tournee.sync.Audience;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;

/** A contact of the wrong dossier, over a real store. Rule: R-CON. */
class MoveContactViewModelTest {

    private static final DossierId WRONG = PhoneStoreFixture.dossier(0);
    private static final DossierId RIGHT = PhoneStoreFixture.dossier(1);
    private static final String SAID = "A parlé de sa séparation.";

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(3);
    private final RecordId noted = noteInTheWrongDossier();

    @AfterEach
    void close() {
        fixture.close();
    }

    private Phone phone() {
        return TestPhone.over(fixture);
    }

    private RecordId noteInTheWrongDossier() {
        RecordId id = NewRecord.id();
        List<PersonId> persons =
                List.of(MoveContactViewModel.id(contents(WRONG).persons().get(0)));
        Contact contact = new Contact(
                new Contact.Meeting(
                        PhoneStoreFixture.CLOCK.instant().minus(Duration.ofHours(1)),
                        Channel.IN_PERSON,
                        Place.HOME,
                        Planning.PLANNED,
                        Happening.HELD,
                        45),
                new Contact.Attendance(persons),
                new Contact.Content(List.of(Topic.HOUSING), true, SAID, Result.FOLLOW_UP),
                null);
        fixture.store().save(Edit.of(WRONG, new Edit.Create(RecordKind.CONTACT, id, Audience.RESTRICTED, contact)));
        return id;
    }

    private DossierContents contents(DossierId dossier) {
        return fixture.store().dossier(dossier).orElseThrow();
    }

    private List<Journal.Line> journal(DossierId dossier) {
        return Journal.of(contents(dossier), fixture.store().profile().zone());
    }

    private MoveContactViewModel moved() {
        MoveContactViewModel model = new MoveContactViewModel(phone(), WRONG, noted, Runnable::run);
        model.choose(RIGHT);
        model.present().add(MoveContactViewModel.id(contents(RIGHT).persons().get(0)));
        model.move();
        return model;
    }

    @Test
    void theRightDossierHasItWholeForTheSameAudience() {
        MoveContactViewModel model = moved();

        Entry<Contact> copy = journal(RIGHT).get(0).entry();
        assertThat(model.moved().get()).isPresent();
        assertThat(copy.value().content().narrative()).isEqualTo(SAID);
        assertThat(copy.value().attendance().persons()).containsExactlyElementsOf(model.present());
        assertThat(copy.audience()).isEqualTo(Audience.RESTRICTED);
        assertThat(journal(RIGHT).get(0).standing()).isEqualTo(Standing.COUNTS);
    }

    @Test
    void theWrongJournalKeepsAStubThatTellsNothing() {
        moved();

        Journal.Line stub = journal(WRONG).get(0);
        assertThat(stub.standing()).isEqualTo(Standing.MOVED);
        assertThat(stub.contact().attendance().persons()).isEmpty();
        assertThat(journal(WRONG)).noneMatch(line -> line.toString().contains(SAID));
        assertThat(stub.movableBy(fixture.store().worker())).isFalse();
    }

    @Test
    void aSecondTapMovesNothingTwice() {
        MoveContactViewModel model = moved();
        int before = contents(RIGHT).contacts().size();
        model.move();

        assertThat(contents(RIGHT).contacts()).hasSize(before);
    }

    @Test
    void theListOffersEveryDossierButTheWrongOne() {
        MoveContactViewModel model = new MoveContactViewModel(phone(), WRONG, noted, Runnable::run);

        assertThat(model.others())
                .extracting(DossierLine::id)
                .containsExactlyInAnyOrder(RIGHT, PhoneStoreFixture.dossier(2));
    }

    @Test
    void aVisitIsNotMovedUntilOneSaysWhoWasThere() {
        MoveContactViewModel model = new MoveContactViewModel(phone(), WRONG, noted, Runnable::run);
        model.choose(RIGHT);
        model.present().clear();
        model.move();

        assertThat(model.moved().get()).isEmpty();
        assertThat(journal(WRONG).get(0).contact().content().narrative()).isEqualTo(SAID);
    }

    @Test
    void whoeverComesBackEndsTheMoveThatTheDiskCutInTheMiddle() {
        MoveContactViewModel model = new MoveContactViewModel(phone(), WRONG, noted, Runnable::run);
        model.choose(RIGHT);
        model.present().add(MoveContactViewModel.id(contents(RIGHT).persons().get(0)));
        halfOf(model);
        fixture.reopen();

        MoveContactViewModel again = new MoveContactViewModel(phone(), WRONG, noted, Runnable::run);
        assertThat(again.chosen().get()).isPresent();
        assertThat(again.mayChooseAgain()).isFalse();
        assertThat(OpenDraft.all(phone()))
                .extracting(draft -> draft.name().form())
                .containsExactly(DraftName.Form.MOVED_CONTACT);
        again.move();

        assertThat(journal(RIGHT))
                .filteredOn(line -> line.toString().contains(SAID))
                .hasSize(1);
        assertThat(journal(WRONG).get(0).standing()).isEqualTo(Standing.MOVED);
        assertThat(phone().store().drafts()).isEmpty();
    }

    /** The copy is written and the stub is not: as when the disk refuses, or the app is killed, in between. */
    private void halfOf(MoveContactViewModel model) {
        MoveDraft draft = new FormDraft<>(
                        phone(),
                        DraftName.of(DraftName.Form.MOVED_CONTACT, WRONG, noted),
                        MoveDraft.class,
                        Runnable::run)
                .kept()
                .orElseThrow();
        Contact copy = model.noted().value().movedWith(draft.present());
        fixture.store()
                .save(Edit.of(RIGHT, new Edit.Create(RecordKind.CONTACT, draft.copy(), Audience.RESTRICTED, copy)));
    }

    @Test
    void aMoveThatWasDoneBeforeTheKillLeavesNoSecondStub() {
        MoveContactViewModel first = moved();
        fixture.store()
                .keepDraft(
                        DraftName.of(DraftName.Form.MOVED_CONTACT, WRONG, noted).text(),
                        Wire.json(new MoveDraft(
                                RIGHT, journal(RIGHT).get(0).entry().id(), List.copyOf(first.present()))));
        int before = contents(WRONG).contacts().size();

        new MoveContactViewModel(phone(), WRONG, noted, Runnable::run).move();

        assertThat(contents(WRONG).contacts()).hasSize(before);
    }
}
