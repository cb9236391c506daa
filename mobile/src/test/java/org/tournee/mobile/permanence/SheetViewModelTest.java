package org.tournee.mobile.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.FullDisk;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.mobile.store.StoreException;
import org.tournee.reception.LiaisonSheet;
import org.tournee.reception.RegisterContents;
import org.tournee.reception.WalkIn;
import org.tournee.sync.BucketId;
import org.tournee.sync.FeedRow;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.text.FrenchSpaces;

/** A reception sheet without a window, of which colleagues and the service know more meanwhile. Rules: R-PER, R-REC, R-OFF. */
class SheetViewModelTest {

    private final Instant noon = PhoneStoreFixture.CLOCK.instant();
    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Phone phone = TestPhone.over(fixture);
    private final RecordId came = NewRecord.id();
    private final WalkIn waits = WalkIn.arrived(
                    ReceptionRows.PERMANENCE, HouseholdRows.TODAY, noon.minus(Duration.ofMinutes(5)))
            .with(new WalkIn.Visitor("Mme Petit", "06 00 00 00 02", null));

    @BeforeEach
    void receive() {
        fixture.receive(ReceptionRows.reception());
        fixture.receive(List.of(row(came, 10, 1, waits)));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private static FeedRow row(RecordId id, long position, long rev, WalkIn walkIn) {
        FeedRow row = HouseholdRows.row(
                BucketId.service(ReceptionRows.REGISTER),
                position,
                id,
                RecordKind.WALK_IN,
                walkIn,
                HouseholdRows.TODAY);
        return HouseholdRows.changedByKarim(row, rev);
    }

    private SheetViewModel sheet() {
        return SheetViewModel.of(phone, ReceptionRows.REGISTER, came, Runnable::run)
                .orElseThrow();
    }

    private LiaisonViewModel liaison() {
        return LiaisonViewModel.of(phone, ReceptionRows.REGISTER, came, Runnable::run)
                .orElseThrow();
    }

    private RegisterContents register() {
        return fixture.store().register(ReceptionRows.REGISTER).orElseThrow();
    }

    private WalkIn stands() {
        return register().walkIns().stream()
                .filter(entry -> entry.id().equals(came))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void colleagueSays(WalkIn.State end) {
        fixture.receive(List.of(row(came, 11, 2, waits.with(waits.course().ended(end, HouseholdRows.KARIM, noon)))));
    }

    private void takenAway() {
        FeedRow row = row(came, 11, 2, waits);
        fixture.receive(List.of(new FeedRow(
                row.bucket(),
                row.position(),
                came,
                row.kind(),
                row.rev(),
                row.author(),
                HouseholdRows.KARIM,
                row.changedAt(),
                row.occurredAt(),
                true,
                "{}")));
    }

    @ParameterizedTest
    @EnumSource(
            value = WalkIn.State.class,
            names = {"SETTLED", "LEFT"})
    void whatAColleagueSaidMeanwhileStandsAndWhatOneWroteIsSaved(WalkIn.State end) {
        SheetViewModel sheet = sheet();
        sheet.form().note().property().set("Demande un logement");
        colleagueSays(WalkIn.State.PASSED_ON);
        assertThat(sheet.isOpen()).isFalse();
        sheet.end(end);

        assertThat(stands().course().state()).isEqualTo(WalkIn.State.PASSED_ON);
        assertThat(stands().need().note()).isEqualTo("Demande un logement");
        assertThat(TestPhone.said(phone))
                .containsExactly(FrenchSpaces.kept(
                        "Quelqu’un l’a noté entre-temps : Transmis. Ce que vous avez écrit est enregistré."));
    }

    @Test
    void whoIsGoneMeanwhileIsNotPassedOnUnseen() {
        SheetViewModel sheet = sheet();
        colleagueSays(WalkIn.State.SETTLED);
        sheet.passOn();

        assertThat(stands().course().state()).isEqualTo(WalkIn.State.SETTLED);
        assertThat(TestPhone.said(phone)).hasSize(1);
    }

    @Test
    void aLiaisonSheetOfSomebodyWhoIsGoneMeanwhileIsSentAndWhatWasSaidOfThemStands() {
        LiaisonViewModel liaison = liaison();
        liaison.form().to().property().set("CCAS de Civray");
        liaison.form().text().property().set("Domiciliation");
        colleagueSays(WalkIn.State.SETTLED);
        liaison.send();

        assertThat(register().liaisons())
                .extracting(entry -> entry.value().address())
                .containsExactly(LiaisonSheet.Address.to("CCAS de Civray"));
        assertThat(stands().course().state()).isEqualTo(WalkIn.State.SETTLED);
    }

    @Test
    void whereTheSheetIsNoLongerHereOneIsToldAndTheDraftIsKept() {
        SheetViewModel sheet = sheet();
        sheet.form().note().property().set("Demande un logement");
        takenAway();
        sheet.end(WalkIn.State.SETTLED);

        assertThat(TestPhone.said(phone)).containsExactly(phone.messages().get("walkIn.gone"));
        assertThat(fixture.store().drafts()).hasSize(1);
    }

    @Test
    void norIsALiaisonSheetLostWhoseVisitorIsNoLongerHere() {
        LiaisonViewModel liaison = liaison();
        liaison.form().to().property().set("CCAS de Civray");
        liaison.form().text().property().set("Domiciliation");
        takenAway();
        liaison.send();

        assertThat(TestPhone.said(phone)).containsExactly(phone.messages().get("walkIn.gone"));
        assertThat(fixture.store().drafts()).hasSize(1);
    }

    /** A finger that taps twice before the disk has answered. */
    @Test
    void aSecondTapWhileOneIsBeingSavedSendsNothingTwice() {
        Deque<Runnable> later = new ArrayDeque<>();
        LiaisonViewModel liaison = LiaisonViewModel.of(
                        slowly(later, () -> false), ReceptionRows.REGISTER, came, Runnable::run)
                .orElseThrow();
        liaison.form().to().property().set("CCAS de Civray");
        liaison.form().text().property().set("Domiciliation");
        liaison.send();
        liaison.send();
        runAll(later);

        assertThat(register().liaisons()).hasSize(1);
        assertThat(TestPhone.said(phone)).hasSize(1);
    }

    @Test
    void whatTheDiskRefusedIsSavedWithTheNextTap() {
        Deque<Runnable> later = new ArrayDeque<>();
        AtomicBoolean full = new AtomicBoolean(true);
        SheetViewModel sheet = SheetViewModel.of(slowly(later, full::get), ReceptionRows.REGISTER, came, Runnable::run)
                .orElseThrow();
        sheet.end(WalkIn.State.SETTLED);
        sheet.end(WalkIn.State.LEFT);
        runAll(later);
        assertThat(stands().course().state()).isEqualTo(WalkIn.State.WAITING);
        assertThat(sheet.writer().refused().get()).contains(StoreException.Problem.DISK_FULL);
        full.set(false);
        sheet.end(WalkIn.State.SETTLED);
        sheet.end(WalkIn.State.LEFT);
        runAll(later);

        assertThat(stands().course().state()).isEqualTo(WalkIn.State.SETTLED);
        assertThat(TestPhone.said(phone)).hasSize(1);
    }

    /** The same phone, on which what is done in the background waits until it is run. */
    private Phone slowly(Deque<Runnable> later, BooleanSupplier full) {
        return new Phone(
                FullDisk.under(fixture.store(), full),
                phone.documents(),
                phone.sync(),
                phone.navigator(),
                phone.messages(),
                phone.clock(),
                later::add);
    }

    private static void runAll(Deque<Runnable> later) {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    /** Rule: R-DUP. */
    @Test
    void whoCameBeforeIsFoundWithTheNumberThatTheyGaveLast() {
        WalkIn lastWeek = WalkIn.arrived(
                ReceptionRows.PERMANENCE, HouseholdRows.TODAY.minusDays(7), noon.minus(Duration.ofDays(7)));
        WalkIn now = WalkIn.arrived(ReceptionRows.PERMANENCE, HouseholdRows.TODAY, noon);
        fixture.receive(List.of(
                row(NewRecord.id(), 12, 1, lastWeek.with(new WalkIn.Visitor("Mme Petit", "06 00 00 00 01", null))),
                row(NewRecord.id(), 13, 1, now.with(new WalkIn.Visitor("Mme Petit", null, null))),
                row(came, 14, 2, waits.with(new WalkIn.Visitor("Mme Petit", "06 00 00 00 02", null)))));
        RecordId next = NewRecord.id();
        fixture.receive(List.of(row(next, 15, 1, now)));
        SheetViewModel sheet = SheetViewModel.of(phone, ReceptionRows.REGISTER, next, Runnable::run)
                .orElseThrow();
        sheet.form().name().property().set("Mme Petit");

        List<Visitors.Known> known =
                sheet.like().stream().filter(one -> one.dossier() == null).toList();
        assertThat(known).extracting(Visitors.Known::phone).containsExactly("06 00 00 00 02", "06 00 00 00 01");
        assertThat(sheet.isTyped(known.get(0))).isFalse();
        sheet.choose(known.get(0));
        assertThat(sheet.form().phone().property().get()).isEqualTo("06 00 00 00 02");
        assertThat(known).allMatch(sheet::isTyped);
    }
}
