package org.tournee.mobile.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.BilanItem;
import org.tournee.dossier.Dossier;
import org.tournee.dossier.DossierContents;
import org.tournee.dossier.Entry;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Operation;
import org.tournee.sync.Outcome;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.Settlement;
import org.tournee.sync.Wire;

/** What becomes of the store as the server answers and delivers. Rules: R-SYN, R-REC. */
class ServedStoreTest extends OpenStore {

    private static Outcome applied(long seq, BucketId bucket, long position) {
        return new Outcome(seq, Outcome.Verdict.APPLIED, null, bucket, position);
    }

    /** Case M12: the row leaves one bucket and enters another, in whatever order they arrive. */
    @Test
    void aRecordThatChangedItsAudienceIsThereOnceAndWhatWasUnsentStays() {
        RecordId id = StoreEdits.newId();
        phone.receive(List.of(itemRow(BucketId.service(THIRD), id, 600, 1, false)));
        BilanItem seen = item(THIRD, id).value();
        BilanItem.Statement said = seen.statement();
        store().save(Edit.of(
                THIRD,
                new Edit.Update(
                        RecordKind.BILAN_ITEM,
                        item(THIRD, id),
                        new BilanItem(
                                new BilanItem.Statement(
                                        said.dimension(), said.effect(), said.whoseWord(), "Écrit hors ligne", false),
                                seen.validity()))));
        BucketId restricted = BucketId.restricted(THIRD, HouseholdRows.KARIM);

        phone.receive(
                List.of(itemRow(restricted, id, 1, 2, false), itemRow(BucketId.service(THIRD), id, 601, 2, true)));
        assertThat(item(THIRD, id).audience()).isEqualTo(Audience.RESTRICTED);
        assertThat(item(THIRD, id).value().statement().text()).isEqualTo("Écrit hors ligne");

        phone.receive(List.of(itemRow(restricted, id, 2, 3, true)));
        assertThat(store().dossier(THIRD).orElseThrow().bilanItems())
                .noneMatch(entry -> entry.id().equals(id));
        assertThat(unsent()).hasSize(1);
    }

    private static FeedRow itemRow(BucketId bucket, RecordId id, long position, long rev, boolean gone) {
        String groups = Groups.of(StoreEdits.item(id, "Bail signé").value()).json();
        Instant at = PhoneStoreFixture.CLOCK.instant();
        return new FeedRow(
                bucket,
                position,
                id,
                "bilan_item",
                rev,
                HouseholdRows.KARIM,
                HouseholdRows.KARIM,
                at,
                at,
                gone,
                gone ? "{}" : groups);
    }

    @Test
    void theBaseIsWhatTheWorkerSawEvenWhenAPullCameInBetween() {
        Entry<Dossier> seen = StoreEdits.dossier(store(), THIRD);
        Dossier moved = (Dossier) StoreEdits.move(seen, "1 place du Marché").after();
        phone.receive(List.of(new FeedRow(
                BucketId.service(THIRD),
                500,
                seen.id(),
                "dossier",
                2,
                null,
                HouseholdRows.KARIM,
                PhoneStoreFixture.CLOCK.instant(),
                null,
                false,
                Wire.json(moved))));

        store().save(Edit.of(THIRD, StoreEdits.move(seen, "9 rue Neuve")));

        Operation made = unsent().get(0);
        assertThat(made.baseRev()).isEqualTo(1);
        assertThat(made.groups().get("address").base()).contains("5 rue des Tilleuls");
    }

    @Test
    void membersOfANewerVersionSurviveAnUpdateByThisOne() {
        Entry<Dossier> before = StoreEdits.dossier(store(), THIRD);
        String newer = Groups.of(before.value())
                .with(
                        "address",
                        "{\"street\":\"5 rue des Tilleuls\",\"postcode\":\"86500\",\"commune_code\":\"86165\","
                                + "\"commune_name\":\"Montmorillon\",\"floor\":{\"number\":3}}")
                .json();
        phone.receive(List.of(new FeedRow(
                BucketId.service(THIRD),
                500,
                before.id(),
                "dossier",
                2,
                null,
                null,
                PhoneStoreFixture.CLOCK.instant(),
                null,
                false,
                newer)));

        store().save(Edit.of(THIRD, StoreEdits.move(StoreEdits.dossier(store(), THIRD), "9 rue Neuve")));

        GroupChange address = unsent().get(0).groups().get("address");
        assertThat(address.base()).contains("\"floor\":{\"number\":3}");
        assertThat(address.value()).contains("9 rue Neuve").contains("\"floor\":{\"number\":3}");
    }

    @Test
    void theOverlayEndsWithTheRowsThatShowTheOutcomeAndNotBefore() {
        Entry<Dossier> seen = StoreEdits.dossier(store(), THIRD);
        store().save(Edit.of(THIRD, StoreEdits.move(seen, "9 rue Neuve")));
        store().answered(List.of(applied(1, BucketId.service(THIRD), 700)), 1);

        assertThat(StoreEdits.dossier(store(), THIRD).value().address().street())
                .isEqualTo("9 rue Neuve");
        assertThat(StoreEdits.dossier(store(), THIRD).pending()).isFalse();
        assertThat(StoreEdits.dossier(store(), THIRD).rev()).isEqualTo(1);

        Dossier asTheServerHasIt =
                (Dossier) StoreEdits.move(seen, "9 rue Neuve (bis)").after();
        phone.receive(List.of(new FeedRow(
                BucketId.service(THIRD),
                700,
                seen.id(),
                "dossier",
                2,
                null,
                null,
                PhoneStoreFixture.CLOCK.instant(),
                null,
                false,
                Wire.json(asTheServerHasIt))));

        assertThat(StoreEdits.dossier(store(), THIRD).value().address().street())
                .isEqualTo("9 rue Neuve (bis)");
        assertThat(StoreEdits.dossier(store(), THIRD).rev()).isEqualTo(2);
        phone.reopen();
        assertThat(StoreEdits.dossier(store(), THIRD).value().address().street())
                .isEqualTo("9 rue Neuve (bis)");
    }

    @Test
    void aReturnedChangeStopsBeingShownAsDone() {
        RecordId id = StoreEdits.newId();
        store().save(Edit.of(THIRD, StoreEdits.item(id, "Refusé")));
        store().answered(List.of(new Outcome(1, Outcome.Verdict.RETURNED, ReturnReason.INVALID, null, 0)), 1);

        assertThat(store().dossier(THIRD).orElseThrow().bilanItems())
                .extracting(Entry::id)
                .doesNotContain(id);
    }

    @Test
    void anAnsweredOperationIsKeptUntilTheServerCannotLoseItAnyMore() {
        store().save(Edit.of(THIRD, StoreEdits.item(StoreEdits.newId(), "a")));
        store().answered(List.of(applied(1, BucketId.service(THIRD), 3)), 0);
        assertThat(store().waiting().operations()).isEqualTo(1);
        assertThat(store().sendAgainFrom(1)).isTrue();
        assertThat(unsent()).hasSize(1);

        store().answered(List.of(applied(1, BucketId.service(THIRD), 3)), 1);

        assertThat(store().waiting().operations()).isZero();
        assertThat(store().sendAgainFrom(1)).isFalse();
        phone.reopen();
        store().save(Edit.of(THIRD, StoreEdits.item(StoreEdits.newId(), "b")));
        assertThat(unsent()).extracting(Operation::opSeq).containsExactly(2L);
    }

    @Test
    void whatIsSavedMeanwhileIsNotSaidToBeAnswered() {
        assertThat(store().answeredUpTo()).isZero();
        store().save(Edit.of(THIRD, StoreEdits.item(StoreEdits.newId(), "a")));
        assertThat(store().answeredUpTo()).isZero();

        store().answered(List.of(applied(1, BucketId.service(THIRD), 3)), 1);
        assertThat(store().answeredUpTo()).isEqualTo(1);
        store().save(Edit.of(THIRD, StoreEdits.item(StoreEdits.newId(), "b")));

        assertThat(store().answeredUpTo()).isEqualTo(1);
        phone.reopen();
        assertThat(store().answeredUpTo()).isEqualTo(1);
    }

    @Test
    void settlingShowsTheConflictSettledAndTheChosenValue() {
        DossierContents before = store().dossier(FIRST).orElseThrow();
        var conflict = before.openConflicts().get(0);
        String chosen = conflict.value().variants().all().get(1).value();

        store().save(Edit.of(FIRST, new Edit.Settle(conflict.id(), new Settlement(List.of("v1", "v2"), chosen))));

        DossierContents after = store().dossier(FIRST).orElseThrow();
        assertThat(after.openConflicts()).isEmpty();
        assertThat(after.dossier().value().address().street()).isEqualTo("18 bis rue de la Marne");
        Operation made = unsent().get(0);
        assertThat(made.action()).isEqualTo(Action.SETTLE);
        assertThat(made.kind()).isEqualTo("conflict");
        assertThat(Wire.read(Settlement.class, made.groups().get("settlement").value())
                        .seen())
                .containsExactly("v1", "v2");
    }

    @Test
    void aPushTakesWholeTransactionsWithinItsBounds() {
        for (int tx = 0; tx < 3; tx++) {
            List<Edit.Change> changes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                changes.add(StoreEdits.item(StoreEdits.newId(), "x"));
            }
            store().save(new Edit(THIRD, changes));
        }

        assertThat(store().unsent()).hasSize(400);
    }

    @Test
    void aDeletedRecordGoesAndARecordThatCannotBeReadTakesNothingWithIt() {
        RecordId item = HouseholdRows.record(2, 20);
        phone.receive(List.of(
                new FeedRow(
                        BucketId.service(THIRD),
                        600,
                        item,
                        "bilan_item",
                        2,
                        null,
                        null,
                        PhoneStoreFixture.CLOCK.instant(),
                        null,
                        true,
                        "{}"),
                new FeedRow(
                        BucketId.service(THIRD),
                        601,
                        StoreEdits.newId(),
                        "bilan_item",
                        1,
                        null,
                        null,
                        PhoneStoreFixture.CLOCK.instant(),
                        null,
                        false,
                        "{\"statement\":7}")));
        phone.reopen();

        DossierContents dossier = store().dossier(THIRD).orElseThrow();
        assertThat(dossier.bilanItems()).hasSize(3).extracting(Entry::id).doesNotContain(item);
        assertThat(dossier.unreadable()).isEqualTo(1);
    }

    @Test
    void aWithdrawnDossierIsGoneFromTheFileOnceWhatWasSavedThereIsDurable() {
        BucketId bucket = BucketId.service(THIRD);
        store().save(Edit.of(THIRD, StoreEdits.item(StoreEdits.newId(), "Pas encore envoyé")));
        assertThat(store().withdraw(Set.of(bucket), Set.of())).containsExactly(SyncStore.Standing.UNSENT);
        long seq = unsent().get(0).opSeq();
        List<Outcome> answer = List.of(new Outcome(seq, Outcome.Verdict.APPLIED, null, null, 0));
        store().answered(answer, seq - 1);
        assertThat(store().withdraw(Set.of(bucket), Set.of()))
                .as("the server could lose it")
                .hasSize(1);
        assertThat(store().dossier(THIRD)).isPresent();

        store().answered(answer, seq);
        assertThat(store().withdraw(Set.of(bucket), Set.of())).isEmpty();
        phone.reopen();

        assertThat(store().dossier(THIRD)).isEmpty();
        assertThat(store().cursors()).doesNotContainKey(bucket);
    }

    @Test
    void theCursorIsTheLastRowStoredNeverTheHead() {
        BucketId bucket = BucketId.service(PhoneStoreFixture.dossier(30));
        List<FeedRow> rows = HouseholdRows.household(30);
        store().apply(new PulledGroup(
                Map.of(bucket, 1L),
                Set.of(bucket),
                rows.stream().map(PulledRow::of).toList(),
                Map.of(bucket, 999L)));

        BucketState state = store().cursors().get(bucket);
        assertThat(state.cursor()).isEqualTo(rows.size());
        assertThat(state.reached()).isEqualTo(999);
    }
}
