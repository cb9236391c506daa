package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.server.conflict.OpenConflicts;
import org.tournee.sync.Action;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordKind;

/** Two phones change one record: cases M1 to M4 of docs/sync.md. Rules: R-REC, R-CLK. */
class MergeTest extends TwoPhonesTest {

    @Test
    void m1ANewValueStandsWhereNobodyElseWrote() {
        assertThat(write(phone, address(phone, SCHOOL))).isEqualTo(Verdict.APPLIED);
        assertThat(current("address")).isEqualTo(SCHOOL);
    }

    @Test
    void m1ChangesOfDifferentGroupsBothStand() {
        TestPhone.Change reach = other.change(RecordKind.DOSSIER, dossierRecord(), "reachability", PHONE);
        write(phone, address(phone, SCHOOL));

        assertThat(write(other, reach)).isEqualTo(Verdict.MERGED);

        assertThat(current("address")).isEqualTo(SCHOOL);
        assertThat(current("reachability")).isEqualTo(PHONE);
    }

    @Test
    void m1ASeriesOfOwnChangesMadeOfflineIsNoConflict() {
        phone.save(dossier, address(phone, SCHOOL));
        phone.save(dossier, address(phone, STATION));
        phone.save(dossier, address(phone, MARKET));

        assertThat(phone.push()).extracting(Outcome::verdict).containsOnly(Verdict.APPLIED);
        assertThat(current("address")).isEqualTo(MARKET);
    }

    @Test
    void m2TheSameValueFromBothIsNoConflict() {
        TestPhone.Change same = address(other, SCHOOL.replace(",\"postcode\"", " , \"postcode\""));
        write(phone, address(phone, SCHOOL));

        assertThat(write(other, same)).isEqualTo(Verdict.MERGED);
        assertThat(other.pull().ofKind(RecordKind.CONFLICT)).isEmpty();
    }

    @Test
    void m3DifferentValuesAreBothKeptAndTheServersStands() {
        clash();

        assertThat(current("address")).isEqualTo(SCHOOL);
        Conflict conflict = conflict(phone);
        assertThat(values(conflict)).containsExactly(SCHOOL, STATION);
        assertThat(conflict.state().open()).isTrue();
        assertThat(conflict.variants().base()).contains("3 rue des Écoles");
        assertThat(conflict.variants().all())
                .extracting(Conflict.Variant::author)
                .containsExactly(referent, colleague);
        assertThat(conflict.variants().all())
                .extracting(Conflict.Variant::stream)
                .containsExactly(phone.stream(), other.stream());
        assertThat(service.bean(OpenConflicts.class).all(service.organisation()))
                .singleElement()
                .satisfies(open -> assertThat(open.group()).isEqualTo("address"));
    }

    @Test
    void m3AnotherGroupOfTheSameOperationStandsBesideTheConflict() {
        TestPhone.Change both = new TestPhone.Change(
                Action.CHANGE,
                RecordKind.DOSSIER,
                dossierRecord(),
                null,
                other.row(dossierRecord()).rev(),
                Map.of(
                        "address",
                                new GroupChange(
                                        Groups.parse(other.row(dossierRecord()).groups())
                                                .get("address"),
                                        STATION),
                        "reachability", new GroupChange(null, PHONE)));
        write(phone, address(phone, SCHOOL));

        assertThat(write(other, both)).isEqualTo(Verdict.CONFLICT);
        assertThat(current("reachability")).isEqualTo(PHONE);
        assertThat(current("address")).isEqualTo(SCHOOL);
    }

    @Test
    void m4AnUnknownBaseLetsValuesDecide() {
        TestPhone.Change fromNowhere = new TestPhone.Change(
                Action.CHANGE,
                RecordKind.DOSSIER,
                dossierRecord(),
                null,
                99,
                address(other, STATION).groups());

        assertThat(write(other, fromNowhere)).isEqualTo(Verdict.APPLIED);
        TestPhone.Change stale = new TestPhone.Change(
                Action.CHANGE,
                RecordKind.DOSSIER,
                dossierRecord(),
                null,
                99,
                address(phone, MARKET).groups());
        assertThat(write(phone, stale)).isEqualTo(Verdict.CONFLICT);
    }
}
