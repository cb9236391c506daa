package org.tournee.mobile.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.mobile.app.Phone;
import org.tournee.mobile.dossier.TestPhone;
import org.tournee.mobile.store.PhoneStoreFixture;
import org.tournee.mobile.store.ReceptionRows;
import org.tournee.reception.DeskDay;
import org.tournee.reception.RegisterContents;

/** A desk without a window, on a disk that takes its time. Rules: R-PER, R-OFF. */
class PermanenceViewModelTest {

    private static final DeskDay.Conditions GOOD = new DeskDay.Conditions(
            DeskDay.Confidentiality.GOOD, DeskDay.Connection.GOOD, DeskDay.Admission.WITHOUT_APPOINTMENT, List.of());

    private final PhoneStoreFixture fixture = PhoneStoreFixture.withHouseholds(1);
    private final Queue<Runnable> disk = new ArrayDeque<>();

    @BeforeEach
    void receive() {
        fixture.receive(ReceptionRows.reception());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private PermanenceViewModel desk(Phone phone) {
        Phone slow = new Phone(
                phone.store(),
                phone.documents(),
                phone.sync(),
                phone.navigator(),
                phone.messages(),
                phone.clock(),
                disk::add);
        return PermanenceViewModel.of(slow, ReceptionRows.PERMANENCE, Runnable::run)
                .orElseThrow();
    }

    private void write() {
        while (!disk.isEmpty()) {
            disk.remove().run();
        }
    }

    private RegisterContents register() {
        return fixture.store().registers().get(0);
    }

    @Test
    void twoQuickTapsOpenOneDay() {
        PermanenceViewModel desk = desk(TestPhone.over(fixture));
        desk.open(GOOD);
        desk.open(GOOD);
        write();
        assertThat(register().days()).hasSize(1);

        desk.close();
        write();
        desk.open(GOOD);
        write();
        assertThat(desk.today().get().isOpen()).isTrue();
    }

    @Test
    void twoQuickTapsAreOnePersonAndTheNextTapIsTheNextOne() {
        PermanenceViewModel desk = desk(TestPhone.over(fixture));
        desk.arrive();
        desk.arrive();
        write();
        assertThat(register().walkIns()).hasSize(1);

        desk.arrive();
        write();
        assertThat(register().walkIns()).hasSize(2);
    }

    @Test
    void afterAFullDiskOneMayTapAgain() {
        PermanenceViewModel desk = desk(TestPhone.onAFullDisk(fixture));
        desk.arrive();
        write();
        desk.arrive();
        assertThat(disk).hasSize(1);
    }
}
