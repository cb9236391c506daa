package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.conflict.OpenConflicts;
import org.tournee.server.conflict.WebEdits;
import org.tournee.server.store.Actor;
import org.tournee.sync.Action;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.Settlement;

/** A conflict is settled, and both phones show it. Rules: R-REC, R-SHARE. */
class SettlementTest extends TwoPhonesTest {

    @Test
    void aSettlementIsShownOnBothPhones() {
        clash();
        Conflict conflict = conflict(phone);

        assertThat(settle(phone, ids(conflict), MARKET)).isEqualTo(Verdict.APPLIED);

        for (TestPhone each : List.of(phone, other)) {
            assertThat(conflict(each).state().open()).isFalse();
            assertThat(conflict(each).state().settledBy()).isEqualTo(referent);
            assertThat(Groups.parse(each.row(dossierRecord()).groups()).get("address"))
                    .isEqualTo(MARKET);
        }
        assertThat(service.bean(OpenConflicts.class).all(service.organisation()))
                .isEmpty();
    }

    @Test
    void aVariantThatTheSettlerDidNotSeeKeepsTheConflictOpen() {
        clash();
        List<String> seen = ids(conflict(phone));
        TestPhone third = service.phone(colleague);
        third.save(
                dossier,
                new TestPhone.Change(
                        Action.CHANGE,
                        RecordKind.DOSSIER,
                        dossierRecord(),
                        null,
                        1,
                        Map.of("address", new GroupChange(null, MARKET))));
        third.push();

        assertThat(settle(phone, seen, STATION)).isEqualTo(Verdict.CONFLICT);

        assertThat(current("address")).isEqualTo(STATION);
        assertThat(conflict(phone).state().open()).isTrue();
        assertThat(values(conflict(phone))).containsExactly(STATION, MARKET);
    }

    @Test
    void aLateEditOnTheOldBaseIsAConflictAgainAfterTheSettlement() {
        TestPhone.Change late = address(other, MARKET);
        clash();
        settle(phone, ids(conflict(phone)), SCHOOL);

        assertThat(write(other, late)).isEqualTo(Verdict.CONFLICT);
        assertThat(phone.pull().ofKind(RecordKind.CONFLICT)).hasSize(2);
    }

    @Test
    void twoWhoSettleWithoutSeeingEachOtherOpenItAgain() {
        clash();
        List<String> seen = ids(conflict(phone));
        long rev = phone.ofKind(RecordKind.CONFLICT).get(0).rev();
        TestPhone.Change theirs = settlement(other.pull(), seen, STATION, rev);
        service.assign(dossier, colleague, ReferentRole.REFERENT);
        settle(phone, seen, SCHOOL);

        assertThat(write(other, theirs)).isEqualTo(Verdict.CONFLICT);
        assertThat(values(conflict(phone))).containsExactly(SCHOOL, STATION);
        assertThat(conflict(phone).state().open()).isTrue();
    }

    @Test
    void aReplacementDoesNotSettleWhatIsTheReferents() {
        RecordId goal = anAction();
        TestPhone.Change mine = phone.change(RecordKind.ACTION_ITEM, goal, "task", task("Appeler la CAF"));
        TestPhone.Change theirs = other.change(RecordKind.ACTION_ITEM, goal, "task", task("Écrire à la CAF"));
        write(phone, mine);
        write(other, theirs);
        Conflict conflict = conflict(other);

        assertThat(other.save(dossier, settlement(other, ids(conflict), task("Rien"), 1))
                        .push())
                .extracting(Outcome::reason)
                .containsExactly(ReturnReason.NOT_ALLOWED);
        assertThat(conflict(phone).state().open()).isTrue();
    }

    @Test
    void theBackOfficeSettlesAnAddressInTheBrowserAndBothPhonesShowIt() {
        clash();
        WorkerId clerk = service.worker(Role.BACK_OFFICE);
        RecordId id = conflictId(phone);
        Conflict conflict = conflict(phone);
        Actor actor = new Actor(service.organisation(), clerk, null);

        Outcome outcome = service.bean(WebEdits.class)
                .settle(actor, dossier, id, new Settlement(ids(conflict), STATION), ServiceFixture.NOON);

        assertThat(outcome.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(current("address")).isEqualTo(STATION);
        assertThat(conflict(other).state().settledBy()).isEqualTo(clerk);
        assertThat(count("select count(*) from audit where org_id = ? and act = 'SETTLE'"))
                .isEqualTo(1);
    }

    @Test
    void aSettlementThatCannotBeReadComesBack() {
        clash();
        TestPhone.Change odd = new TestPhone.Change(
                Action.SETTLE,
                RecordKind.CONFLICT,
                conflictId(phone),
                null,
                1,
                Map.of("settlement", new GroupChange(null, "{\"seen\":3}")));

        assertThat(phone.save(dossier, odd).push()).extracting(Outcome::reason).containsExactly(ReturnReason.INVALID);
    }
}
