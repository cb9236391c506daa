package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.ReferentRole;
import org.tournee.dossier.ReferentTerm;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.ServiceFixture;
import org.tournee.server.TestPhone;
import org.tournee.server.conflict.OpenConflicts;
import org.tournee.server.conflict.WebEdits;
import org.tournee.server.store.Actor;
import org.tournee.server.store.Assignments;
import org.tournee.sync.Action;
import org.tournee.sync.Conflict;
import org.tournee.sync.GroupChange;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.SeenChildren;
import org.tournee.sync.Settlement;
import org.tournee.sync.Wire;

/** Two phones change one record; the cases are numbered as in docs/sync.md. Rules: R-REC, R-CLK. */
class MergeTest extends SyncTest {

    private static final String SCHOOL = "{\"street\":\"12 rue des Écoles\",\"postcode\":\"86400\","
            + "\"commune_code\":\"86078\",\"commune_name\":\"Civray\"}";
    private static final String STATION = SCHOOL.replace("12 rue des Écoles", "1 place de la Gare");
    private static final String MARKET = SCHOOL.replace("12 rue des Écoles", "8 place du Marché");
    private static final String PHONE = "{\"phone\":\"05 49 00 00 01\"}";

    private WorkerId colleague;
    private TestPhone other;

    @BeforeEach
    void aColleagueOnTheSameDossier() {
        colleague = service.worker(Role.SOCIAL_WORKER);
        service.bean(Assignments.class)
                .assign(
                        service.service(),
                        dossier,
                        new ReferentTerm.Term(colleague, ReferentRole.REPLACEMENT, LocalDate.of(2026, 1, 1), null),
                        ServiceFixture.NOON);
        other = service.phone(colleague).pull();
        phone.pull();
    }

    private TestPhone.Change address(TestPhone on, String json) {
        return on.change(RecordKind.DOSSIER, dossierRecord(), "address", json);
    }

    private Verdict write(TestPhone on, TestPhone.Change... changes) {
        return on.save(dossier, changes).push().get(0).verdict();
    }

    private String current(String group) {
        return Groups.parse(phone.pull().row(dossierRecord()).groups()).get(group);
    }

    private Conflict conflict(TestPhone on) {
        return Groups.parse(on.pull().ofKind(RecordKind.CONFLICT).get(0).groups())
                .as(Conflict.class);
    }

    private RecordId conflictId(TestPhone on) {
        return on.pull().ofKind(RecordKind.CONFLICT).get(0).id();
    }

    private static List<String> values(Conflict conflict) {
        return conflict.variants().all().stream().map(Conflict.Variant::value).toList();
    }

    private static List<String> ids(Conflict conflict) {
        return conflict.variants().all().stream().map(Conflict.Variant::id).toList();
    }

    private void clash() {
        assertThat(write(phone, address(phone, SCHOOL))).isEqualTo(Verdict.APPLIED);
        assertThat(write(other, address(other, STATION))).isEqualTo(Verdict.CONFLICT);
    }

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
        TestPhone.Change unaware = other.pull().delete(RecordKind.RIGHTS_CHECKUP, checkup);
        String children = Wire.json(
                new SeenChildren(Map.of(right.toString(), other.row(right).rev())));
        TestPhone.Change aware = new TestPhone.Change(
                unaware.action(),
                unaware.kind(),
                checkup,
                null,
                unaware.baseRev(),
                Map.of(SeenChildren.GROUP, new GroupChange(null, children)));

        assertThat(write(other, aware)).isEqualTo(Verdict.APPLIED);
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

    private RecordId anAction() {
        RecordId id = TestPhone.newId();
        phone.save(dossier, TestPhone.create(RecordKind.ACTION_ITEM, id, Samples.action("Rassembler les quittances")));
        phone.push();
        phone.pull();
        other.pull();
        return id;
    }

    private static String task(String what) {
        return "{\"what\":" + Wire.json(what) + ",\"by\":\"PERSON\",\"horizon\":\"SHORT\"}";
    }

    private TestPhone.Change settlement(TestPhone on, List<String> seen, String value, long rev) {
        return new TestPhone.Change(
                Action.SETTLE,
                RecordKind.CONFLICT,
                on.ofKind(RecordKind.CONFLICT).get(0).id(),
                null,
                rev,
                Map.of("settlement", new GroupChange(null, Wire.json(new Settlement(seen, value)))));
    }

    private Verdict settle(TestPhone on, List<String> seen, String value) {
        long rev = on.ofKind(RecordKind.CONFLICT).get(0).rev();
        return write(on, settlement(on, seen, value, rev));
    }
}
