package org.tournee.mobile.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.BilanItem;
import org.tournee.bilan.Dimension;
import org.tournee.dossier.DossierId;
import org.tournee.dossier.Entry;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.bilan.BilanViewModel;
import org.tournee.mobile.bilan.ConclusionViewModel;
import org.tournee.mobile.bilan.PlanViewModel;
import org.tournee.mobile.bilan.Side;
import org.tournee.mobile.conflict.ConflictViewModel;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.rights.RightsSweepViewModel;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.rights.RightsCheckup;

/** Every form comes back as it was left, over a real store that was closed and opened again. Rule: R-OFF. */
class KeptFormsTest {

    private static final DossierId DOSSIER = PhoneStoreFixture.dossier(0);

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private Phone phone = TestPhone.over(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    private BilanViewModel bilan() {
        return new BilanViewModel(phone, DOSSIER, new Discretion(), Runnable::run);
    }

    private PlanViewModel plan() {
        return new PlanViewModel(phone, DOSSIER, new Discretion(), Runnable::run);
    }

    private ConclusionViewModel conclusion() {
        return new ConclusionViewModel(phone, DOSSIER, new Discretion(), Runnable::run);
    }

    private ConflictViewModel conflict() {
        return new ConflictViewModel(phone, DOSSIER, HouseholdRows.record(0, 40), Runnable::run);
    }

    /** As after a kill: nothing but the file is left. */
    private void restart() {
        fixture.reopen();
        phone = TestPhone.over(fixture);
    }

    private static void write(BilanViewModel bilan, Dimension dimension, Side side, String text) {
        bilan.begin(dimension, side);
        bilan.writing().get().orElseThrow().text().set(text);
    }

    @Test
    void anItemIsThereAgainWithItsSideAndItsChoices() {
        BilanViewModel bilan = bilan();
        write(bilan, Dimension.HOUSING, Side.WEIGHS, "Loyer impayé");
        bilan.writing().get().orElseThrow().restricted().set(true);

        restart();

        var form = bilan().writing().get().orElseThrow();
        assertThat(form.text().get()).isEqualTo("Loyer impayé");
        assertThat(form.dimension()).isEqualTo(Dimension.HOUSING);
        assertThat(form.side()).isEqualTo(Side.WEIGHS);
        assertThat(form.restricted().get()).isTrue();
    }

    @Test
    void anotherSideOpensAnotherFormAndTheFirstWaits() {
        BilanViewModel bilan = bilan();
        write(bilan, Dimension.HOUSING, Side.WEIGHS, "Loyer impayé");
        write(bilan, Dimension.HEALTH, Side.CARRIES, "Suivi repris");

        assertThat(bilan.waiting()).extracting("text").containsExactly("Loyer impayé");
        bilan.begin(Dimension.HOUSING, Side.WEIGHS);
        assertThat(bilan.writing().get().orElseThrow().text().get()).isEqualTo("Loyer impayé");
    }

    @Test
    void aDiscardedItemComesBackByUndo() {
        BilanViewModel bilan = bilan();
        write(bilan, Dimension.HOUSING, Side.WEIGHS, "Loyer impayé");

        bilan.giveUpWriting();
        assertThat(bilan.writing().get()).isEmpty();
        assertThat(phone.store().drafts()).isEmpty();

        TestPhone.tapAction(phone);
        assertThat(bilan.writing().get().orElseThrow().text().get()).isEqualTo("Loyer impayé");
        assertThat(phone.store().drafts()).hasSize(1);
    }

    @Test
    void aSavedItemLeavesNoDraftAndUndoTakesItAwayByAnotherOperation() {
        BilanViewModel bilan = bilan();
        int before = items();
        write(bilan, Dimension.HOUSING, Side.WEIGHS, "Loyer impayé");
        bilan.add();
        assertThat(phone.store().drafts()).isEmpty();
        assertThat(items()).isEqualTo(before + 1);

        TestPhone.tapAction(phone);

        assertThat(items()).isEqualTo(before);
        assertThat(phone.store().waiting().operations()).isEqualTo(2);
    }

    private int items() {
        return phone.store().dossier(DOSSIER).orElseThrow().bilanItems().size();
    }

    @Test
    void undoOfAnEndedItemKeepsWhatSomebodyElseWroteMeanwhile() {
        BilanViewModel bilan = bilan();
        Entry<BilanItem> item =
                phone.store().dossier(DOSSIER).orElseThrow().bilanItems().get(0);
        bilan.close(item);

        TestPhone.tapAction(phone);

        Entry<BilanItem> now = phone.store().dossier(DOSSIER).orElseThrow().bilanItems().stream()
                .filter(entry -> entry.id().equals(item.id()))
                .findFirst()
                .orElseThrow();
        assertThat(now.value()).isEqualTo(item.value());
    }

    @Test
    void goalActionAndConclusionAreThereAgain() {
        PlanViewModel plan = plan();
        plan.beginGoal();
        plan.writingGoal().get().orElseThrow().text().set("Garder le logement");
        plan.beginAction();
        plan.writingAction().get().orElseThrow().what().set("Appeler le bailleur");
        plan.writingAction().get().orElseThrow().due().set("12/4");
        ConclusionViewModel conclusion = conclusion();
        conclusion.begin();
        conclusion.writing().get().orElseThrow().reason().set("Soins d’abord");

        restart();

        assertThat(plan().writingGoal().get().orElseThrow().text().get()).isEqualTo("Garder le logement");
        assertThat(plan().writingAction().get().orElseThrow().what().get()).isEqualTo("Appeler le bailleur");
        assertThat(plan().writingAction().get().orElseThrow().due().get()).isEqualTo("12/4");
        assertThat(conclusion().writing().get().orElseThrow().reason().get()).isEqualTo("Soins d’abord");
    }

    @Test
    void theReasonOfARefusalIsThereAgain() {
        RightsSweepViewModel sweep = new RightsSweepViewModel(phone, DOSSIER, null, Runnable::run);
        sweep.begin(RightsCheckup.Trigger.JOB_LOSS, RightsCheckup.Origin.PERSON);
        var right = phone.store().catalogue().rights().get(0);
        sweep.reasonForm(right).text().set("Ne veut rien devoir");

        restart();

        RightsSweepViewModel again = new RightsSweepViewModel(phone, DOSSIER, null, Runnable::run);
        assertThat(again.reasonForm(right).text().get()).isEqualTo("Ne veut rien devoir");
    }

    @Test
    void theTextThatSettlesAConflictIsThereAgain() {
        conflict().writing().get("street").set("18 ter rue de la Marne");

        restart();

        assertThat(conflict().resumed()).isTrue();
        assertThat(conflict().writing().get("street").get()).isEqualTo("18 ter rue de la Marne");
    }

    @Test
    void everyDraftIsListedWithItsHousehold() {
        write(bilan(), Dimension.HOUSING, Side.WEIGHS, "Loyer impayé");
        plan().beginGoal();
        conflict().writing().get("street").set("18 ter rue de la Marne");

        assertThat(OpenDraft.all(phone))
                .extracting(draft -> draft.name().form(), draft -> draft.household(phone), OpenDraft::opens)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(DraftName.Form.BILAN_ITEM, "Ménage Moreau", true),
                        org.assertj.core.api.Assertions.tuple(DraftName.Form.CONFLICT_TEXT, "Ménage Moreau", true));
    }
}
