package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Contact;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.segment.Segment;
import org.tournee.sync.Action;
import org.tournee.sync.AudienceChange;
import org.tournee.sync.Command;
import org.tournee.sync.Operation;
import org.tournee.sync.OperationBytes;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.Wire;
import org.tournee.workflow.Expectation;
import org.tournee.workflow.PreparedStep;
import org.tournee.workflow.SegmentCommand;

/** What the screens may rely on. Rule: R-OFF. */
class SqlitePhoneStoreTest extends OpenStore {

    @Test
    void whatWasReceivedIsThereAfterClosingAndOpening() {
        assertThat(store().dossiers()).hasSize(12);

        PhoneStore reopened = phone.reopen();

        assertThat(reopened.dossiers()).hasSize(12);
        DossierContents first = reopened.dossier(FIRST).orElseThrow();
        assertThat(first.persons()).hasSize(3);
        assertThat(first.openConflicts()).hasSize(1);
        assertThat(first.contacts()).hasSize(4);
        assertThat(first.unreadable()).isZero();
        assertThat(reopened.returnedChanges()).hasSize(1);
        assertThat(reopened.worker(HouseholdRows.KARIM)).isPresent();
    }

    @Test
    void dossiersComeByHouseholdName() {
        assertThat(store().dossiers())
                .extracting(dossier -> dossier.dossier().value().household().name())
                .isSorted();
    }

    @Test
    void aNewRecordIsSeenAtOnceAndAfterOpeningAgain() {
        RecordId id = StoreEdits.newId();
        store().save(Edit.of(THIRD, StoreEdits.item(id, "Bail signé")));

        assertThat(item(THIRD, id).pending()).isTrue();
        assertThat(item(THIRD, id).rev()).isZero();
        assertThat(item(THIRD, id).changedBy()).isEqualTo(HouseholdRows.CLAIRE);

        phone.reopen();

        assertThat(item(THIRD, id).value().statement().text()).isEqualTo("Bail signé");
        assertThat(store().waiting().operations()).isEqualTo(1);
        assertThat(store().waiting().since()).isEqualTo(PhoneStoreFixture.CLOCK.instant());
    }

    @Test
    void operationsAreNumberedWithoutAGapAndEachNamesTheHashOfTheOneBefore() {
        store().save(Edit.of(
                THIRD, StoreEdits.item(StoreEdits.newId(), "a"), StoreEdits.item(StoreEdits.newId(), "b")));
        phone.reopen();
        store().save(Edit.of(FIRST, StoreEdits.item(StoreEdits.newId(), "c")));

        List<Operation> made = unsent();
        assertThat(made).extracting(Operation::opSeq).containsExactly(1L, 2L, 3L);
        assertThat(made).extracting(Operation::txIndex).containsExactly(0, 1, 0);
        assertThat(made).extracting(Operation::txCount).containsExactly(2, 2, 1);
        assertThat(made.get(0).txId())
                .isEqualTo(made.get(1).txId())
                .isNotEqualTo(made.get(2).txId());
        String before = OperationBytes.NO_PREVIOUS;
        for (SyncStore.Unsent sent : store().unsent()) {
            assertThat(Wire.read(Operation.class, sent.line()).prevHash()).isEqualTo(before);
            before = OperationBytes.hash(sent.line());
        }
    }

    @Test
    void anUpdateNamesOnlyTheGroupsThatDifferWithWhatTheWorkerSaw() {
        Entry<Dossier> seen = StoreEdits.dossier(store(), THIRD);
        store().save(Edit.of(THIRD, StoreEdits.move(seen, "9 rue Neuve")));

        Operation made = unsent().get(0);
        assertThat(made.action()).isEqualTo(Action.CHANGE);
        assertThat(made.baseRev()).isEqualTo(1);
        assertThat(made.grantEpoch()).isEqualTo(1);
        assertThat(made.groups()).containsOnlyKeys("address");
        assertThat(made.groups().get("address").base()).contains("5 rue des Tilleuls");
        assertThat(made.groups().get("address").value()).contains("9 rue Neuve");
        assertThat(StoreEdits.dossier(store(), THIRD).value().address().street())
                .isEqualTo("9 rue Neuve");
        assertThat(StoreEdits.dossier(store(), THIRD).pending()).isTrue();
    }

    @Test
    void anotherAudienceIsAskedForAndNotShownAsDone() {
        Entry<Contact> contact = store().dossier(FIRST).orElseThrow().contacts().get(0);
        store().save(Edit.of(FIRST, new Edit.SetAudience(RecordKind.CONTACT, contact)));

        Operation made = unsent().get(0);
        assertThat(made.action()).isEqualTo(Action.COMMAND);
        assertThat(made.baseRev()).isEqualTo(contact.rev());
        assertThat(Command.of(made).flatMap(AudienceChange::of)).contains(AudienceChange.from(contact.audience()));
        Entry<Contact> shown = contact(FIRST, contact.id());
        assertThat(shown.audience()).isEqualTo(contact.audience());
        assertThat(shown.pending()).isTrue();
        assertThatThrownBy(() -> store().save(Edit.of(
                        FIRST,
                        new Edit.SetAudience(RecordKind.CONTACT, contact),
                        StoreEdits.item(StoreEdits.newId(), "a"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStepOnTheSegmentIsPreparedAndNotShownAsDone() {
        int before = store().dossier(FIRST).orElseThrow().segmentChanges().size();
        PreparedStep step = new PreparedStep(
                new Expectation(null, null, 0), new SegmentCommand.Propose(Segment.B, List.of("x"), "Rapport"));
        store().save(Edit.of(FIRST, new Edit.Prepare(StoreEdits.newId(), step)));

        Operation made = unsent().get(0);
        assertThat(made.kind()).isEqualTo(PreparedStep.KIND.code());
        assertThat(PreparedStep.of(made)).contains(step);
        assertThat(store().prepared(FIRST)).containsExactly(step);
        assertThat(store().prepared(THIRD)).isEmpty();
        assertThat(store().dossier(FIRST).orElseThrow().segmentChanges()).hasSize(before);
    }

    private Entry<Contact> contact(DossierId dossier, RecordId id) {
        return store().dossier(dossier).orElseThrow().contacts().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Rule: R-OFF. */
    @Test
    void aListSaysWhatTheDossiersSayBeforeTheyAreTyped() {
        Entry<Dossier> seen = StoreEdits.dossier(store(), THIRD);
        store().save(Edit.of(
                THIRD,
                new Edit.Update(
                        RecordKind.DOSSIER,
                        seen,
                        new Dossier(
                                new Dossier.Household("Écrit hors ligne"),
                                seen.value().address(),
                                seen.value().reachability(),
                                seen.value().situation(),
                                seen.value().status()))));
        PhoneStore reopened = phone.reopen();

        assertThat(reopened.isTyped()).isFalse();
        List<HeldDossier> list = reopened.held();
        assertThat(list).extracting(held -> held.dossier().household().name()).contains("Écrit hors ligne");
        assertThat(list)
                .extracting(HeldDossier::dossier)
                .isEqualTo(reopened.dossiers().stream()
                        .map(contents -> contents.dossier().value())
                        .toList());
        assertThat(list.get(0).contents().get()).isSameAs(reopened.dossiers().get(0));
        reopened.typeAll();
        assertThat(reopened.isTyped()).isTrue();
    }

    @Test
    void anEditThatChangesNothingMakesNoOperation() {
        Entry<Dossier> seen = StoreEdits.dossier(store(), THIRD);
        store().save(Edit.of(THIRD, new Edit.Update(RecordKind.DOSSIER, seen, seen.value())));

        assertThat(store().waiting().operations()).isZero();
    }

    @Test
    void aJournalEntryIsNeverChanged() {
        Entry<Contact> contact = store().dossier(THIRD).orElseThrow().contacts().get(0);

        assertThatThrownBy(() ->
                        store().save(Edit.of(THIRD, new Edit.Update(RecordKind.CONTACT, contact, contact.value()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatExceedsTheBoundsIsRefusedBeforeAnythingIsWritten() {
        String tooLong = "a".repeat(70_000);
        assertThatThrownBy(() -> store().save(Edit.of(THIRD, StoreEdits.item(StoreEdits.newId(), tooLong))))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.TOO_LARGE));
        List<Edit.Change> tooMany = new ArrayList<>();
        for (int i = 0; i < 401; i++) {
            tooMany.add(StoreEdits.item(StoreEdits.newId(), "x"));
        }
        assertThatThrownBy(() -> store().save(new Edit(THIRD, tooMany)))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.problem()).isEqualTo(StoreException.Problem.TOO_LARGE));
        assertThat(store().waiting().operations()).isZero();
    }

    @Test
    void draftsStayUntilTheyAreForgotten() {
        store().keepDraft("contact/" + THIRD, "{\"narrative\":\"Début\"}");
        store().keepDraft("contact/" + THIRD, "{\"narrative\":\"Début de phrase\"}");
        store().keepDraft("bilan/" + FIRST, "{}");
        phone.reopen();

        assertThat(store().draft("contact/" + THIRD)).contains("{\"narrative\":\"Début de phrase\"}");
        assertThat(store().drafts()).containsExactlyInAnyOrder("contact/" + THIRD, "bilan/" + FIRST);

        store().keepDraft("contact/" + THIRD, null);
        phone.reopen();
        assertThat(store().draft("contact/" + THIRD)).isEmpty();
    }

    @Test
    void listenersHearWhichDossiersChanged() {
        List<Set<DossierId>> heard = new CopyOnWriteArrayList<>();
        Runnable stop = store().onChange(heard::add);

        store().save(Edit.of(THIRD, StoreEdits.item(StoreEdits.newId(), "a")));
        phone.receive(HouseholdRows.household(20));
        stop.run();
        phone.receive(HouseholdRows.household(21));

        assertThat(heard).containsExactly(Set.of(THIRD), Set.of(PhoneStoreFixture.dossier(20)));
    }
}
