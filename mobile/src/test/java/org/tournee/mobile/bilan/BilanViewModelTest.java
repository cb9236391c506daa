package org.tournee.mobile.bilan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.bilan.ActionItem;
import org.tournee.bilan.BilanConclusion;
import org.tournee.bilan.Dimension;
import org.tournee.bilan.Goal;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.Discretion;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.PhoneStoreFixture;

/** The situation without a window, over a real store. Rule: R-BIL. */
class BilanViewModelTest {

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Phone phone = TestPhone.over(fixture);
    private final Discretion discretion = new Discretion();
    private final BilanViewModel model =
            new BilanViewModel(phone, PhoneStoreFixture.dossier(0), discretion, Runnable::run);
    private final PlanViewModel plan =
            new PlanViewModel(phone, PhoneStoreFixture.dossier(0), discretion, Runnable::run);

    private final ConclusionViewModel conclusion =
            new ConclusionViewModel(phone, PhoneStoreFixture.dossier(0), discretion, Runnable::run);

    @AfterEach
    void close() {
        fixture.close();
    }

    private Balance balance(Dimension dimension) {
        return model.balances().get().stream()
                .filter(balance -> balance.dimension() == dimension)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anItemAddedOnASideIsOnTheBalanceAndInTheStore() {
        model.begin(Dimension.HOUSING, Side.WEIGHS);
        model.writing().get().orElseThrow().text().set("Loyer impayé de février");
        model.add();

        assertThat(balance(Dimension.HOUSING).on(Side.WEIGHS)).hasSize(1);
        assertThat(model.writing().get()).isEmpty();
        assertThat(fixture.store().waiting().operations()).isEqualTo(1);
    }

    @Test
    void anItemWithoutWordsSaysSoAndIsNotWritten() {
        model.begin(Dimension.HOUSING, Side.WEIGHS);
        model.add();

        assertThat(model.writing().get().orElseThrow().wrong().get()).isEqualTo("bilan.wrong.empty");
        assertThat(fixture.store().waiting().operations()).isZero();
    }

    @Test
    void aClosedItemLeavesTheBalanceAndComesBackByUndo() {
        var item = balance(Dimension.HOUSING).items().get(0).entry();
        model.close(item);
        assertThat(balance(Dimension.HOUSING).items()).isEmpty();

        TestPhone.tapAction(phone);
        assertThat(balance(Dimension.HOUSING).items()).hasSize(1);
    }

    @Test
    void overTheShoulderHidesAppreciationsAndThirdParties() {
        discretion.onProperty().set(true);

        assertThat(balance(Dimension.HEALTH).items()).isEmpty();
        assertThat(balance(Dimension.HEALTH).hidden()).isEqualTo(1);
        assertThat(balance(Dimension.EMPLOYMENT).items()).isEmpty();
        assertThat(balance(Dimension.HOUSING).items()).hasSize(1);
    }

    @Test
    void comparedWithAnEarlierDayWhatCameAndWhatWentIsTold() {
        model.close(balance(Dimension.HOUSING).items().get(0).entry());
        model.begin(Dimension.HOUSING, Side.CARRIES);
        model.writing().get().orElseThrow().text().set("Bail signé");
        model.add();
        model.comparedWith().set(phone.today().minusDays(10));

        assertThat(balance(Dimension.HOUSING).items())
                .extracting(Balance.Weight::standing)
                .containsExactlyInAnyOrder(Balance.Standing.WENT, Balance.Standing.CAME);
    }

    @Test
    void aPageThatIsOpenOverMidnightShowsWhatIsAddedAfterIt() {
        AtomicReference<Instant> now = new AtomicReference<>(PhoneStoreFixture.CLOCK.instant());
        InstantSource source = now::get;
        BilanViewModel open = new BilanViewModel(
                TestPhone.over(fixture, source.withZone(PhoneStoreFixture.CLOCK.getZone())),
                PhoneStoreFixture.dossier(0),
                discretion,
                Runnable::run);
        now.updateAndGet(evening -> evening.plus(Duration.ofDays(1)));
        open.begin(Dimension.HOUSING, Side.CARRIES);
        open.writing().get().orElseThrow().text().set("Bail signé");
        open.add();

        assertThat(open.balances().get().stream()
                        .flatMap(balance -> balance.items().stream())
                        .map(weight -> weight.entry().value().statement().text()))
                .contains("Bail signé");
    }

    @Test
    void theConclusionIsChangedInPlace() {
        conclude(BilanConclusion.Orientation.SOCIAL_FOLLOW_UP_HEALTH, "Soins d'abord");
        conclude(BilanConclusion.Orientation.PROFESSIONAL_INTEGRATION, "Emploi proposé");

        var conclusions = fixture.store()
                .dossier(PhoneStoreFixture.dossier(0))
                .orElseThrow()
                .conclusions();
        assertThat(conclusions).hasSize(1);
        assertThat(conclusions.get(0).value().conclusion().reason()).isEqualTo("Emploi proposé");
    }

    private void conclude(BilanConclusion.Orientation orientation, String reason) {
        conclusion.begin();
        ConclusionForm form = conclusion.writing().get().orElseThrow();
        form.orientation().set(orientation);
        form.reason().set(reason);
        conclusion.conclude();
    }

    @Test
    void goalsAndActionsMoveOn() {
        plan.beginGoal();
        plan.writingGoal().get().orElseThrow().text().set("Reprendre un emploi");
        plan.addGoal();
        var goal = plan.goals().get().stream()
                .filter(entry -> entry.value().aim().text().equals("Reprendre un emploi"))
                .findFirst()
                .orElseThrow();
        plan.agree(goal);
        assertThat(plan.goals().get())
                .anyMatch(
                        entry -> phone.today().equals(entry.value().agreement().agreedOn()));

        plan.progressAction(plan.actions().get().get(0), ActionItem.State.DONE);
        assertThat(plan.actions().get().get(0).value().progress().doneOn()).isEqualTo(phone.today());
        assertThat(plan.goals().get())
                .allMatch(entry -> entry.value().progress().state() == Goal.State.OPEN);
    }

    @Test
    void twoEarlierDaysAreLaidOverEachOther() {
        LocalDate opened = model.earlierDays().get(0);
        model.comparedWith().set(opened.minusDays(1));
        model.shownOn().set(opened);

        assertThat(model.balances().get())
                .flatExtracting(Balance::items)
                .anyMatch(weight -> weight.standing() == Balance.Standing.CAME
                        && weight.entry().value().validity().openedOn().equals(opened));
    }

    @Test
    void thePlanStandsByItsTimeAndByWhoDoesIt() {
        for (ActionItem.By by : List.of(ActionItem.By.PARTNER, ActionItem.By.PERSON)) {
            plan.beginAction();
            ActionForm form = plan.writingAction().get().orElseThrow();
            form.what().set("Pour " + by);
            form.by().set(by);
            form.horizon().set(ActionItem.Horizon.LONG);
            plan.addAction();
        }

        assertThat(plan.toDo(ActionItem.Horizon.LONG))
                .extracting(entry -> entry.value().task().by())
                .containsExactly(ActionItem.By.PERSON, ActionItem.By.PARTNER);
        plan.progressAction(plan.toDo(ActionItem.Horizon.LONG).get(0), ActionItem.State.DONE);
        assertThat(plan.over()).anyMatch(entry -> entry.value().task().what().equals("Pour PERSON"));
    }
}
