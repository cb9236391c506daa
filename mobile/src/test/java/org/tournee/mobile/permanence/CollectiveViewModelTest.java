package org.tournee.mobile.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tournee.contact.Topic;
import org.tournee.dossier.DossierId;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.NewRecord;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.Edit;
import org.tournee.mobile.store.HouseholdRows;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.CollectiveAction;
import org.tournee.reception.CollectiveSession;
import org.tournee.reception.ReceptionRegister;
import org.tournee.reception.RegisterContents;
import org.tournee.sync.Audience;
import org.tournee.sync.BucketId;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;

/** Collective actions without a window, over a real store. Rules: R-COL, R-OFF. */
class CollectiveViewModelTest {

    private static final DossierId EARLIER = new DossierId(UUID.fromString("01901000-0000-7000-8000-000000000903"));

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Queue<Runnable> disk = new ArrayDeque<>();

    @AfterEach
    void close() {
        fixture.close();
    }

    private void lastQuarter() {
        LocalDate day = HouseholdRows.TODAY.minusMonths(3);
        fixture.receive(List.of(HouseholdRows.row(
                BucketId.service(EARLIER),
                1,
                new RecordId(EARLIER.value()),
                RecordKind.RECEPTION_REGISTER,
                ReceptionRegister.of(ReceptionRows.SITE, "MDS de Poitiers", day),
                day)));
    }

    private void thisQuarter() {
        fixture.receive(ReceptionRows.reception());
    }

    private CollectiveViewModel model() {
        return model(Runnable::run);
    }

    private CollectiveViewModel model(Executor background) {
        Phone phone = TestPhone.over(fixture);
        return new CollectiveViewModel(
                new Phone(
                        phone.store(),
                        phone.documents(),
                        phone.sync(),
                        phone.navigator(),
                        phone.messages(),
                        phone.clock(),
                        background),
                Runnable::run);
    }

    private RegisterContents register(DossierId id) {
        return fixture.store().registers().stream()
                .filter(register -> register.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private RecordId action(String title) {
        return action(title, ReceptionRows.REGISTER);
    }

    private RecordId action(String title, DossierId register) {
        RecordId id = NewRecord.id();
        CollectiveAction action = new CollectiveAction(
                new CollectiveAction.Theme(Topic.FINANCE, title, "MDS de Poitiers", HouseholdRows.TODAY), null);
        fixture.store()
                .save(Edit.of(register, new Edit.Create(RecordKind.COLLECTIVE_ACTION, id, Audience.SERVICE, action)));
        return id;
    }

    private static CollectiveViewModel.Running running(CollectiveViewModel model, RecordId action) {
        return model.running().stream()
                .filter(one -> one.action().id().equals(action))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anActionThatWasBegunLastQuarterIsGoneOnWithAndKeptInThisOne() {
        lastQuarter();
        CollectiveViewModel before = model();
        before.begin();
        before.beginning().orElseThrow().title().property().set("Atelier budget");
        thisQuarter();

        CollectiveViewModel after = model();
        CollectiveForm form = after.beginning().orElseThrow();
        assertThat(form.title().property().get()).isEqualTo("Atelier budget");
        form.topic().set(Topic.FINANCE);
        after.keepAction();
        assertThat(register(ReceptionRows.REGISTER).actions()).hasSize(1);
        assertThat(after.beginning()).isEmpty();
        assertThat(fixture.store().drafts()).isEmpty();
    }

    @Test
    void aSessionOfAnActionThatEndedMeanwhileIsGoneOnWith() {
        thisQuarter();
        RecordId action = action("Atelier budget");
        CollectiveViewModel before = model();
        before.count(running(before, action));
        SessionForm typed = before.counting(running(before, action)).orElseThrow();
        typed.participants().property().set("8");
        before.end(running(before, action));

        CollectiveViewModel after = model();
        SessionForm form = after.counting(running(after, action)).orElseThrow();
        assertThat(form.participants().property().get()).isEqualTo("8");
        after.keepSession(running(after, action));
        assertThat(register(ReceptionRows.REGISTER).sessions())
                .extracting(entry -> entry.value().session())
                .extracting(CollectiveSession.Session::participants)
                .containsExactly(8);
        assertThat(after.running()).isEmpty();
    }

    /** The register in which the action began leaves the phone before this quarter's does. */
    @Test
    void aSessionOfAnActionOfLastQuarterIsKeptInTheRegisterOfItsDay() {
        lastQuarter();
        thisQuarter();
        RecordId action = action("Atelier budget", EARLIER);
        CollectiveViewModel model = model();
        model.count(running(model, action));
        model.counting(running(model, action))
                .orElseThrow()
                .participants()
                .property()
                .set("8");
        model.keepSession(running(model, action));

        assertThat(register(ReceptionRows.REGISTER).sessions()).hasSize(1);
        assertThat(running(model, action).participants()).isEqualTo(8);
    }

    @Test
    void aSessionThatIsSavedClosesNoOtherThatIsOpen() {
        thisQuarter();
        RecordId budget = action("Atelier budget");
        RecordId rights = action("Café des droits");
        CollectiveViewModel model = model(disk::add);
        model.count(running(model, budget));
        model.counting(running(model, budget))
                .orElseThrow()
                .participants()
                .property()
                .set("8");
        writeAll();
        model.keepSession(running(model, budget));
        model.count(running(model, rights));
        writeAll();

        assertThat(register(ReceptionRows.REGISTER).sessions()).hasSize(1);
        assertThat(model.counting(running(model, rights))).isPresent();
    }

    @Test
    void anActionThatIsSavedClosesNoOtherThatIsOpen() {
        thisQuarter();
        CollectiveViewModel model = model(disk::add);
        model.begin();
        CollectiveForm form = model.beginning().orElseThrow();
        form.title().property().set("Atelier budget");
        form.topic().set(Topic.FINANCE);
        model.keepAction();
        model.giveUpAction();
        model.begin();
        writeAll();

        assertThat(register(ReceptionRows.REGISTER).actions()).hasSize(1);
        assertThat(model.beginning()).isPresent();
    }

    @Test
    void whatIsThrownAwayComesBack() {
        lastQuarter();
        Phone phone = TestPhone.over(fixture);
        CollectiveViewModel before = new CollectiveViewModel(phone, Runnable::run);
        before.begin();
        before.beginning().orElseThrow().title().property().set("Atelier budget");
        thisQuarter();
        CollectiveViewModel after = new CollectiveViewModel(phone, Runnable::run);
        after.giveUpAction();
        assertThat(after.beginning()).isEmpty();
        TestPhone.tapAction(phone);
        assertThat(after.beginning().orElseThrow().title().property().get()).isEqualTo("Atelier budget");
    }

    private void writeAll() {
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
    }
}
