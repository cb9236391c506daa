package org.tournee.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tournee.dossier.ReferentRole;
import org.tournee.organisation.Role;
import org.tournee.organisation.WorkerId;
import org.tournee.server.TestPhone;
import org.tournee.sync.Action;
import org.tournee.sync.Audience;
import org.tournee.sync.AudienceChange;
import org.tournee.sync.BucketId;
import org.tournee.sync.Command;
import org.tournee.sync.FeedRow;
import org.tournee.sync.Groups;
import org.tournee.sync.Outcome;
import org.tournee.sync.Outcome.Verdict;
import org.tournee.sync.RecordId;
import org.tournee.sync.RecordKind;
import org.tournee.sync.ReturnReason;
import org.tournee.sync.ReturnedChange;

/** Records that change their audience: case M12 of docs/sync.md, and commands whose time is past. Rules: R-SHARE, R-REC. */
class AudienceTest extends TwoPhonesTest {

    @Test
    void m12ARestrictedRecordLeavesThePhonesOfThoseWhoMayNotReadIt() {
        TestPhone assistant = assistant();
        RecordId action = anAction();
        assistant.pull();

        assertThat(write(phone, restrict(phone, action))).isEqualTo(Verdict.APPLIED);

        assertThat(phone.pull().row(action).bucket()).isEqualTo(BucketId.restricted(dossier, phone.worker()));
        assertThat(other.pull().row(action).groups()).contains("quittances"); // a replacement has full view
        assertThat(assistant.pull().row(action).deleted()).isTrue();
        assertThat(assistant.row(action).groups()).isEqualTo("{}");
        assertThat(assistant().pull().store()).doesNotContainKey(action); // who comes later hears nothing of it
    }

    @Test
    void m12ItComesBackWhenItIsOpenedAgain() {
        TestPhone assistant = assistant();
        RecordId action = anAction();
        write(phone, restrict(phone, action));
        assistant.pull();
        phone.pull();

        assertThat(write(phone, open(phone, action))).isEqualTo(Verdict.APPLIED);

        assertThat(assistant.pull().row(action).groups()).contains("quittances");
        assertThat(other.pull().row(action).bucket()).isEqualTo(BucketId.service(dossier));
        assertThat(phone.pull().row(action).bucket()).isEqualTo(BucketId.service(dossier));
    }

    @Test
    void m12OpenAndSettledConflictsGoWithTheirSubject() {
        TestPhone assistant = assistant();
        RecordId action = anAction();
        clashOn(action, "Rassembler les avis d’échéance");
        settle(phone, ids(conflict(phone)), task("Rassembler les deux"));
        phone.pull();
        other.pull();
        clashOn(action, "Appeler le bailleur");
        assertThat(assistant.pull().ofKind(RecordKind.CONFLICT)).isNotEmpty();

        assertThat(write(phone.pull(), restrict(phone, action))).isEqualTo(Verdict.APPLIED);

        assertThat(assistant.pull().ofKind(RecordKind.CONFLICT)).allMatch(FeedRow::deleted);
        assertThat(phone.pull().ofKind(RecordKind.CONFLICT))
                .isNotEmpty()
                .allMatch(row -> row.bucket().isRestricted() && !row.deleted());
        assertThat(count("select count(*) from open_conflict where org_id = ? and bucket_id like '%/r/%'"))
                .isEqualTo(1);
    }

    @Test
    void m12AnEditOfSomebodyWhoMayNotReadItAnyMoreComesBackToThem() {
        TestPhone assistant = assistant();
        RecordId action = anAction();
        TestPhone.Change unsent = assistant.pull().change(RecordKind.ACTION_ITEM, action, "task", task("Relancer"));
        write(phone, restrict(phone, action));

        List<Outcome> outcomes = assistant.save(dossier, unsent).push();

        assertThat(outcomes).extracting(Outcome::reason).containsExactly(ReturnReason.NOT_ALLOWED);
        assertThat(returned(assistant).origin().groups()).contains("Relancer");
        assertThat(phone.pull().row(action).groups()).doesNotContain("Relancer");
    }

    @Test
    void m12AnEditOfSomebodyWhoMayReadItMergesWhereTheRecordIs() {
        RecordId action = anAction();
        TestPhone.Change unsent = phone.change(RecordKind.ACTION_ITEM, action, "task", task("Relancer"));
        TestPhone second = service.phone(phone.worker()).pull();
        write(second, restrict(second, action));

        assertThat(phone.save(dossier, unsent).push())
                .extracting(Outcome::verdict)
                .containsExactly(Verdict.MERGED);

        assertThat(phone.pull().row(action).groups()).contains("Relancer");
        assertThat(phone.row(action).bucket().isRestricted()).isTrue();
    }

    @Test
    void m12NobodyOpensToTheServiceWhatTheyDidNotSee() {
        RecordId action = anAction();
        write(phone, restrict(phone, action));
        TestPhone second = service.phone(phone.worker()).pull();
        TestPhone.Change opened = open(phone.pull(), action);
        write(second, second.change(RecordKind.ACTION_ITEM, action, "task", task("Éloigner le conjoint")));

        List<Outcome> outcomes = phone.save(dossier, opened).push();

        assertThat(outcomes).extracting(Outcome::verdict).containsExactly(Verdict.STALE_COMMAND);
        assertThat(phone.pull().row(action).bucket().isRestricted()).isTrue();
        assertThat(returned(phone).refusal().reason()).isEqualTo(ReturnReason.STALE);
        assertThat(returned(phone).origin().groups()).contains("SERVICE");
    }

    @Test
    void m12ToRestrictIsNeverTooLateUnlessTheRecordIsGone() {
        RecordId action = anAction();
        TestPhone.Change restricted = restrict(phone, action);
        write(other, other.change(RecordKind.ACTION_ITEM, action, "task", task("Relancer")));
        assertThat(write(phone, restricted)).isEqualTo(Verdict.APPLIED);
        assertThat(write(phone, restricted)).isEqualTo(Verdict.APPLIED); // it is so already

        RecordId gone = anAction();
        TestPhone.Change late = restrict(phone, gone);
        write(phone, phone.delete(RecordKind.ACTION_ITEM, gone));
        assertThat(write(phone, late)).isEqualTo(Verdict.STALE_COMMAND);
    }

    @Test
    void onlyAuthorReferentAndHeadSayWhoReadsARecord() {
        TestPhone assistant = assistant();
        RecordId action = anAction();

        List<Outcome> outcomes =
                assistant.pull().save(dossier, restrict(assistant, action)).push();

        assertThat(outcomes).extracting(Outcome::reason).containsExactly(ReturnReason.NOT_ALLOWED);
        assertThat(phone.pull().row(action).bucket()).isEqualTo(BucketId.service(dossier));
    }

    @Test
    void aCommandStandsAloneAndIsKnownByItsName() {
        RecordId action = anAction();
        TestPhone.Change restrict = restrict(phone, action);
        assertThat(phone.save(dossier, restrict, phone.delete(RecordKind.ACTION_ITEM, action))
                        .push())
                .extracting(Outcome::reason)
                .containsExactly(ReturnReason.INVALID, ReturnReason.TOGETHER_WITH);

        TestPhone.Change unknown = command(phone, action, new Command("abracadabra", "{}", "{}"));
        assertThat(phone.save(dossier, unknown).push())
                .extracting(Outcome::reason)
                .containsExactly(ReturnReason.INVALID);
    }

    private void clashOn(RecordId action, String others) {
        TestPhone.Change late = other.change(RecordKind.ACTION_ITEM, action, "task", task(others));
        write(phone, phone.change(RecordKind.ACTION_ITEM, action, "task", task("Demander un délai pour " + others)));
        assertThat(write(other, late)).isEqualTo(Verdict.CONFLICT);
        phone.pull();
        other.pull();
    }

    private TestPhone assistant() {
        WorkerId assistant = service.worker(Role.ADMIN_ASSISTANT);
        service.assign(dossier, assistant, ReferentRole.ADMIN_REFERENT);
        return service.phone(assistant).pull();
    }

    private static TestPhone.Change restrict(TestPhone on, RecordId record) {
        return command(on, record, AudienceChange.from(Audience.SERVICE).asCommand());
    }

    private static TestPhone.Change open(TestPhone on, RecordId record) {
        return command(on, record, AudienceChange.from(Audience.RESTRICTED).asCommand());
    }

    private static TestPhone.Change command(TestPhone on, RecordId record, Command command) {
        return new TestPhone.Change(
                Action.COMMAND,
                RecordKind.ACTION_ITEM,
                record,
                null,
                on.row(record).rev(),
                command.asGroups());
    }

    private static ReturnedChange returned(TestPhone on) {
        return Groups.parse(on.pull().ofKind(RecordKind.RETURNED_CHANGE).get(0).groups())
                .as(ReturnedChange.class);
    }
}
