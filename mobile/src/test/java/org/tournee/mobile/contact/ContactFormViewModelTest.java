package org.tournee.mobile.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Effect;
import org.tournee.bilan.WhoseWord;
import org.tournee.contact.Channel;
import org.tournee.contact.Happening;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.draft.DraftKeeper;
import org.tournee.mobile.draft.DraftName;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.sync.Audience;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
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

    private List<Operation> waiting() {
        return fixture.store().unsent().stream()
                .map(unsent -> OperationBytes.read(unsent.json().getBytes(StandardCharsets.UTF_8)))
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
