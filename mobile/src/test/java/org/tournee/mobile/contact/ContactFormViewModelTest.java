package org.tournee.mobile.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Channel;
import org.tournee.contact.Happening;
import org.tournee.contact.Place;
import org.tournee.contact.Planning;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.draft.DraftKeeper;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.WalkIn;
import org.tournee.sync.Audience;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.TxId;

/** The contact form without a window, over a real store. Rules: R-CON, R-OFF, R-SEG-4. */
class ContactFormViewModelTest {

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);

    @AfterEach
    void close() {
        fixture.close();
    }

    private ContactFormViewModel form() {
        return new ContactFormViewModel(TestPhone.over(fixture), PhoneStoreFixture.dossier(0), null, Runnable::run);
    }

    /** As the desk received them, by a clock that has seconds; told once, it is not offered again. Rules: R-PER, R-SEG-2. */
    @ParameterizedTest
    @CsvSource({"false, PERMANENCE", "true, OFFICE"})
    void aContactBeginsAsTheDeskReceivedThemUntilItIsTold(boolean atTheSite, Place place) {
        fixture.receive(ReceptionRows.reception());
        Clock clock = Clock.offset(PhoneStoreFixture.CLOCK, Duration.ofSeconds(47));
        RecordId desk = atTheSite ? new RecordId(ReceptionRows.SITE.value()) : ReceptionRows.PERMANENCE;
        WalkIn came = WalkIn.arrived(desk, HouseholdRows.TODAY, clock.instant())
                .with(new WalkIn.Visitor("Mme Petit", null, PhoneStoreFixture.dossier(0)))
                .with(WalkIn.Course.WAITING.received(HouseholdRows.CLAIRE, clock.instant()));
        fixture.store()
                .save(Edit.of(
                        ReceptionRows.REGISTER,
                        new Edit.Create(RecordKind.WALK_IN, NewRecord.id(), Audience.SERVICE, came)));
        Phone phone = TestPhone.over(fixture, clock);
        ContactFormViewModel told = new ContactFormViewModel(phone, PhoneStoreFixture.dossier(0), null, Runnable::run);
        assertThat(told.fields().place().get()).isEqualTo(place);
        assertThat(told.fields().planning().get()).isEqualTo(Planning.SPONTANEOUS);
        told.fields().minutes().set(30);
        told.save();
        assertThat(told.saved().get()).isPresent();

        ContactFormViewModel next = new ContactFormViewModel(phone, PhoneStoreFixture.dossier(0), null, Runnable::run);
        assertThat(next.fields().planning().get()).isEqualTo(Planning.PLANNED);
    }

    private List<Operation> waiting() {
        return fixture.store().unsent().stream()
                .map(unsent -> OperationBytes.read(unsent.line()))
                .toList();
    }

    private static BilanItem.Statement item(String text) {
        return new BilanItem.Statement(Dimension.HOUSING, Effect.DESTABILISER, WhoseWord.PERSON_WORD, text, false);
    }

    @Test
    void theContactTwoItemsAndAnActionAreOneTransaction() {
        ContactFormViewModel form = form();
        form.fields().minutes().set(50);
        form.fields().noted().addAll(List.of(item("Chauffage en panne"), item("Bail à renouveler")));
        form.fields()
                .task()
                .set(new ActionItem.Task("Écrire au bailleur", ActionItem.By.SERVICE, ActionItem.Horizon.SHORT, null));
        form.save();

        assertThat(form.saved().get()).isPresent();
        Set<TxId> transactions = waiting().stream().map(Operation::txId).collect(Collectors.toSet());
        assertThat(waiting()).hasSize(4);
        assertThat(transactions).hasSize(1);
    }

    @Test
    void theDraftIsForgottenOnceTheContactIsOnTheDisk() {
        ContactFormViewModel form = form();
        form.fields().narrative().set("Point");
        assertThat(form.keeper().state().get()).isEqualTo(DraftKeeper.State.KEPT);
        form.save();

        assertThat(fixture.store().drafts()).isEmpty();
        assertThat(form().restored()).isFalse();
    }

    @Test
    void aDraftSurvivesTheAppBeingKilled() {
        ContactFormViewModel form = form();
        form.fields().narrative().set("Interrompue par un appel");
        form.fields().day().set("pas une date");
        fixture.reopen();

        ContactFormViewModel again = form();
        assertThat(again.restored()).isTrue();
        assertThat(again.fields().narrative().get()).isEqualTo("Interrompue par un appel");
        assertThat(again.fields().day().get()).isEqualTo("pas une date");
    }

    @Test
    void aKillBetweenTheSaveAndTheForgettingRecordsNothingTwice() {
        ContactFormViewModel form = form();
        form.fields().narrative().set("Une seule fois");
        String draft = fixture.store()
                .draft(DraftName.of(DraftName.Form.CONTACT, form.dossier()).text())
                .orElseThrow();
        form.save();
        fixture.store()
                .keepDraft(DraftName.of(DraftName.Form.CONTACT, form.dossier()).text(), draft);

        assertThat(form().restored()).isFalse();
    }

    @Test
    void aRestrictedContactGoesToTheRestrictedAudience() {
        ContactFormViewModel form = form();
        form.fields().restricted().set(true);
        form.save();

        var contacts = fixture.store().dossier(form.dossier()).orElseThrow().contacts();
        assertThat(contacts.get(contacts.size() - 1).audience()).isEqualTo(Audience.RESTRICTED);
    }

    @Test
    void theEffectOnThePaceFollowsWhatIsTyped() {
        ContactFormViewModel form = form();
        assertThat(form.effect().get().kind()).isEqualTo(PaceEffect.Kind.WAITS_FOR_DURATION);
        form.fields().minutes().set(20);
        assertThat(form.effect().get().kind()).isEqualTo(PaceEffect.Kind.COUNTS);
        form.fields().happening().set(Happening.PAPERS_ONLY);
        assertThat(form.effect().get().kind()).isEqualTo(PaceEffect.Kind.UNCHANGED);
        form.fields().happening().set(Happening.HELD);
        form.fields().channel().set(Channel.WRITTEN);
        assertThat(form.effect().get().kind()).isNotEqualTo(PaceEffect.Kind.WAITS_FOR_DURATION);
    }
}
