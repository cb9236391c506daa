package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tournee.server.TestPhone;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.SeenChildren;
import org.tournee.sync.Wire;

/** What becomes of a conflict that is open, and of deletions: cases M5 to M10 of docs/sync.md. Rule: R-REC. */
class AroundConflictTest extends TwoPhonesTest {

    @Test
    void m5ALaterEditOfTheSameStreamReplacesItsVariant() {
        TestPhone.Change second = address(other, MARKET);
        clash();

        assertThat(write(other, second)).isEqualTo(Verdict.CONFLICT);

        assertThat(values(conflict(phone))).containsExactly(SCHOOL, MARKET);
        assertThat(phone.ofKind(RecordKind.CONFLICT)).hasSize(1);
    }

    @Test
    void m6AnEditOfAThirdStreamAddsAVariant() {
        TestPhone third = service.phone(colleague).pull();
        TestPhone.Change change = address(third, MARKET);
        clash();

        assertThat(write(third, change)).isEqualTo(Verdict.CONFLICT);
        assertThat(values(conflict(phone))).containsExactly(SCHOOL, STATION, MARKET);
    }

    @Test
    void m7WhoeverSawTheCurrentValueMovesItOnAndTheOthersStayBeside() {
        clash();
        phone.pull();

        assertThat(write(phone, address(phone, MARKET))).isEqualTo(Verdict.APPLIED);

        assertThat(current("address")).isEqualTo(MARKET);
        assertThat(values(conflict(phone))).containsExactly(MARKET, STATION);
    }

    @Test
    void m8ADeletionStandsWhereItsAuthorSawEverything() {
        RecordId action = anAction();

        assertThat(write(phone, phone.delete(RecordKind.ACTION_ITEM, action))).isEqualTo(Verdict.APPLIED);
        assertThat(phone.pull().row(action).deleted()).isTrue();
        assertThat(phone.row(action).groups()).isEqualTo("{}");
    }

    @Test
    void m9ADeletionAndAnUnseenWriteAreAConflictInEitherOrder() {
        RecordId first = anAction();
        RecordId second = anAction();
        TestPhone.Change done = other.change(RecordKind.ACTION_ITEM, first, "progress", "{\"state\":\"DONE\"}");
        TestPhone.Change gone = other.delete(RecordKind.ACTION_ITEM, second);
        write(phone, phone.delete(RecordKind.ACTION_ITEM, first));
        write(phone, phone.change(RecordKind.ACTION_ITEM, second, "progress", "{\"state\":\"DONE\"}"));

        assertThat(write(other, done)).isEqualTo(Verdict.CONFLICT);
        assertThat(write(other, gone)).isEqualTo(Verdict.CONFLICT);

        assertThat(phone.pull().ofKind(RecordKind.CONFLICT))
                .extracting(row ->
                        Groups.parse(row.groups()).as(Conflict.class).subject().group())
                .containsOnly(Conflict.Subject.WHOLE_RECORD);
        assertThat(phone.row(first).deleted()).isTrue();
        assertThat(phone.row(second).deleted()).isFalse();
    }

    @Test
    void m10ADeletionAndAnUnseenWriteToWhatHangsOnTheRecordAreAConflictInEitherOrder() {
        RecordId first = aCheckup();
        RecordId second = aCheckup();
        RecordId seen = TestPhone.newId();
        TestPhone.Change gone = other.pull().delete(RecordKind.RIGHTS_CHECKUP, second);
        write(phone, phone.delete(RecordKind.RIGHTS_CHECKUP, first));
        write(phone, TestPhone.create(RecordKind.RIGHT_CHECK, seen, Samples.rightOf(second)));

        write(other, TestPhone.create(RecordKind.RIGHT_CHECK, TestPhone.newId(), Samples.rightOf(first)));
        assertThat(write(other, gone)).isEqualTo(Verdict.CONFLICT);

        assertThat(phone.pull().ofKind(RecordKind.CONFLICT))
                .extracting(row ->
                        Groups.parse(row.groups()).as(Conflict.class).subject().recordId())
                .containsExactlyInAnyOrder(first, second);
        assertThat(phone.row(second).deleted()).isFalse();
    }

    @Test
    void m10WhoSawWhatHangsOnARecordDeletesIt() {
        RecordId checkup = aCheckup();
        RecordId right = TestPhone.newId();
        write(phone, TestPhone.create(RecordKind.RIGHT_CHECK, right, Samples.rightOf(checkup)));

        assertThat(write(other, deletionBySomebodyWhoSaw(checkup, right))).isEqualTo(Verdict.APPLIED);
    }

    /** The positions of one bucket say nothing of what happened in another. */
    @Test
    void m10ARestrictedRightOfACheckupThatWasDeletedMeanwhileIsAConflictWhateverItsPosition() {
        RecordId checkup = aCheckup();
        RecordId right = restrictedRightOf(checkup);
        while (phone.row(right).position() < phone.row(checkup).position() + 2) {
            right = restrictedRightOf(checkup);
        }
        TestPhone.Change gone = new TestPhone.Change(
                Action.DELETE,
                RecordKind.RIGHTS_CHECKUP,
                checkup,
                null,
                phone.row(checkup).rev(),
                seen(phone));
        TestPhone second = service.phone(phone.worker()).pull();
        assertThat(write(second, gone)).isEqualTo(Verdict.APPLIED);

        String found = "{\"state\":\"NOT_ELIGIBLE\"}";
        assertThat(write(phone, phone.change(RecordKind.RIGHT_CHECK, right, "finding", found)))
                .isEqualTo(Verdict.APPLIED);

        assertThat(conflict(phone).subject().recordId()).isEqualTo(checkup);
    }

    private RecordId restrictedRightOf(RecordId checkup) {
        RecordId right = TestPhone.newId();
        TestPhone.Change change = TestPhone.create(RecordKind.RIGHT_CHECK, right, Samples.rightOf(checkup));
        write(
                phone,
                new TestPhone.Change(Action.CREATE, change.kind(), right, Audience.RESTRICTED, 0, change.groups()));
        phone.pull();
        return right;
    }

    private TestPhone.Change deletionBySomebodyWhoSaw(RecordId checkup, RecordId right) {
        TestPhone.Change unaware = other.pull().delete(RecordKind.RIGHTS_CHECKUP, checkup);
        assertThat(other.row(right)).isNotNull();
        return new TestPhone.Change(unaware.action(), unaware.kind(), checkup, null, unaware.baseRev(), seen(other));
    }

    /** What a deletion says of all rights that the phone has. */
    private static Map<String, GroupChange> seen(TestPhone on) {
        Map<String, Long> revs = new HashMap<>();
        on.ofKind(RecordKind.RIGHT_CHECK).forEach(right -> revs.put(right.id().toString(), right.rev()));
        return Map.of(SeenChildren.GROUP, new GroupChange(null, Wire.json(new SeenChildren(revs))));
    }

    private RecordId aCheckup() {
        RecordId checkup = TestPhone.newId();
        write(phone, TestPhone.create(RecordKind.RIGHTS_CHECKUP, checkup, Samples.checkup()));
        phone.pull();
        other.pull();
        return checkup;
    }

    @Test
    void m9ADeletedRecordComesBackWhenTheConflictSaysSo() {
        RecordId action = anAction();
        TestPhone.Change done = other.change(RecordKind.ACTION_ITEM, action, "progress", "{\"state\":\"DONE\"}");
        write(phone, phone.delete(RecordKind.ACTION_ITEM, action));
        write(other, done);
        Conflict conflict = conflict(phone);

        assertThat(settle(phone, ids(conflict), values(conflict).get(1))).isEqualTo(Verdict.APPLIED);

        assertThat(other.pull().row(action).deleted()).isFalse();
        assertThat(other.row(action).groups()).contains("DONE");
    }
}
